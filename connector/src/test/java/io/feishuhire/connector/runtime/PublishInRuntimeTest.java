package io.feishuhire.connector.runtime;

import static io.feishuhire.sandbox.Endpoint.PUBLISH;
import static io.feishuhire.sandbox.Endpoint.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.JobFailure;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process sees: the connector in the stock runtime, on an engine, against the sandbox. */
@ExtendWith(StockRuntime.class)
class PublishInRuntimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FeishuSandbox sandbox = ConfidentialWords.sandbox();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @AfterAll
    static void nothingConfidentialWasLogged(ConfidentialWords words) {
        assertThat(words.overheard()).isEmpty();
    }

    @Test
    void aPublicationIsTheResult(EmbeddedEngine engine) {
        var history = run(engine, Map.of());

        assertThat(history.completedElements()).endsWith(OutcomesProcess.TASK, OutcomesProcess.PUBLISHED);
        assertThat(history.variables().get("publication"))
                .asInstanceOf(MAP)
                .containsOnlyKeys("advertisementId", "jobChannelId", "channelName", "logId", "publishedAt")
                .containsEntry("advertisementId", ConfidentialWords.ADVERTISEMENT_ID)
                .containsEntry("jobChannelId", "3")
                .containsEntry("logId", sandbox.requests().getLast().logId());
        assertThat(sandbox.published()).hasSize(1);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @Test
    void whatIsAbsentIsAbsentInTheResultToo(EmbeddedEngine engine) {
        var history = run(engine, Map.of("channelType", "default"));

        assertThat(history.variables().get("publication"))
                .asInstanceOf(MAP)
                .containsOnlyKeys("advertisementId", "logId", "publishedAt");
        assertThat(sandbox.requests().getLast().body()).isEqualTo("{}");
    }

    static Stream<Arguments> permanentCodes() {
        return Arrays.stream(FeishuError.values())
                .filter(error -> error.kind().name().equals("PERMANENT"))
                .flatMap(error -> error.codes().mapToObj(code -> Arguments.of(code, error)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("permanentCodes")
    void aPermanentFailureIsABpmnErrorAtOnce(int code, FeishuError error, EmbeddedEngine engine) {
        sandbox.always(PUBLISH, Reply.error(400, code, "no"));

        var history = run(engine, Map.of());

        assertEndsWith(history, error, code, 400);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {10003, 10005, 10012, 10013, 10014, 10015, 99991543})
    void refusedCredentialsAreABpmnErrorAtOnceAndNothingIsPublished(int code, EmbeddedEngine engine) {
        sandbox.always(TOKEN, Reply.error(200, code, "no"));

        var history = run(engine, Map.of());

        assertEndsWith(history, FeishuError.AUTHENTICATION_FAILED, code, 200);
        assertThat(requestsTo(PUBLISH)).isZero();
    }

    static Stream<Arguments> transientReplies() {
        return Stream.of(
                Arguments.of("1002001", Reply.systemError(), FeishuError.SYSTEM_ERROR, 1002001, 500),
                Arguments.of("2200", Reply.internalError(), FeishuError.SYSTEM_ERROR, 2200, 500),
                Arguments.of(
                        "an unknown code with HTTP 500",
                        Reply.error(500, 4711, "?"),
                        FeishuError.UNKNOWN_ERROR,
                        4711,
                        500),
                Arguments.of("HTML with HTTP 502", Reply.gatewayFailure(), FeishuError.UNAVAILABLE, null, 502),
                Arguments.of("truncated JSON", Reply.truncatedJson(), FeishuError.UNAVAILABLE, null, 200),
                Arguments.of("no reply", Reply.connectionReset(), FeishuError.UNAVAILABLE, null, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transientReplies")
    void aTransientFailureBurnsTheRetriesAndThenIsABpmnError(
            String name, Reply reply, FeishuError error, Integer code, Integer status, EmbeddedEngine engine) {
        sandbox.always(PUBLISH, reply);

        var history = run(engine, Map.of());

        assertThat(Retries.burnt(history)).containsExactly(2, 1);
        assertThat(requestsTo(PUBLISH)).isEqualTo(3);
        assertEndsWith(history, error, code, status, "transient");
    }

    @Test
    void aTransientFailureThatPassesIsNoFailureInTheEnd(EmbeddedEngine engine) {
        sandbox.next(PUBLISH, Reply.systemError(), Reply.connectionReset());

        var history = run(engine, Map.of());

        assertThat(history.completedElements()).endsWith(OutcomesProcess.PUBLISHED);
        assertThat(sandbox.published()).hasSize(1);
    }

    static Stream<Arguments> throttlingReplies() {
        return Stream.of(
                Arguments.of("99991400 with HTTP 429", Reply.rateLimited("0.2")),
                Arguments.of("99991400 with HTTP 400", Reply.error(400, 99991400, "limit")),
                Arguments.of("1000004", Reply.error(400, 1000004, "limit")),
                Arguments.of("1000005", Reply.error(400, 1000005, "limit")),
                Arguments.of("HTTP 429 alone", Reply.raw(429, "text/plain", "", Map.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("throttlingReplies")
    void aThrottledJobWaitsInTheEngineWithItsRetriesUntouched(String name, Reply reply, EmbeddedEngine engine) {
        sandbox.next(PUBLISH, reply, reply, reply, reply, reply);

        var history = run(engine, Map.of());

        assertThat(history.completedElements()).endsWith(OutcomesProcess.PUBLISHED);
        assertThat(history.jobFailures()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(failure -> {
            assertThat(failure.retriesLeft()).isEqualTo(3);
            assertWaitsIfFeishuSaidSo(failure);
        });
    }

    /** Our own limiter may let a job come back at once; Feishu is never asked again before it allows it. */
    static void assertWaitsIfFeishuSaidSo(JobFailure failure) {
        if (failure.message().contains("Feishu log id") || failure.message().contains("HTTP status")) {
            assertThat(failure.retryBackOff()).isPositive();
        } else {
            assertThat(failure.message())
                    .containsAnyOf(
                            "Too many requests for this Feishu app at once", "Other calls to Feishu already take");
        }
    }

    @Test
    void aBulkIsPublishedWithoutOneRateLimitReply(EmbeddedEngine engine) {
        var instances = LongStream.range(0, 25)
                .map(i -> start(engine, Map.of("advertisementId", "7" + i)))
                .toArray();

        for (var instance : instances) {
            var history = engine.awaitCompleted(instance, PATIENCE);
            assertThat(history.completedElements()).endsWith(OutcomesProcess.PUBLISHED);
            assertThat(history.jobFailures()).allMatch(failure -> failure.retriesLeft() == 3);
        }
        assertThat(sandbox.published()).hasSize(25);
        assertThat(sandbox.requests()).allMatch(request -> request.status() == 200);
    }

    @Test
    void anIdThatCannotBeOneIsABpmnErrorAndNeverSent(EmbeddedEngine engine) {
        var history = run(engine, Map.of("advertisementId", "69/../../x"));

        assertEndsWith(history, FeishuError.INVALID_PARAMETER, null, null);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aNumberThatLostDigitsIsABpmnErrorThatSaysSo(EmbeddedEngine engine) {
        var history = run(engine, Map.of("advertisementId", 6.960663240925957E18));

        assertThat(feishuError(history).get("message")).asString().contains("has lost digits");
    }

    @Test
    void aSecretInAnInputValueIsRejectedAndShownNowhere(EmbeddedEngine engine) {
        var instance = start(engine, Map.of("advertisementId", "secrets.FEISHU_APP_SECRET"));
        var history = engine.awaitCompleted(instance, PATIENCE);

        assertEndsWith(history, FeishuError.INVALID_PARAMETER, null, null);
        assertNothingConfidential(instance, history, engine);
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongConfigurations")
    void aWrongConfigurationIsAnIncidentWithoutRetriesThatNamesTheField(
            String field, Map<String, Object> variables, EmbeddedEngine engine) {
        var instance = start(engine, variables);
        var incident = engine.awaitIncident(instance, PATIENCE);

        assertNothingConfidential(instance, engine.history(instance), engine);
        assertThat(incident.type()).isEqualTo("JOB_NO_RETRIES");
        assertThat(incident.message()).startsWith(field);
        assertThat(sandbox.requests()).isEmpty();
    }

    static Stream<Arguments> wrongConfigurations() {
        return Stream.of(
                Arguments.of(
                        "connection.baseUrl does not start with https://", Map.of("baseUrl", "http://example.com")),
                Arguments.of("connection.baseUrl is not a URL", Map.of("baseUrl", "secrets.FEISHU_APP_SECRET")),
                Arguments.of("connection.timeoutInSeconds is not", Map.of("timeoutInSeconds", "300")),
                Arguments.of(
                        "Secret with name 'NOBODY_SET_IT' is not available",
                        Map.of("baseUrl", "{{secrets.NOBODY_SET_IT}}")));
    }

    private void assertEndsWith(ProcessHistory history, FeishuError error, Integer code, Integer status) {
        assertEndsWith(history, error, code, status, error.kind().name().toLowerCase(Locale.ROOT));
    }

    private void assertEndsWith(ProcessHistory history, FeishuError error, Integer code, Integer status, String kind) {
        var bpmnCode = BpmnErrors.code(error);
        assertThat(history.completedElements()).endsWith("boundary-" + bpmnCode, bpmnCode);
        assertThat(history.variables()).doesNotContainKey("publication");
        var requests = sandbox.requests();
        assertThat(feishuError(history))
                .containsEntry("code", code)
                .containsEntry("name", bpmnCode)
                .containsEntry("kind", kind)
                .containsEntry("httpStatus", status)
                .containsEntry(
                        "advice",
                        Map.of(
                                "en",
                                error.advice(FeishuOperation.PUBLISH).en(),
                                "zh",
                                error.advice(FeishuOperation.PUBLISH).zh()))
                .containsEntry(
                        "logId", status == null ? null : requests.getLast().logId())
                .hasEntrySatisfying(
                        "message",
                        message -> assertThat(message)
                                .asString()
                                .contains(error.advice(FeishuOperation.PUBLISH).en()))
                .doesNotContainKey("helpUrl");
        assertThat(history.errorsThrown()).singleElement().satisfies(thrown -> {
            assertThat(thrown.code()).isEqualTo(bpmnCode);
            assertThat(thrown.message()).isEqualTo(feishuError(history).get("message"));
        });
        assertThat(history.incidents()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> feishuError(ProcessHistory history) {
        return (Map<String, Object>) history.variables().get("feishuError");
    }

    private long requestsTo(Endpoint endpoint) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .count();
    }

    private ProcessHistory run(EmbeddedEngine engine, Map<String, Object> variables) {
        var instance = start(engine, variables);
        var history = engine.awaitCompleted(instance, PATIENCE);
        assertNothingConfidential(instance, history, engine);
        return history;
    }

    /** No secret in anything that the engine recorded; no input value in what the connector said either. */
    private static void assertNothingConfidential(long instance, ProcessHistory history, EmbeddedEngine engine) {
        assertThat(engine.records(instance)).isNotEmpty().allSatisfy(ConfidentialWords::assertNoSecretIn);
        var said = Stream.of(
                history.jobFailures(),
                history.errorsThrown(),
                history.incidents(),
                String.valueOf(history.variables().get("feishuError")),
                history.localVariables().values().stream()
                        .map(local -> String.valueOf(local.get("error")) + local.get("feishuError"))
                        .toList());
        assertThat(said).allSatisfy(saying -> ConfidentialWords.assertNoneIn(saying.toString()));
    }

    private long start(EmbeddedEngine engine, Map<String, Object> variables) {
        return OutcomesProcess.start(engine, sandbox.baseUrl().toString(), variables);
    }
}
