package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Camunda 8 that a walkthrough runs on. */
sealed interface QuickstartEngine extends AutoCloseable permits QuickstartEngine.Embedded, QuickstartCluster {

    /** A client of this engine, which {@link #close()} closes. It works over gRPC. */
    CamundaClient client();

    /**
     * Waits until a process instance needs a person, or has ended.
     *
     * @throws IllegalStateException if the instance neither stops nor ends in time
     */
    Stop awaitStop(long processInstanceKey, Duration atMost);

    /** Where a process instance does not go on by itself. */
    sealed interface Stop {
        /** A native user task is open. */
        record AtUserTask(long key, String elementId) implements Stop {}

        /** An incident waits for an operator. */
        record AtIncident(String elementId, String message) implements Stop {}

        /** The instance has ended. */
        record AtEnd(ProcessInstanceState state) implements Stop {}
    }

    /**
     * A variable that a process instance has set before it stopped. This waits until the engine tells it.
     *
     * @throws IllegalStateException if the engine tells of no variable of that name in time
     */
    JsonNode awaitVariable(long processInstanceKey, String name, Duration atMost);

    /** A variable that a sub-process has for itself; a null node where it has none of that name. */
    JsonNode localVariable(long processInstanceKey, String subProcess, String name);

    /**
     * Completes an open native user task. The instance does not stop at it again.
     *
     * @param variables merged into the process instance
     * @throws IllegalStateException if the engine refuses; the message holds its reason
     */
    void completeUserTask(long userTaskKey, Map<String, Object> variables);

    /** The elements that ended in a process instance, or nothing if only Operate shows them. */
    Optional<List<Step>> steps(long processInstanceKey);

    @Override
    void close();

    /** An engine in this JVM. It tells at once what an instance has done. */
    record Embedded(EmbeddedEngine engine) implements QuickstartEngine {

        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public CamundaClient client() {
            return engine.client();
        }

        @Override
        public Stop awaitStop(long processInstanceKey, Duration atMost) {
            var history = engine.await(
                    processInstanceKey,
                    "a user task, an incident or its end",
                    now -> stop(now).isPresent(),
                    atMost);
            return stop(history).orElseThrow();
        }

        private static Optional<Stop> stop(ProcessHistory history) {
            if (history.state() != ProcessInstanceState.ACTIVE) {
                return Optional.of(new Stop.AtEnd(history.state()));
            }
            Stream<Stop> incidents = history.openIncidents().stream()
                    .map(incident -> new Stop.AtIncident(incident.elementId(), incident.message()));
            Stream<Stop> userTasks =
                    history.openUserTasks().stream().map(task -> new Stop.AtUserTask(task.key(), task.elementId()));
            return Stream.concat(incidents, userTasks).findFirst();
        }

        @Override
        public JsonNode awaitVariable(long processInstanceKey, String name, Duration atMost) {
            var history = engine.history(processInstanceKey);
            if (!history.variables().containsKey(name)) {
                throw new IllegalStateException("There is no variable \"%s\". %s".formatted(name, history.describe()));
            }
            return JSON.valueToTree(history.variables().get(name));
        }

        @Override
        public JsonNode localVariable(long processInstanceKey, String subProcess, String name) {
            var variables = engine.history(processInstanceKey).localVariables();
            return JSON.valueToTree(variables.getOrDefault(subProcess, Map.of()).get(name));
        }

        @Override
        public void completeUserTask(long userTaskKey, Map<String, Object> variables) {
            engine.completeUserTask(userTaskKey, variables);
        }

        @Override
        public Optional<List<Step>> steps(long processInstanceKey) {
            return Optional.of(engine.history(processInstanceKey).steps());
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
