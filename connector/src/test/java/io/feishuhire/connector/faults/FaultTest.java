package io.feishuhire.connector.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.camunda.connector.api.error.ConnectorException;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.AdvertisementId;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.Channel;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.connector.mapping.AuthenticationInput;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.connector.mapping.ChannelInput;
import io.feishuhire.connector.mapping.ConnectionInput;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.connector.mapping.InputValue;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import io.feishuhire.connector.publish.PublishAdvertisementInput;
import io.feishuhire.connector.testing.JobContext;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of faults, through the client's public API. */
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
        try (var server = FaultyFeishu.with(Script.token(Answers.TOKEN))) {
            new FeishuClient(FeishuClientSettings.DEFAULT).advertisements().publish(request(server.baseUrl(), LONG));
        }
    }

    @AfterAll
    static void nothingConfidentialWasLogged() {
        words.close();
        assertThat(words.overheard()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aFaultIsAFailureOfTheRightKindInTimeAndTellsNothing(Fault fault) {
        var deadline = fault.isSlow() ? SHORT : LONG;
        try (var server = FaultyFeishu.with(fault)) {
            var client = new FeishuClient(FeishuClientSettings.DEFAULT);
            var began = System.nanoTime();

            var thrown = catchThrowableOfType(
                    FeishuException.class, () -> client.advertisements().publish(request(server.baseUrl(), deadline)));

            var took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(thrown).as("the failure").isNotNull();
            assertThat(thrown.failure().error()).isEqualTo(fault.expectedError());
            assertThat(thrown.failure().kind()).isEqualTo(fault.expectedKind());
            assertThat(server.tokenRequests())
                    .as("token requests")
                    .isEqualTo(fault.expectedRequests().token());
            assertThat(server.publishRequests())
                    .as("publish requests")
                    .isEqualTo(fault.expectedRequests().publish());
            assertThat(server.allRequests())
                    .as("requests of any kind")
                    .isEqualTo(fault.expectedRequests().token()
                            + fault.expectedRequests().publish());
            assertInTime(fault, deadline, took);
            ObjectGraph.of(thrown).texts().forEach(ConfidentialWords::assertNoneIn);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatTheProcessIsToldOfAFaultHoldsNothingConfidential(Fault fault) {
        try (var server = FaultyFeishu.with(fault)) {
            var function = new PublishAdvertisementFunction(
                    FeishuAccess.configuredBy(Map.of(FeishuClientSettings.ALLOWED_HOSTS, "feishu.invalid")));

            var thrown = catchThrowableOfType(
                    ConnectorException.class,
                    () -> function.execute(JobContext.of(input(server.baseUrl(), fault.isSlow() ? "1" : "30"))));

            assertThat(thrown.getErrorCode()).isEqualTo(BpmnErrors.code(fault.expectedError()));
            ObjectGraph.of(thrown).texts().forEach(ConfidentialWords::assertNoneIn);
        }
    }

    @Test
    void theWorstCaseOfOneExecutionIsFourExchanges() {
        var deadline = Duration.ofSeconds(3);
        var half = deadline.dividedBy(2);
        var script = Script.token(Answers.late(half, Answers.TOKEN))
                .publish(Answers.late(half, Answers.error(400, 99991663)), Answers.SILENCE);
        try (var server = FaultyFeishu.with(script)) {
            var client = new FeishuClient(FeishuClientSettings.DEFAULT);
            var began = System.nanoTime();

            var thrown = catchThrowableOfType(
                    FeishuException.class, () -> client.advertisements().publish(request(server.baseUrl(), deadline)));

            assertThat(thrown.failure().error()).isEqualTo(FeishuError.UNAVAILABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(half.multipliedBy(5), deadline.multipliedBy(5));
            assertThat(server.allRequests()).isEqualTo(4);
        }
    }

    /** The longest way there is has four exchanges; one more deadline is for a busy machine. */
    private static void assertInTime(Fault fault, Duration deadline, Duration took) {
        switch (fault.end()) {
            case AT_ONCE -> assertThat(took).isLessThan(deadline);
            case AT_THE_DEADLINE -> assertThat(took).isBetween(deadline, deadline.multipliedBy(5));
            case BY_THE_DEADLINE -> assertThat(took).isLessThan(deadline.multipliedBy(5));
        }
    }

    private static PublishRequest request(String baseUrl, Duration deadline) {
        return new PublishRequest(
                new FeishuApp(BaseUrl.parse(baseUrl), FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET),
                new AdvertisementId(ConfidentialWords.ADVERTISEMENT_ID),
                Channel.REFERRAL_PLATFORM,
                deadline);
    }

    private static PublishAdvertisementInput input(String baseUrl, String timeoutInSeconds) {
        return new PublishAdvertisementInput(
                text(ConfidentialWords.ADVERTISEMENT_ID),
                new ChannelInput(text("referral"), text(""), text(""), text("")),
                text(""),
                text(""),
                text(""),
                new AuthenticationInput(text(FeishuSandbox.DEFAULT_APP_ID), text(FeishuSandbox.DEFAULT_APP_SECRET)),
                new ConnectionInput(text("custom"), text(baseUrl), text(timeoutInSeconds)));
    }

    private static InputValue text(String value) {
        return new InputValue(TextNode.valueOf(value));
    }
}
