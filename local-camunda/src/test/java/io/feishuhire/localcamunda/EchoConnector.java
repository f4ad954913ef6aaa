package io.feishuhire.localcamunda;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.error.ConnectorExceptionBuilder;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.util.Map;

/** A minimal connector: it returns its input text, or fails with the error code in its input. */
@OutboundConnector(
        name = "Echo",
        type = EchoConnector.TYPE,
        inputVariables = {"text", "failWith"})
public final class EchoConnector implements OutboundConnectorFunction {

    static final String TYPE = "io.feishuhire.localcamunda:echo:1";

    record Input(String text, String failWith) {}

    @Override
    public Object execute(OutboundConnectorContext context) {
        var input = context.bindVariables(Input.class);
        if (input.failWith() != null) {
            throw new ConnectorExceptionBuilder()
                    .errorCode(input.failWith())
                    .message("told to fail")
                    .build();
        }
        return Map.of("text", input.text());
    }
}
