package io.feishuhire.connector.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** A job as a connector sees it, without a runtime. */
public final class JobContext {

    /** The key of the element instance that each job here belongs to. */
    public static final long TASK_KEY = 2_251_799_813_685_337L;

    /** The key of its process instance. */
    public static final long INSTANCE_KEY = 2_251_799_813_685_330L;

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
                (proxy, method, arguments) ->
                        method.getName().equals("getJobContext") ? ofTask() : bind.apply((Class<?>) arguments[0]));
    }

    private static io.camunda.connector.api.outbound.JobContext ofTask() {
        var type = io.camunda.connector.api.outbound.JobContext.class;
        return (io.camunda.connector.api.outbound.JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getType" -> "io.feishuhire:any:1";
                        case "getElementId" -> "task";
                        case "getElementInstanceKey" -> TASK_KEY;
                        case "getBpmnProcessId" -> "process";
                        case "getProcessInstanceKey" -> INSTANCE_KEY;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
