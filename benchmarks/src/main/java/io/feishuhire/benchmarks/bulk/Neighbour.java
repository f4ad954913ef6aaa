package io.feishuhire.benchmarks.bulk;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.util.Map;

/** Another connector in the same runtime, which does nothing: its latency is that of waiting for a thread. */
@OutboundConnector(
        name = "Neighbour",
        inputVariables = {},
        type = Neighbour.JOB_TYPE)
public final class Neighbour implements OutboundConnectorFunction {

    static final String JOB_TYPE = "io.feishuhire.benchmarks:neighbour:1";

    @Override
    public Object execute(OutboundConnectorContext context) {
        return Map.of();
    }
}
