package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.CHECK;
import static io.feishuhire.connector.testing.EveryConnector.LIST_CHOICES;
import static io.feishuhire.connector.testing.EveryConnector.LOOK_UP;
import static io.feishuhire.connector.testing.EveryConnector.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process sees of the three kinds of failures, whichever connector has them. */
@ExtendWith(StockRuntime.class)
class FailuresInRuntimeTest {

    private static final String GATEWAY_PAGE = "<html>Not here</html>";

    private static final Set<Integer> OUTSIDE_OF_DATA_RANGE = Set.of(41050, 40004, 40014);

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    /** Every code of publishing, and of the others one for each error. */
    static Stream<Arguments> permanentCodes() {
        return permanentErrors()
                .flatMap(of -> codes(of.connector(), of.error())
                        .mapToObj(code -> Arguments.of(of.connector(), code, of.error())));
    }

    private static IntStream codes(EveryConnector connector, FeishuError error) {
        var known = error == FeishuError.UNKNOWN_ERROR
                ? IntStream.of(4711)
                : error.codes().filter(code -> !OUTSIDE_OF_DATA_RANGE.contains(code));
        return connector == PUBLISH ? known : known.limit(1);
    }

    private record Case(EveryConnector connector, FeishuError error) {

        /** By design: {@code CheckInRuntimeTest} and {@code LookUpInRuntimeTest} have it. */
        boolean isAnAnswer() {
            return (connector == CHECK || connector == LOOK_UP) && error == FeishuError.PERMISSION_DENIED;
        }
    }

