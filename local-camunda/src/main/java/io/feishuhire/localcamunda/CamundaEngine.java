package io.feishuhire.localcamunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What a walk through a process needs of Camunda 8, whether it runs in this JVM ({@link EmbeddedEngine}) or somewhere
 * else ({@link RemoteCluster}). Safe for use by several threads.
 */
public sealed interface CamundaEngine extends AutoCloseable permits EmbeddedEngine, RemoteCluster {

    /** Returns a client of this engine, which {@link #close()} closes. Everything it can do over gRPC works on both. */
    CamundaClient client();

    /** Returns the address of the gRPC API, such as {@code http://127.0.0.1:26500}. */
    URI grpcAddress();

    /**
     * Waits for a native user task ({@code <zeebe:userTask/>}) to be open.
     *
     * @param elementId the id of the user task in the diagram
     * @return the key of the open user task
     * @throws IllegalStateException if none is open in time, or none can be any more; the message tells where the
     *     process instance stands
     */
    long awaitUserTask(long processInstanceKey, String elementId, Duration atMost);

    /**
     * Waits until a process instance needs somebody, or is over.
     *
     * @param handledUserTasks keys of user tasks that do not count any more, as they have been completed already
     * @return where it stopped
     * @throws IllegalStateException if it goes on beyond the time
     */
    Stop awaitStop(long processInstanceKey, Set<Long> handledUserTasks, Duration atMost);

    /**
     * Waits for a variable of the process instance itself, and returns its value as JSON.
     *
     * @throws IllegalStateException if there is none of that name in time
     */
    String awaitVariable(long processInstanceKey, String name, Duration atMost);

    /** Where a process instance does not go on by itself. */
    sealed interface Stop {
        /** A native user task is open. */
        record AtUserTask(long key, String elementId) implements Stop {}

        /** An incident waits for an operator. */
        record AtIncident(String elementId, String message) implements Stop {}

        /** It is over. */
        record AtEnd(ProcessInstanceState state) implements Stop {}
    }

    /**
     * Completes an open native user task. When this returns, the engine has accepted it.
     *
     * @param variables merged into the process instance
     * @throws IllegalStateException if the engine refuses, for one because there is no such open task; the message
     *     holds its reason
     */
    void completeUserTask(long userTaskKey, Map<String, Object> variables);

    /**
     * Waits until a process instance is over.
     *
     * @return {@code COMPLETED} or {@code TERMINATED}
     * @throws IllegalStateException if it is still running then; the message tells where it stands
     */
    ProcessInstanceState awaitEnd(long processInstanceKey, Duration atMost);

    @Override
    void close();
}
