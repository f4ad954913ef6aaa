package io.feishuhire.connector.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** A job as a connector sees it, without a runtime. */
public final class JobContext {

    private JobContext() {}

    /** A job whose variables are bound already. */
    public static OutboundConnectorContext of(Object input) {
        return binding(inputType -> input);
    }

    /** A job with these variables. */
    public static OutboundConnectorContext with(JsonNode variables) {
        return binding(inputType -> JobVariables.bind(variables, inputType));
    }

    private static OutboundConnectorContext binding(Function<Class<?>, Object> bind) {
        return (OutboundConnectorContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {OutboundConnectorContext.class},
                (proxy, method, arguments) -> bind.apply((Class<?>) arguments[0]));
    }
}
