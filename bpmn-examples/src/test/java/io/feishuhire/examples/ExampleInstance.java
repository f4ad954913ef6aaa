package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A process instance of an example. */
record ExampleInstance(EmbeddedEngine engine, Example example, long instance, Leftovers leftovers) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Waits for a user task and returns it as it is offered to people. */
    ProcessHistory.UserTask awaitUserTask(String elementId) {
        long key = engine.awaitUserTask(instance, elementId, PATIENCE);
        var history = history();
        var task = history.openUserTasks().stream()
                .filter(open -> open.key() == key)
                .findFirst()
                .orElseThrow();
        assertThat(visibleTo(elementId, history))
                .as("what the form of %s may show was not left behind by another process", elementId)
                .noneSatisfy((name, value) -> {
                    assertThat(ExampleForm.read(task.formId()).shows()).contains(name);
                    assertThat(leftovers.contain(name, value)).isTrue();
                });
        return task;
    }

    /** Waits for a user task and completes it, with more variables than the form has, as the API allows it. */
    void complete(String userTask, Map<String, Object> variables) {
        var task = awaitUserTask(userTask);
        assertThat(task.formId()).as("the form of " + userTask).isNotNull();
        assertThat(task.candidateGroups()).as("the groups of " + userTask).isNotEmpty();
        var all = leftovers.without(ExampleForm.read(task.formId()).keys());
        all.putAll(variables);
        engine.completeUserTask(task.key(), all);
    }

    private Map<String, Object> visibleTo(String elementId, ProcessHistory history) {
        var visible = new HashMap<>(history.variables());
        var scopes = new ArrayList<>(example.diagram().scopesAround(elementId));
        scopes.add(elementId);
        scopes.forEach(scope -> visible.putAll(history.localVariables().getOrDefault(scope, Map.of())));
        return visible;
    }

    ProcessHistory await(String expectation, Predicate<ProcessHistory> condition) {
        return engine.await(instance, expectation, condition, PATIENCE);
    }

    ProcessHistory.Incident awaitIncident() {
        return engine.awaitIncident(instance, PATIENCE);
    }

    /** Resolves an incident of a job as an operator does: with new retries for the job. */
    void resolve(ProcessHistory.Incident incident, int retries) {
        engine.client()
                .newUpdateRetriesCommand(incident.jobKey())
                .retries(retries)
                .send()
                .join();
        engine.client().newResolveIncidentCommand(incident.key()).send().join();
    }

    /** Has the requester read where the advertisement is online, and waits for the end. */
    ProcessHistory endedOnceTheResultIsSeen() {
        complete("see-result", Map.of());
        return ended();
    }

    ProcessHistory ended() {
        return engine.awaitCompleted(instance, PATIENCE);
    }

    ProcessHistory history() {
        return engine.history(instance);
    }
}
