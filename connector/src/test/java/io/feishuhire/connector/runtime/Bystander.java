package io.feishuhire.connector.runtime;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.util.Map;

/** Another connector in the same runtime. It needs nothing but a thread. */
@OutboundConnector(
        name = "Bystander",
        inputVariables = {},
        type = Bystander.JOB_TYPE)
public final class Bystander implements OutboundConnectorFunction {

    static final String JOB_TYPE = "io.feishuhire.test:bystander:1";

    @Override
    public Object execute(OutboundConnectorContext context) {
        return Map.of();
    }
}
