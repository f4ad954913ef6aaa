package io.feishuhire.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.CompleteJobCommandStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.CompleteJobResponse;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.impl.CamundaClientFutureImpl;
import io.grpc.Status;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountedCommandsTest {

    private static final Instant TIME_OUT = Instant.EPOCH.plusSeconds(60);

    private final UnderWay underWay = new UnderWay();
    private final Deque<CamundaClientFutureImpl<Object, Object>> sent = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<Runnable> planned = new ArrayDeque<>();
    private boolean stopped;
    private Instant now = Instant.EPOCH;

    static Stream<Throwable> temporary() {
        return Stream.of(
                Status.RESOURCE_EXHAUSTED.asRuntimeException(),
                Status.UNAVAILABLE.asRuntimeException(),
                Status.DEADLINE_EXCEEDED.asRuntimeException(),
                new ClientHttpException(429, "Too Many Requests"),
                new ClientHttpException(503, "Service Unavailable"),
                new ConnectException("Connection refused"));
    }

    static Stream<Throwable> gone() {
        return Stream.of(
                Status.NOT_FOUND.asRuntimeException(),
                Status.FAILED_PRECONDITION.asRuntimeException(),
                new ClientHttpException(404, "Not Found"));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                Status.PERMISSION_DENIED.asRuntimeException(),
                Status.INVALID_ARGUMENT.asRuntimeException(),
                new ClientHttpException(403, "Forbidden"),
                new IllegalStateException("a bug"));
    }

    @Test
    void aCommandIsUnderWayUntilItsAnswer() {
        var answer = complete();
        assertThat(underWay.count()).isEqualTo(1);

        sent.getLast().complete(null);

        assertCounts(0, 0);
        assertThat(answer).isCompleted();
    }

    @ParameterizedTest
    @MethodSource("temporary")
    void whatTheEngineCannotTakeNowIsSentAgainAndStaysUnderWay(Throwable failure) {
        var answer = complete();
        sent.getLast().completeExceptionally(failure);
        assertCounts(1, 0);
        assertThat(answer).isNotDone();

        planned.remove().run();
        assertThat(sent).hasSize(2);
        sent.getLast().complete(null);

        assertCounts(0, 0);
        assertThat(answer).isCompleted();
    }

    @Test
    void thePausesGrowToTwoSecondsAndEndWithTheJobsTimeOut() {
        var answer = complete();
        for (var i = 0; i < 6; i++) {
            sent.getLast().completeExceptionally(Status.UNAVAILABLE.asRuntimeException());
            planned.remove().run();
        }
        assertThat(pauses).extracting(Duration::toMillis).containsExactly(250L, 500L, 1000L, 2000L, 2000L, 2000L);

        now = TIME_OUT;
        sent.getLast().completeExceptionally(Status.UNAVAILABLE.asRuntimeException());

        assertThat(planned).isEmpty();
        assertCounts(0, 1);
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void afterTheStopNothingIsSentAgainAndTheResultIsLost() {
        var unused = complete();
        stopped = true;
        sent.getLast().completeExceptionally(Status.RESOURCE_EXHAUSTED.asRuntimeException());

        assertCounts(0, 1);
    }

    @ParameterizedTest
    @MethodSource("gone")
    void aJobThatTheEngineDoesNotHaveIsNotLost(Throwable failure) {
        var unused = complete();
        sent.getLast().completeExceptionally(failure);

        assertThat(planned).isEmpty();
        assertCounts(0, 0);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatWouldFailAgainIsLostAtOnce(Throwable failure) {
        var answer = complete();
        sent.getLast().completeExceptionally(failure);

        assertThat(planned).isEmpty();
        assertCounts(0, 1);
        assertThat(answer).isCompletedExceptionally();
    }

    private void assertCounts(int count, int lost) {
        assertThat(List.of(underWay.count(), underWay.lost())).containsExactly(count, lost);
    }

    private CompletableFuture<CompleteJobResponse> complete() {
        var job = stub(ActivatedJob.class, Map.of("getDeadline", TIME_OUT.toEpochMilli(), "getKey", 4711L));
        var client = CountedCommands.of(client(), job, underWay, this::plan, () -> now);
        return client.newCompleteCommand(job).send().toCompletableFuture();
    }

    private void plan(Duration pause, Runnable task) {
        if (stopped) {
            throw new RejectedExecutionException();
        }
        pauses.add(pause);
        planned.add(task);
    }

    private JobClient client() {
        var command = (CompleteJobCommandStep1) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CompleteJobCommandStep1.class},
                (proxy, method, arguments) -> {
                    sent.add(new CamundaClientFutureImpl<>());
                    return sent.getLast();
                });
        return stub(JobClient.class, Map.of("newCompleteCommand", command));
    }

    private static <T> T stub(Class<T> type, Map<String, ?> results) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> results.get(method.getName())));
    }
}