    private static Stream<Case> permanentErrors() {
        return Arrays.stream(EveryConnector.values())
                .flatMap(connector -> Arrays.stream(FeishuError.values())
                        .filter(error -> error.kind() == FailureKind.PERMANENT)
                        .map(error -> new Case(connector, error)))
                .filter(of -> !of.isAnAnswer());
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("permanentCodes")
    void aPermanentFailureIsABpmnErrorAtOnce(
            EveryConnector connector, int code, FeishuError error, EmbeddedEngine engine) {
        probe.sandbox().always(connector.endpoint(), Reply.error(400, code, "no"));

        var history = probe.run(engine, connector, Map.of());

        probe.assertEndsWith(history, connector, error, code, 400);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {41050, 40004, 40014})
    void whatIsOutsideOfTheAppsDataRangeHasAnAdviceOfItsOwn(int code, EmbeddedEngine engine) {
        probe.sandbox().always(LIST_CHOICES.endpoint(), Reply.error(400, code, "no"));

        var history = probe.run(engine, LIST_CHOICES, Map.of());

        probe.assertEndsWith(
                history,
                FeishuError.PERMISSION_DENIED,
                code,
                400,
                new Advice(
                        "The Feishu app may not see this person or department. Ask the person who runs the app to extend its data range (通讯录权限范围) in the Feishu Developer"
                                + " Console, to release a new version of the app, and to have it approved; then load the list"
                                + " again.",
                        "飞书应用看不到该人员或部门。请联系应用负责人在「开发者后台」扩大应用的通讯录权限范围，发布新的应用版本并由飞书管理员审核通过，然后重新加载选项。"));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerOfSomethingElseIsABpmnErrorAtOnce(EveryConnector connector, EmbeddedEngine engine) {
        probe.sandbox().always(connector.endpoint(), Reply.raw(404, "text/html", GATEWAY_PAGE, Map.of()));

        var history = probe.run(engine, connector, Map.of());

        probe.assertEndsWith(history, connector, FeishuError.UNEXPECTED_ANSWER, null, 404);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    static Stream<Arguments> refusals() {
        return ofEvery(
                1, Stream.of(10003, 10005, 10012, 10013, 10014, 10015, 99991543).map(Arguments::of));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void refusedCredentialsAreABpmnErrorAtOnceAndNothingIsCalled(
            EveryConnector connector, int code, EmbeddedEngine engine) {
        probe.sandbox().always(Endpoint.TOKEN, Reply.error(200, code, "no"));

        var history = probe.run(engine, connector, Map.of());

        probe.assertEndsWith(history, connector, FeishuError.AUTHENTICATION_FAILED, code, 200);
        assertThat(probe.requestsTo(connector.endpoint())).isZero();
    }

    static Stream<Arguments> transientReplies() {
        return ofEvery(
                Integer.MAX_VALUE,
                Stream.of(
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
                        Arguments.of("no reply", Reply.connectionReset(), FeishuError.UNAVAILABLE, null, null)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("transientReplies")
    void aTransientFailureBurnsTheRetriesAndThenIsABpmnError(
            EveryConnector connector,
            String name,
            Reply reply,
            FeishuError error,
            Integer code,
            Integer status,
            EmbeddedEngine engine) {
        probe.sandbox().always(connector.endpoint(), reply);

        var history = probe.run(engine, connector, Map.of());

        assertThat(Retries.burnt(history)).containsExactly(2, 1);
        probe.assertEndsWith(history, connector, error, code, status, "transient");
        // Java's HTTP client sends a GET once more when its connection ended without a byte.
        var requestsOfAnAttempt = connector.isRead() && name.equals("no reply") ? 2 : 1;
        assertThat(probe.requestsTo(connector.endpoint())).isEqualTo(3L * requestsOfAnAttempt);
    }

    @ParameterizedTest
    @EnumSource
    void aTransientFailureThatPassesIsNoFailureInTheEnd(EveryConnector connector, EmbeddedEngine engine) {
        probe.sandbox().next(connector.endpoint(), Reply.systemError(), Reply.connectionReset());

        var history = probe.run(engine, connector, Map.of());

        assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
        assertThat(probe.sandbox().published()).hasSize(connector == PUBLISH ? 1 : 0);
    }

    static Stream<Arguments> throttlingReplies() {
        return ofEvery(
                2,
                Stream.of(
                        Arguments.of("99991400 with HTTP 429", Reply.rateLimited("0.2")),
                        Arguments.of("99991400 with HTTP 400", Reply.error(400, 99991400, "limit")),
                        Arguments.of("1000004", Reply.error(400, 1000004, "limit")),
                        Arguments.of("1000005", Reply.error(400, 1000005, "limit")),
                        Arguments.of("HTTP 429 alone", Reply.raw(429, "text/plain", "", Map.of()))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("throttlingReplies")
    void aThrottledJobWaitsInTheEngineWithItsRetriesUntouched(
            EveryConnector connector, String name, Reply reply, EmbeddedEngine engine) {
        probe.sandbox().next(connector.endpoint(), reply, reply, reply, reply, reply);

        var history = probe.run(engine, connector, Map.of());

        assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
        assertThat(history.jobFailures()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(failure -> {
            assertThat(failure.retriesLeft()).isEqualTo(Retries.AT_FIRST);
            RuntimeProbe.assertWaitsIfFeishuSaidSo(failure);
        });
    }

    static Stream<Arguments> wrongConfigurations() {
        return ofEvery(
                Integer.MAX_VALUE,
                Stream.of(
                        Arguments.of(
                                "connection.baseUrl does not start with https://",
                                Map.of("baseUrl", "http://example.com")),
                        Arguments.of("connection.baseUrl is not a URL", Map.of("baseUrl", "secrets.FEISHU_APP_SECRET")),
                        Arguments.of("connection.timeoutInSeconds is not", Map.of("timeoutInSeconds", "300")),
                        Arguments.of(
                                "Secret with name 'NOBODY_SET_IT' is not available",
                                Map.of("baseUrl", "{{secrets.NOBODY_SET_IT}}"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongConfigurations")
    void aWrongConfigurationIsAnIncidentWithoutRetriesThatNamesTheField(
            EveryConnector connector, String field, Map<String, Object> variables, EmbeddedEngine engine) {
        var instance = probe.start(engine, connector, variables);
        var incident = engine.awaitIncident(instance, RuntimeProbe.PATIENCE);

        probe.assertNothingConfidential(instance, engine.history(instance), engine);
        assertThat(incident.type()).isEqualTo("JOB_NO_RETRIES");
        assertThat(incident.message()).startsWith(field);
        assertThat(probe.sandbox().requests()).isEmpty();
    }

    /** All cases for publishing, and the first of them for the others, which share its way to Feishu. */
    private static Stream<Arguments> ofEvery(int casesOfOthers, Stream<Arguments> cases) {
        var all = cases.toList();
        return Arrays.stream(EveryConnector.values())
                .flatMap(connector -> all.stream()
                        .limit(connector == PUBLISH ? all.size() : casesOfOthers)
                        .map(of -> Arguments.of(Stream.concat(Stream.of(connector), Arrays.stream(of.get()))
                                .toArray())));
    }
}
