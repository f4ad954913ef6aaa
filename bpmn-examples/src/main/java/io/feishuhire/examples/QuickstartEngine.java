package io.feishuhire.examples;

import io.camunda.client.CamundaClient;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import io.feishuhire.localcamunda.Stop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the quickstart needs of Camunda 8 to take an instance through its process, embedded or on a cluster. */
sealed interface QuickstartEngine extends AutoCloseable permits QuickstartEngine.Embedded, QuickstartCluster {

    /** A client of this engine, which {@link #close()} closes. Everything it can do over gRPC works on both. */
    CamundaClient client();

    /** The address of the gRPC API, such as {@code http://127.0.0.1:26500}. */
    URI grpcAddress();

    /**
     * Starts an instance of one version of a process.
     *
     * @return the key of the instance
     */
    default long start(long processDefinitionKey, Map<String, Object> variables) {
        return client().newCreateInstanceCommand()
                .processDefinitionKey(processDefinitionKey)
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /**
     * Waits until a process instance needs a person, or has ended.
     *
     * @param handledUserTasks keys of user tasks to ignore, because they have been completed already
     * @throws IllegalStateException if the instance neither stops nor ends in time
     */
    Stop awaitStop(long processInstanceKey, Set<Long> handledUserTasks, Duration atMost);

    /**
     * Waits for a variable of the process instance itself.
     *
     * @return its value as JSON
     * @throws IllegalStateException if there is no variable of that name in time
     */
    String awaitVariable(long processInstanceKey, String name, Duration atMost);

    /**
     * Completes an open native user task. The engine has accepted it when this method returns.
     *
     * @param variables merged into the process instance
     * @throws IllegalStateException if the engine refuses; the message holds its reason
     */
    void completeUserTask(long userTaskKey, Map<String, Object> variables);

    /** The steps that an instance took; empty where only Operate shows them. */
    Optional<List<Step>> path(long processInstanceKey);

    @Override
    void close();

    /** The engine in this JVM. */
    record Embedded(EmbeddedEngine engine) implements QuickstartEngine {

        @Override
        public CamundaClient client() {
            return engine.client();
        }

        @Override
        public URI grpcAddress() {
            return engine.grpcAddress();
        }

        @Override
        public Stop awaitStop(long processInstanceKey, Set<Long> handledUserTasks, Duration atMost) {
            return engine.awaitStop(processInstanceKey, handledUserTasks, atMost);
        }

        @Override
        public String awaitVariable(long processInstanceKey, String name, Duration atMost) {
            return engine.awaitVariable(processInstanceKey, name, atMost);
        }

        @Override
        public void completeUserTask(long userTaskKey, Map<String, Object> variables) {
            engine.completeUserTask(userTaskKey, variables);
        }

        @Override
        public Optional<List<Step>> path(long processInstanceKey) {
            return Optional.of(engine.history(processInstanceKey).steps());
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
