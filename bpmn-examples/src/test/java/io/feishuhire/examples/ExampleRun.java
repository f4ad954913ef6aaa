package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A process instance of an example. */
record ExampleRun(EmbeddedEngine engine, long instance) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Waits for a user task and returns it as it is offered to people. */
    ProcessHistory.UserTask awaitUserTask(String elementId) {
        long key = engine.awaitUserTask(instance, elementId, PATIENCE);
        return history().openUserTasks().stream()
                .filter(task -> task.key() == key)
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a user task and completes it. */
    void complete(String userTask, Map<String, Object> variables) {
        var task = awaitUserTask(userTask);
        assertThat(task.formId()).as("the form of " + userTask).isNotNull();
        assertThat(task.candidateGroups()).as("the groups of " + userTask).isNotEmpty();
        engine.completeUserTask(task.key(), variables);
    }

    ProcessHistory await(String expectation, Predicate<ProcessHistory> condition) {
        return engine.await(instance, expectation, condition, PATIENCE);
    }

    ProcessHistory.Incident awaitIncident() {
        return engine.awaitIncident(instance, PATIENCE);
    }

    ProcessHistory ended() {
        return engine.awaitCompleted(instance, PATIENCE);
    }

    ProcessHistory history() {
        return engine.history(instance);
    }
}
