package io.feishuhire.connector.testing;

import io.camunda.connector.api.outbound.OutboundConnectorContext;
import java.lang.reflect.Proxy;

/** A job as a connector sees it, without a runtime. */
public final class JobContext {

    private JobContext() {}

    /** A job whose variables are bound already. */
    public static OutboundConnectorContext of(Object input) {
        return (OutboundConnectorContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {OutboundConnectorContext.class},
                (proxy, method, arguments) -> input);
    }
}
