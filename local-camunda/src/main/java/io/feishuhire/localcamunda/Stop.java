package io.feishuhire.localcamunda;

import io.camunda.client.api.search.enums.ProcessInstanceState;

/** Where a process instance does not go on by itself. */
public sealed interface Stop {
    /** A native user task is open. */
    record AtUserTask(long key, String elementId) implements Stop {}

    /** An incident waits for an operator. */
    record AtIncident(String elementId, String message) implements Stop {}

    /** The instance has ended. */
    record AtEnd(ProcessInstanceState state) implements Stop {}
}
