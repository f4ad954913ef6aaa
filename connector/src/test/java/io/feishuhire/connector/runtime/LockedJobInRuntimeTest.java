package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.CREATE;
import static io.feishuhire.connector.testing.EveryConnector.LOOK_UP;
import static io.feishuhire.connector.testing.EveryConnector.OPEN_OR_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.ExpectedAdvice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.CreatedJob;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a process sees of jobs that Feishu locks for a while (1002631): it tries again, and does nothing twice. */
@ExtendWith(StockRuntime.class)
class LockedJobInRuntimeTest {

    private static final int LOCKED = 1002631;
    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    /** These processes wait for nothing between two attempts: more than there are until a test ends the lock. */
    private static final int MANY = 10_000;

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of(Endpoint.CREATE_JOB, CREATE, Map.of("lookForCode", true, "code", "BE-7")),
                Arguments.of(
                        Endpoint.OPEN_JOB,
                        OPEN_OR_CLOSE,
                        Map.of("action", "open", "jobId", ConfidentialWords.CLOSED_JOB_ID)),
                Arguments.of(
                        Endpoint.CLOSE_JOB,
                        OPEN_OR_CLOSE,
                        Map.of("action", "close", "jobId", ConfidentialWords.JOB_ID)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void onceTheLockEndsTheCallTakesEffectOnceAndEachRefusalHasCostOneRetry(
            Endpoint call, EveryConnector connector, Map<String, Object> variables, EmbeddedEngine engine) {
        probe.sandbox().lockJobs(LONGER_THAN_ANY_TEST, call);
        var instance = startWithManyRetries(engine, connector, variables);

        probe.sandbox().lockJobs(A_MOMENT, call);
        var history = engine.awaitCompleted(instance, RuntimeProbe.PATIENCE);

        assertThat(history.completedElements()).endsWith(OutcomesProcess.TASK, OutcomesProcess.DONE);
        assertThat(history.incidents()).isEmpty();
        assertOneRetryForEachRefusal(history);
        assertThat(probe.requestsTo(call)).isEqualTo(refusals() + 1);
        assertTookEffect(call, history, engine);
        probe.assertNothingConfidential(instance, history, engine);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void aLockThatOutlastsTheRetriesIsABpmnErrorAndNothingHasChanged(
            Endpoint call, EveryConnector connector, Map<String, Object> variables, EmbeddedEngine engine) {
        probe.sandbox().lockJobs(LONGER_THAN_ANY_TEST, call);

        var history = probe.run(engine, connector, variables);

        assertThat(history.completedElements()).endsWith("FEISHU_SYSTEM_ERROR");
        assertThat(RuntimeProbe.feishuError(history))
                .containsEntry("code", LOCKED)
                .containsEntry("kind", "transient")
                .containsEntry("advice", advice(connector));
        assertThat(Retries.burnt(history)).containsExactly(2, 1);
        assertThat(probe.requestsTo(call)).isEqualTo(Retries.AT_FIRST);
        assertThat(refusals()).isEqualTo(Retries.AT_FIRST);
        assertThat(probe.sandbox().createdJobs()).isEmpty();
        assertThat(isActive(ConfidentialWords.JOB_ID, engine)).isTrue();
        assertThat(isActive(ConfidentialWords.CLOSED_JOB_ID, engine)).isFalse();
    }

    /** After the refusals Feishu creates the job, but the process does not hear of it. */
    @Test
    void anAnswerThatIsLostAfterTheLockLeadsToTheJobAndNotToAnother(EmbeddedEngine engine) {
        probe.sandbox().lockJobs(LONGER_THAN_ANY_TEST, Endpoint.CREATE_JOB);
        var instance = startWithManyRetries(engine, CREATE, Map.of("lookForCode", true, "code", "BE-7"));

        probe.sandbox().always(Endpoint.CREATE_JOB, Reply.afterEffect(Reply.systemError()));
        probe.sandbox().lockJobs(Duration.ZERO, Endpoint.CREATE_JOB);
        await("a job")
                .atMost(RuntimeProbe.PATIENCE)
                .until(() -> !probe.sandbox().createdJobs().isEmpty());
        probe.sandbox().resetReplies(Endpoint.CREATE_JOB);
        var history = engine.awaitCompleted(instance, RuntimeProbe.PATIENCE);

        assertThat(probe.sandbox().createdJobs()).hasSize(1);
        assertThat(history.completedElements()).endsWith("FEISHU_JOB_ALREADY_CREATED");
        assertThat(RuntimeProbe.feishuError(history))
                .containsEntry("jobId", probe.sandbox().createdJobs().getFirst().jobId());
        assertOneRetryForEachRefusal(history);
        assertThat(probe.requestsTo(Endpoint.CREATE_JOB)).isEqualTo(refusals() + 1);
    }

    @Test
    void anotherJobIsClosedWhileOneIsLocked(EmbeddedEngine engine) {
        probe.sandbox().lockJob(ConfidentialWords.JOB_ID, LONGER_THAN_ANY_TEST);

        var status = probe.result(
                engine, OPEN_OR_CLOSE, "jobStatus", Map.of("action", "close", "jobId", "7003000000000000002"));

        assertThat(status).containsEntry("changed", true);
        assertThat(refusals()).isZero();
    }

    /** Comes back when a second attempt has been refused, too. */
    private long startWithManyRetries(EmbeddedEngine engine, EveryConnector connector, Map<String, Object> variables) {
        var all = new HashMap<>(variables);
        all.put("retries", MANY);
        var instance = probe.start(engine, connector, all);
        await("two refusals").atMost(RuntimeProbe.PATIENCE).until(() -> refusals() >= 2);
        return instance;
    }

    private void assertOneRetryForEachRefusal(ProcessHistory history) {
        assertThat(Retries.burnt(history, MANY))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Math.toIntExact(refusals()))
                        .mapToObj(refusal -> MANY - refusal)
                        .toList());
    }

    private void assertTookEffect(Endpoint call, ProcessHistory history, EmbeddedEngine engine) {
        if (call == Endpoint.CREATE_JOB) {
            assertThat(probe.sandbox().createdJobs())
                    .extracting(CreatedJob::code)
                    .containsExactly("BE-7");
        } else {
            var opened = call == Endpoint.OPEN_JOB;
            var job = opened ? ConfidentialWords.CLOSED_JOB_ID : ConfidentialWords.JOB_ID;
            assertThat((Map<?, ?>) history.variables().get("jobStatus"))
                    .extracting("changed")
                    .isEqualTo(true);
            assertThat(isActive(job, engine)).isEqualTo(opened);
        }
    }

    private boolean isActive(String job, EmbeddedEngine engine) {
        return (boolean)
                probe.result(engine, LOOK_UP, "job", Map.of("jobId", job)).get("active");
    }

    private static Map<String, String> advice(EveryConnector connector) {
        var advice = ExpectedAdvice.of(FeishuError.SYSTEM_ERROR, LOCKED, connector.operation());
        return Map.of("en", advice.en(), "zh", advice.zh());
    }

    private long refusals() {
        return probe.sandbox().requests().stream()
                .filter(request -> Integer.valueOf(LOCKED).equals(request.code()))
                .count();
    }
}
