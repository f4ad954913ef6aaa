package io.feishuhire.connector.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.error.ConnectorException;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.check.AdvertisementStatusResult;
import io.feishuhire.connector.feishu.AdvertisementStatus;
import io.feishuhire.connector.feishu.AdvertisementStatus.Reason;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of faults, at the call of every connector, through the client's public API. */
class FaultTest {

    /** For faults that end at the deadline. */
    private static final Duration SHORT = Duration.ofSeconds(1);
    /** For faults that must not need it, on however busy a machine. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static ConfidentialWords words;

    @BeforeAll
    static void listen() {
        words = ConfidentialWords.listen();
    }

    /** Classes that are loaded for the first time are not what the bounds are about. */
    @BeforeAll
    static void warmUp() {
        for (var connector : EveryConnector.values()) {
            try (var server = FaultyFeishu.with(Script.token(Answers.TOKEN))) {
                connector.call(client(), app(server), LONG);
            }
        }
    }

    @AfterAll
    static void nothingConfidentialWasLogged() {
        words.close();
        assertThat(words.overheard()).isEmpty();
    }

    /**
     * The first of two places where connectors differ: a missing permission is no failure of a check but its answer.
     * See {@link #aCheckAnswersThatThePermissionIsMissing}.
     */
    private static boolean isAnAnswer(Fault fault, EveryConnector connector) {
        return connector == EveryConnector.CHECK && fault == Fault.PERMISSION_MISSING;
    }

    /**
     * The second: Java's HTTP client sends a GET once more when its connection ended without a byte of an answer, and
     * no setting of the client prevents that. A request that changes something is never repeated in this way. And where
     * the permission for the details of a job is missing, looking it up tries another call.
     */
    private static int callsOf(Fault fault, EveryConnector connector) {
        var endsWithoutAByte = EnumSet.of(Fault.RESET_AFTER_REQUEST, Fault.CLOSED_AFTER_REQUEST, Fault.HALF_CLOSED);
        var isAskedTwice = (connector.isRead() && endsWithoutAByte.contains(fault))
                || (connector == EveryConnector.LOOK_UP && fault == Fault.PERMISSION_MISSING);
        return isAskedTwice ? 2 : fault.expectedRequests().call();
    }

    static Stream<Arguments> failures() {
        return Arrays.stream(EveryConnector.values())
                .flatMap(connector -> Arrays.stream(Fault.values())
                        .filter(fault -> !isAnAnswer(fault, connector))
                        .map(fault -> Arguments.of(connector, fault)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("failures")
    void aFaultIsAFailureOfTheRightKindInTimeAndTellsNothing(EveryConnector connector, Fault fault) {
        var deadline = fault.isSlow() ? SHORT : LONG;
        try (var server = FaultyFeishu.with(fault)) {
            var client = client();
            var began = System.nanoTime();

            var thrown =
                    catchThrowableOfType(FeishuException.class, () -> connector.call(client, app(server), deadline));

            var took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(thrown).as("the failure").isNotNull();
            assertThat(thrown.failure().error()).isEqualTo(fault.expectedError());
            assertThat(thrown.failure().kind()).isEqualTo(fault.expectedKind());
            assertRequests(server, fault, connector);
            assertInTime(fault, deadline, took);
            ObjectGraph.of(thrown).texts().forEach(ConfidentialWords::assertNoneIn);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("failures")
    void whatTheProcessIsToldOfAFaultHoldsNothingConfidential(EveryConnector connector, Fault fault) {
        try (var server = FaultyFeishu.with(fault)) {
            var variables = connector.variables(server.baseUrl());
            ((ObjectNode) variables.get("connection")).put("timeoutInSeconds", fault.isSlow() ? 1 : 30);

            var thrown = catchThrowableOfType(ConnectorException.class, () -> connector.execute(access(), variables));

            assertThat(thrown.getErrorCode()).isEqualTo(BpmnErrors.code(fault.expectedError()));
            ObjectGraph.of(thrown).texts().forEach(ConfidentialWords::assertNoneIn);
        }
    }

    @Test
    void aCheckAnswersThatThePermissionIsMissing() {
        try (var server = FaultyFeishu.with(Fault.PERMISSION_MISSING)) {
            var status = (AdvertisementStatus) EveryConnector.CHECK.call(client(), app(server), LONG);

            assertThat(status.reason()).isEqualTo(Reason.PERMISSION_MISSING);
            assertRequests(server, Fault.PERMISSION_MISSING, EveryConnector.CHECK);
            var result = (AdvertisementStatusResult)
                    EveryConnector.CHECK.execute(access(), EveryConnector.CHECK.variables(server.baseUrl()));
            assertThat(result.state()).isEqualTo("UNKNOWN");
            assertThat(result.reason()).isEqualTo("PERMISSION_MISSING");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWorstCaseOfOneExecutionIsFourExchanges(EveryConnector connector) {
        var deadline = Duration.ofSeconds(3);
        var half = deadline.dividedBy(2);
        var script = Script.token(Answers.late(half, Answers.TOKEN))
                .call(Answers.late(half, Answers.error(400, 99991663)), Answers.SILENCE);
        try (var server = FaultyFeishu.with(script)) {
            var began = System.nanoTime();

            var thrown =
                    catchThrowableOfType(FeishuException.class, () -> connector.call(client(), app(server), deadline));

            assertThat(thrown.failure().error()).isEqualTo(FeishuError.UNAVAILABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(half.multipliedBy(5), deadline.multipliedBy(5));
            assertThat(server.tokenRequests()).isEqualTo(2);
            assertThat(server.calls()).hasSize(2);
        }
    }

    private static void assertRequests(FaultyFeishu server, Fault fault, EveryConnector connector) {
        assertThat(server.tokenRequests())
                .as("token requests")
                .isEqualTo(fault.expectedRequests().token());
        assertThat(server.calls())
                .as("requests of any other kind")
                .hasSize(callsOf(fault, connector))
                .allMatch(line -> line.matches(connector.requestLine()));
    }

    /** The longest way there is has four exchanges; one more deadline is for a busy machine. */
    private static void assertInTime(Fault fault, Duration deadline, Duration took) {
        switch (fault.end()) {
            case AT_ONCE -> assertThat(took).isLessThan(deadline);
            case AT_THE_DEADLINE -> assertThat(took).isBetween(deadline, deadline.multipliedBy(5));
            case BY_THE_DEADLINE -> assertThat(took).isLessThan(deadline.multipliedBy(5));
        }
    }

    private static FeishuClient client() {
        return new FeishuClient(FeishuClientSettings.DEFAULT);
    }

    private static FeishuAccess access() {
        return FeishuAccess.configuredBy(Map.of(FeishuClientSettings.ALLOWED_HOSTS, "feishu.invalid"));
    }

    private static FeishuApp app(FaultyFeishu server) {
        return new FeishuApp(
                BaseUrl.parse(server.baseUrl()), FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
    }
}
