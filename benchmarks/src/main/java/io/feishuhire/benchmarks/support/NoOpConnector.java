package io.feishuhire.benchmarks.support;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.util.Map;

/** A connector that does nothing: its latency is that of the engine and of the wait for a thread. */
@OutboundConnector(
        name = "No-op",
        inputVariables = {},
        type = NoOpConnector.JOB_TYPE)
public final class NoOpConnector implements OutboundConnectorFunction {

    /** The job type of its tasks. */
    public static final String JOB_TYPE = "io.feishuhire.benchmarks:no-op:1";

    @Override
    public Object execute(OutboundConnectorContext context) {
        return Map.of();
    }
}
