package io.feishuhire.localcamunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What a program needs of Camunda 8 to take an instance through its process, in this JVM ({@link EmbeddedEngine}) or on
 * a cluster ({@link RemoteCluster}). Safe for use by several threads.
 */
public sealed interface CamundaEngine extends AutoCloseable permits EmbeddedEngine, RemoteCluster {

    /** A client of this engine, which {@link #close()} closes. Everything it can do over gRPC works on both. */
    CamundaClient client();

    /** The address of the gRPC API, such as {@code http://127.0.0.1:26500}. */
    URI grpcAddress();

    /**
     * Starts an instance of the latest version of a process.
     *
     * @return the key of the instance
     */
    default long start(String processId, Map<String, Object> variables) {
        return client().newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

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
     * Completes an open native user task. The engine has accepted it when this method returns.
     *
     * @param variables merged into the process instance
     * @throws IllegalStateException if the engine refuses, for example because no such task is open; the message holds
     *     its reason
     */
    void completeUserTask(long userTaskKey, Map<String, Object> variables);

    @Override
    void close();
}
