package io.feishuhire.runtime;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.impl.CamundaClientFutureImpl;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/**
 * Counts the commands of a {@link JobClient} from their sending until the engine has them, over gRPC as over REST. A
 * command that the engine cannot take now is sent again until the job's time-out: Camunda's client sends it once, so
 * that the job would run a second time. A command is built in steps, each an interface of its own, so each step's
 * result is wrapped in turn.
 */
final class CountedCommands implements InvocationHandler {

    /** What one job's commands share. */
    private record Context(ActivatedJob job, UnderWay underWay, Later later, InstantSource clock) {}

    private static final Logger LOG = LoggerFactory.getLogger(CountedCommands.class);
    private static final String COMMANDS = "io.camunda.client.api.command.";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Object target;
    private final Context context;

    private CountedCommands(Object target, Context context) {
        this.target = target;
        this.context = context;
    }

    /**
     * Wraps a client for one job.
     *
     * @param later when to send again
     * @param clock what the job's time-out is measured by
     */
    static JobClient of(JobClient client, ActivatedJob job, UnderWay underWay, Later later, InstantSource clock) {
        return (JobClient) wrap(client, new Context(job, underWay, later, clock));
    }

    private static Object wrap(Object target, Context context) {
        return Proxy.newProxyInstance(
                CountedCommands.class.getClassLoader(),
                ClassUtils.getAllInterfaces(target),
                new CountedCommands(target, context));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getReturnType().equals(CamundaFuture.class)) {
            return counted(method, arguments);
        }
        var result = call(method, arguments);
        return result == null || !isStep(method.getReturnType()) ? result : wrap(result, context);
    }

    private Object counted(Method method, Object[] arguments) throws Throwable {
        context.underWay.begin();
        try {
            var answer = new CamundaClientFutureImpl<Object, Object>();
            follow((CamundaFuture<?>) call(method, arguments), method, arguments, answer, FIRST_PAUSE);
            return answer;
        } catch (Throwable notSent) {
            context.underWay.end();
            throw notSent;
        }
    }

    private void follow(
            CamundaFuture<?> attempt,
            Method method,
            Object[] arguments,
            CamundaClientFutureImpl<Object, Object> answer,
            Duration pause) {
        var unused = attempt.whenComplete((response, failure) -> {
            var meaning = Answer.of(failure);
            if (meaning == Answer.DONE) {
                context.underWay.end();
                end(answer, response, failure);
            } else if (meaning == Answer.NOT_NOW && context.clock.millis() < context.job.getDeadline()) {
                if (pause.equals(FIRST_PAUSE)) {
                    LOG.warn(
                            "The engine did not take the result of job {}: {}. Sending it again until the job's"
                                    + " time-out",
                            context.job.getKey(),
                            PeerText.of(failure));
                }
                sendLater(method, arguments, answer, pause, failure);
            } else {
                lose(answer, failure);
            }
        });
    }

    private void sendLater(
            Method method,
            Object[] arguments,
            CamundaClientFutureImpl<Object, Object> answer,
            Duration pause,
            Throwable failure) {
        var doubled = pause.multipliedBy(2);
        var next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        try {
            context.later.run(pause, () -> sendAgain(method, arguments, answer, next));
        } catch (RejectedExecutionException stopped) {
            lose(answer, failure);
        }
    }

    private void sendAgain(
            Method method, Object[] arguments, CamundaClientFutureImpl<Object, Object> answer, Duration pause) {
        try {
            follow((CamundaFuture<?>) call(method, arguments), method, arguments, answer, pause);
        } catch (Throwable notSent) {
            lose(answer, notSent);
        }
    }

    private void lose(CamundaClientFutureImpl<Object, Object> answer, Throwable failure) {
        LOG.warn(
                "The engine does not have the result of job {}: {}. The job goes back at its time-out",
                context.job.getKey(),
                PeerText.of(failure));
        context.underWay.lose();
        end(answer, null, failure);
    }

    private static void end(CamundaClientFutureImpl<Object, Object> answer, Object response, Throwable failure) {
        if (failure == null) {
            answer.complete(response);
        } else {
            answer.completeExceptionally(failure);
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
