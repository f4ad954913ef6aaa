package io.feishuhire.runtime;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.worker.JobClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.util.ClassUtils;

/**
 * Counts the commands of a {@link JobClient} from their sending to the engine's answer, over gRPC as over REST. A
 * command is built in steps, each an interface of its own, so each step's result is wrapped in turn.
 */
final class CountedCommands implements InvocationHandler {

    private static final String COMMANDS = "io.camunda.client.api.command.";

    private final Object target;
    private final UnderWay underWay;

    private CountedCommands(Object target, UnderWay underWay) {
        this.target = target;
        this.underWay = underWay;
    }

    static JobClient of(JobClient client, UnderWay underWay) {
        return (JobClient) wrap(client, underWay);
    }

    private static Object wrap(Object target, UnderWay underWay) {
        return Proxy.newProxyInstance(
                CountedCommands.class.getClassLoader(),
                ClassUtils.getAllInterfaces(target),
                new CountedCommands(target, underWay));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getReturnType().equals(CamundaFuture.class)) {
            underWay.begin();
            return counted(method, arguments);
        }
        var result = call(method, arguments);
        return result == null || !isStep(method.getReturnType()) ? result : wrap(result, underWay);
    }

    private Object counted(Method method, Object[] arguments) throws Throwable {
        try {
            var answer = (CamundaFuture<?>) call(method, arguments);
            answer.whenComplete((response, failure) -> underWay.end());
            return answer;
        } catch (Throwable notSent) {
            underWay.end();
            throw notSent;
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static boolean isStep(Class<?> type) {
        return type.isInterface() && type.getName().startsWith(COMMANDS);
    }
}
