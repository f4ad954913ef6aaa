package io.feishuhire.connector.feishu;

import static io.feishuhire.connector.feishu.Requests.failure;
import static io.feishuhire.sandbox.Endpoint.PUBLISH;
import static io.feishuhire.sandbox.Endpoint.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.testing.FakeTicker;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class FeishuClientTest {

    private static final String ADVERTISEMENT_ID = "6960663240925956660";

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final FakeTicker ticker = new FakeTicker();
    private final FeishuClient feishu = client(FeishuClientSettings.DEFAULT);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void publishesWithTheLogIdThatFeishuSent() {
        var receipt = feishu.advertisements().publish(request());

        assertThat(receipt.logId())
                .contains(sandbox.requests().getLast().logId())
                .hasValueSatisfying(id -> assertThat(id).isNotEmpty());
        assertThat(sandbox.published()).singleElement().satisfies(published -> {
            assertThat(published.advertisementId()).isEqualTo(ADVERTISEMENT_ID);
            assertThat(published.jobChannelId()).isEqualTo("3");
        });
    }

    @Test
    void aTokenIsFetchedOnceAndSharedByManyThreads() throws Exception {
        sandbox.withoutRateLimit();
        var unlimited = client(new FeishuClientSettings(1_000));
        try (var threads = Executors.newFixedThreadPool(64)) {
            Callable<PublishReceipt> publish = () -> unlimited.advertisements().publish(request());
            for (var receipt :
                    threads.invokeAll(Stream.generate(() -> publish).limit(64).toList())) {
                receipt.get();
            }
        }

        assertThat(requestsTo(TOKEN)).isEqualTo(1);
        assertThat(requestsTo(PUBLISH)).isEqualTo(64);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {20013, 20014, 99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677})
    void aRefusedTokenIsReplacedAndTheRequestSentOnceMore(int code) {
        sandbox.next(PUBLISH, Reply.error(400, code, "token refused"));

        feishu.advertisements().publish(request());

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
        assertThat(requestsTo(PUBLISH)).isEqualTo(2);
    }

    @Test
    void aRevokedTokenIsReplaced() {
        feishu.advertisements().publish(request());
        sandbox.revokeTokens();

        feishu.advertisements().publish(request());

        assertThat(sandbox.published()).hasSize(2);
    }

    @Test
    void aTokenThatIsRefusedAgainFailsTheAuthentication() {
        sandbox.always(PUBLISH, Reply.error(400, 99991663, "token invalid"));

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.AUTHENTICATION_FAILED);
        assertThat(requestsTo(PUBLISH)).isEqualTo(2);
    }

    /** Whether Feishu gives the same token again or not: what it knows of the app's rights may come with it. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {99991672, 99991676, 99991662, 99991673, 212100, 99991679})
    void afterARefusalOfTheAppTheNextExecutionAsksForAFreshToken(int code) {
        feishu.advertisements().publish(request());
        ticker.pass(Duration.ofSeconds(10));
        sandbox.next(PUBLISH, Reply.error(400, code, "refused"));
        failure(feishu, request());
        assertThat(requestsTo(TOKEN)).as("not in the same execution").isEqualTo(1);
        assertThat(requestsTo(PUBLISH)).isEqualTo(2);

        feishu.advertisements().publish(request());

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
    }

    /** So that a bulk does not ask for as many tokens as it has jobs. */
    @Test
    void whileTheAppIsRefusedATokenIsUsedForTenSeconds() {
        for (var i = 0; i < 20; i++) {
            sandbox.next(PUBLISH, Reply.error(400, 99991672, "refused"));
            failure(feishu, request());
            ticker.pass(Duration.ofSeconds(1));
        }

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1002613, 1002001, 99991400, 99991401, 4711})
    void aFailureThatSaysNothingAboutTheAppKeepsTheToken(int code) {
        sandbox.next(PUBLISH, Reply.error(400, code, "refused"));
        failure(feishu, request());
        ticker.pass(Duration.ofSeconds(5));

        feishu.advertisements().publish(request());

        assertThat(requestsTo(TOKEN)).isEqualTo(1);
    }

    @Test
    void aTokenThatIsAlwaysRefusedFailsEvenAtTheSmallestLimit() {
        var slow = client(new FeishuClientSettings(1));
        sandbox.always(PUBLISH, Reply.error(400, 99991663, "token invalid"));
        var first = failure(slow, request());
        assertThat(first.kind()).as("no permit for the second request").isEqualTo(FailureKind.THROTTLED);
        ticker.pass(Duration.ofSeconds(1));

        var second = failure(slow, request());

        assertThat(second.error()).isEqualTo(FeishuError.AUTHENTICATION_FAILED);
        assertThat(requestsTo(TOKEN)).isEqualTo(2);
        assertThat(requestsTo(PUBLISH)).isEqualTo(2);
    }

    @Test
    void aReplacementThatFeishuAcceptedMayBeReplacedAgain() {
        for (var time = 0; time < 3; time++) {
            feishu.advertisements().publish(request());
            sandbox.revokeTokens();
        }

        feishu.advertisements().publish(request());

        assertThat(sandbox.published()).hasSize(4);
    }

    /** Feishu refuses a permission or a person by a token that it accepts. */
    @ParameterizedTest
    @ValueSource(ints = {99991672, 41050})
    void aReplacementThatLacksAPermissionMayBeReplacedAgain(int code) {
        feishu.advertisements().publish(request());
        sandbox.revokeTokens();
        sandbox.next(PUBLISH, Reply.fromSandbox(), Reply.error(400, code, "refused"));
        failure(feishu, request());
        sandbox.revokeTokens();

        feishu.advertisements().publish(request());

        assertThat(sandbox.published()).hasSize(2);
    }

    @Test
    void anAppThatWasRefusedForLongRecoversWithItsNextToken() {
        sandbox.always(PUBLISH, Reply.error(400, 99991663, "token invalid"));
        failure(feishu, request());
        failure(feishu, request());
        sandbox.always(PUBLISH, Reply.fromSandbox());

        feishu.advertisements().publish(request());
        sandbox.revokeTokens();
        feishu.advertisements().publish(request());

        assertThat(sandbox.published()).hasSize(2);
    }

    @Test
    void aTokenIsRenewedFiveMinutesBeforeItsEnd() {
        feishu.advertisements().publish(request());
        ticker.pass(Duration.ofMinutes(115).minusSeconds(1));
        feishu.advertisements().publish(request());
        assertThat(requestsTo(TOKEN)).isEqualTo(1);

        ticker.pass(Duration.ofSeconds(1));
        feishu.advertisements().publish(request());

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
    }

    @Test
    void aRenewalThatFailsWhileTheTokenLivesDoesNotFailTheCall() {
        feishu.advertisements().publish(request());
        sandbox.always(TOKEN, Reply.systemError());
        ticker.pass(Duration.ofMinutes(116));
        feishu.advertisements().publish(request());
        assertThat(requestsTo(TOKEN)).isEqualTo(2);

        ticker.pass(Duration.ofMinutes(4));

        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.SYSTEM_ERROR);
    }

    @Test
    void aWrongSecretIsNotAskedForAgainAndAgain() {
        var wrong = Requests.publish(app("wrong"));
        failure(feishu, wrong);
        failure(feishu, wrong);
        assertThat(requestsTo(TOKEN)).isEqualTo(1);

        ticker.pass(Duration.ofSeconds(5));
        failure(feishu, wrong);

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
    }

    @Test
    void aCorrectedSecretWorksAtOnce() {
        assertThat(failure(feishu, Requests.publish(app("wrong"))).error())
                .isEqualTo(FeishuError.AUTHENTICATION_FAILED);

        feishu.advertisements().publish(request());

        assertThat(sandbox.published()).hasSize(1);
    }

    @Test
    void theEleventhRequestOfASecondIsHeldBackWithoutAskingFeishu() {
        for (var i = 0; i < 10; i++) {
            feishu.advertisements().publish(request());
        }

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.RATE_LIMITED);
        assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(failure.retryAfter()).isBetween(Duration.ofMillis(50), Duration.ofSeconds(1));
        assertThat(requestsTo(PUBLISH)).isEqualTo(10);
    }

    @Test
    void aSecondAfterItsReplyARequestMakesRoomForAnother() {
        for (var i = 0; i < 10; i++) {
            feishu.advertisements().publish(request());
        }
        ticker.pass(Duration.ofSeconds(1).minusNanos(1));
        failure(feishu, request());

        ticker.pass(Duration.ofNanos(1));
        sandbox.withoutRateLimit();
        feishu.advertisements().publish(request());

        assertThat(sandbox.published()).hasSize(11);
    }

    @Test
    void appsDoNotSlowEachOther() {
        sandbox.registerApp("cli_other", "secret");
        for (var i = 0; i < 10; i++) {
            feishu.advertisements().publish(request());
        }

        feishu.advertisements()
                .publish(Requests.publish(new FeishuApp(new BaseUrl(sandbox.baseUrl()), "cli_other", "secret")));

        assertThat(sandbox.published()).hasSize(11);
    }

    @Test
    void afterARateLimitReplyNothingIsSentBeforeFeishusTimeIsUp() {
        sandbox.next(PUBLISH, Reply.rateLimited("2.5"));
        assertThat(failure(feishu, request()).retryAfter()).hasMillis(2_500);

        ticker.pass(Duration.ofMillis(2_499));
        assertThat(failure(feishu, request()).kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(requestsTo(PUBLISH)).isEqualTo(1);

        ticker.pass(Duration.ofMillis(1));
        feishu.advertisements().publish(request());
        assertThat(sandbox.published()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"52, PT52S", "0.5, PT0.5S", "0, PT0.1S", "99999, PT5M", "soon, PT1S", "-3, PT1S", "'', PT1S"})
    void theTimeToWaitIsReadLenientlyAndWithinBounds(String header, Duration wait) {
        sandbox.next(PUBLISH, Reply.rateLimited(header));

        assertThat(failure(feishu, request()).retryAfter()).isEqualTo(wait);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Retry-After           | 30                            | PT30S
            Retry-After           | 0.25                          | PT0.25S
            Retry-After           | 99999                         | PT5M
            Retry-After           | Wed, 25 Nov 2099 09:00:00 GMT | PT5M
            Retry-After           | Wed, 25 Nov 2020 09:00:00 GMT | PT0.1S
            Retry-After           | Wed, 99 Nov 2026 09:00:00 GMT | PT1S
            x-ogw-ratelimit-reset | 52s                           | PT52S
            x-ogw-ratelimit-reset | 1500 ms                       | PT1.5S
            x-ogw-ratelimit-reset | 2 minutes                     | PT2M
            x-ogw-ratelimit-reset | 1, 7, 3                       | PT7S
            x-ogw-ratelimit-reset | 7;w=1                         | PT7S
            x-ogw-ratelimit-reset | 7 fortnights                  | PT1S
            x-ogw-ratelimit-reset | 1764061200                    | PT5M
            x-ogw-ratelimit-reset | 999999999999999999999999      | PT5M
            x-ogw-ratelimit-reset | 2m30s                         | PT2M30S
            x-ogw-ratelimit-reset | 1h                            | PT5M
            x-ogw-ratelimit-reset | "60"                          | PT1M
            x-ogw-ratelimit-reset | 7w                            | PT1S
            Retry-After           | 5, Wed, 25 Nov 2099 09:00:00 GMT | PT5M
            Retry-After           | Wed, 25 Nov 2099 09:00:00 GMT, 5 | PT5M
            Retry-After           | Wed, 25 Nov 2020 09:00:00 GMT, 5 | PT5S
            Retry-After           | Wed, 25 Nov 2020 09:00:00 GMT, Wed, 25 Nov 2099 09:00:00 GMT | PT5M
            """)
    void theTimeToWaitIsReadAsGatewaysSendIt(String header, String value, Duration wait) {
        sandbox.next(PUBLISH, Reply.raw(429, "text/plain", "slow down", Map.of(header, value)));

        assertThat(failure(feishu, request()).retryAfter()).isEqualTo(wait);
    }

    @Test
    void feishusOwnHeaderCountsBeforeThatOfAGateway() {
        sandbox.next(
                PUBLISH,
                Reply.raw(429, "text/plain", "", Map.of("Retry-After", "30", "x-ogw-ratelimit-reset", "4")),
                Reply.raw(429, "text/plain", "", Map.of("Retry-After", "30", "x-ogw-ratelimit-reset", "soon")));

        assertThat(failure(feishu, request()).retryAfter()).hasSeconds(4);
        ticker.pass(Duration.ofSeconds(4));
        assertThat(failure(feishu, request()).retryAfter()).hasSeconds(30);
    }

    @ParameterizedTest(name = "{0} characters")
    @ValueSource(ints = {257, 20_000})
    void aHeaderOfAnyLengthIsReadInTime(int length) {
        sandbox.next(PUBLISH, Reply.raw(429, "text/plain", "", Map.of("Retry-After", "7" + ",".repeat(length))));

        assertThat(failure(feishu, request()).retryAfter()).hasSeconds(7);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @ValueSource(ints = {302, 401, 403, 404, 405, 499})
    void anAnswerThatWillNotPassByItselfIsNoOutage(int status) {
        sandbox.next(PUBLISH, Reply.raw(status, "text/html", "<html>no</html>", Map.of()));

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.UNEXPECTED_ANSWER);
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure.message())
                .startsWith("The answer did not come from Feishu's API.")
                .contains("base URL", "HTTP status " + status);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @CsvSource({"302, UNEXPECTED_ANSWER", "403, UNEXPECTED_ANSWER", "429, RATE_LIMITED", "503, UNAVAILABLE"})
    void aSuccessOfTheCodeAloneIsNone(int status, FeishuError error) {
        sandbox.next(PUBLISH, Reply.error(status, 0, "ok"));

        assertThat(failure(feishu, request()).error()).isEqualTo(error);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @ValueSource(ints = {200, 201, 202})
    void aSuccessOfStatusAndCodeIsOne(int status) {
        sandbox.next(PUBLISH, Reply.error(status, 0, "ok"));

        feishu.advertisements().publish(request());
    }

    @Test
    void aByteOrderMarkMakesNoFailureOfASuccess() {
        sandbox.next(PUBLISH, json("\uFEFF{\"code\":0}"));

        feishu.advertisements().publish(request());
    }

    @Test
    void aReplyWithoutATokenIsAFailureWithStatusCodeAndLogId() {
        sandbox.next(TOKEN, Reply.error(200, 0, "ok"));

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(failure.httpStatus()).hasValue(200);
        assertThat(failure.code()).hasValue(0);
        assertThat(failure.logId()).contains(sandbox.requests().getLast().logId());
    }

    static Stream<Arguments> repliesThatAreNone() {
        return Stream.of(
                Arguments.of("HTML", Reply.gatewayFailure()),
                Arguments.of("truncated JSON", Reply.truncatedJson()),
                Arguments.of("nothing at all", Reply.emptyReply()),
                Arguments.of("a reset connection", Reply.connectionReset()),
                Arguments.of("no body", json("")),
                Arguments.of("a code as text", json("{\"code\":\"0\",\"msg\":\"ok\"}")),
                Arguments.of("no code", json("{\"msg\":\"ok\"}")),
                Arguments.of("a null code", json("{\"code\":null}")),
                Arguments.of("a fraction for a code", json("{\"code\":0.5}")),
                Arguments.of("an array", json("[{\"code\":0}]")),
                Arguments.of("two objects", json("{\"code\":0}{\"code\":0}")),
                Arguments.of("ten megabytes", Reply.huge(10_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repliesThatAreNone")
    void aReplyThatIsNoFeishuReplyMeansUnavailable(String name, Reply reply) {
        sandbox.next(PUBLISH, reply);

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(requestsTo(PUBLISH))
                .as("sent once, as it may have been carried out")
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @CsvSource({"200, PERMANENT", "400, PERMANENT", "499, PERMANENT", "500, TRANSIENT", "503, TRANSIENT"})
    void theHttpStatusDecidesTheKindOfAnUnknownCode(int status, FailureKind kind) {
        sandbox.next(PUBLISH, Reply.error(status, 4711, "who knows"));

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.UNKNOWN_ERROR);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).hasValue(4711);
    }

    @Test
    void http429IsARateLimitEvenWithoutACode() {
        sandbox.next(PUBLISH, Reply.raw(429, "text/plain", "slow down", Map.of()), Reply.error(429, 4711, "slow down"));

        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.RATE_LIMITED);
        ticker.pass(Duration.ofSeconds(2));
        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.RATE_LIMITED);
    }

    @Test
    void aKnownCodeDecidesAtAnyHttpStatus() {
        sandbox.next(PUBLISH, Reply.error(500, 1002613, "off"));

        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.API_SYNC_DISABLED);
    }

    @Test
    void aDeadlineOfNextToNothingIsNotToldAsNothing() {
        assertThat(FeishuFailure.timedOut(Duration.ofMillis(3)).detail()).isEqualTo("No complete answer within 0.1 s.");
    }

    @Test
    void aSlowBodyEndsAtTheDeadline() {
        sandbox.next(PUBLISH, Reply.dribble(Duration.ofSeconds(60), Reply.systemError()));

        var failure = failure(feishu, request(Duration.ofMillis(300)));

        assertThat(failure.error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(failure.detail()).isEqualTo("No complete answer within 0.3 s.");
    }

    @Test
    void silenceEndsAtTheDeadline() {
        sandbox.next(PUBLISH, Reply.neverAnswers());

        assertThat(failure(feishu, request(Duration.ofMillis(300))).error()).isEqualTo(FeishuError.UNAVAILABLE);
    }

    @Test
    void aPortWithoutAListenerMeansUnavailable() {
        var request = request();
        sandbox.close();

        assertThat(failure(feishu, request).message()).startsWith("The connection was refused:");
    }

    @Test
    void anInterruptEndsTheCallAndStays() throws Exception {
        sandbox.next(PUBLISH, Reply.neverAnswers());
        try (var thread = Executors.newSingleThreadExecutor()) {
            var interrupted = thread.submit(() -> {
                var failure = failure(feishu, request(Duration.ofMinutes(1)));
                return Thread.currentThread().isInterrupted() ? failure.kind() + ": " + failure.detail() : "";
            });
            org.awaitility.Awaitility.await().until(() -> requestsTo(PUBLISH) == 1);
            thread.shutdownNow();

            assertThat(interrupted.get())
                    .as("costs no retry")
                    .startsWith("THROTTLED: This call was stopped before Feishu answered")
                    .contains("may have carried it out");
        }
    }

    @Test
    void aMissingPermissionComesWithFeishusHelpPageAndLogId() {
        sandbox.next(PUBLISH, Reply.scopeMissing("cli_sandbox"));

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.PERMISSION_DENIED);
        assertThat(failure.helpUrl())
                .hasValueSatisfying(url -> assertThat(url).hasScheme("https").hasHost("open.feishu.cn"));
        assertThat(failure.logId()).contains(sandbox.requests().getLast().logId());
    }

    @Test
    void aMissingPermissionIsNamedInFeishusOwnWords() {
        sandbox.next(
                PUBLISH,
                denied(
                        Map.of("type", "action_scope_required", "subject", "hire:advertisement"),
                        Map.of("scope", "hire:site:readonly", "url", "https://open.feishu.cn/"),
                        Map.of("type", "action_scope_required", "subject", "hire:advertisement"),
                        Map.of("subject", "<script>alert(1)</script>"),
                        Map.of("subject", "hire:" + "x".repeat(100_000)),
                        Map.of("subject", 7)));

        var failure = failure(feishu, request());

        assertThat(failure.scopes()).containsExactly("hire:advertisement", "hire:site:readonly");
        assertThat(failure.message())
                .startsWith("Feishu asks for one of the permissions hire:advertisement, hire:site:readonly. ");
        assertThat(failure.advice(FeishuOperation.PUBLISH).en())
                .contains("request the permission hire:advertisement or hire:site:readonly in");
        assertThat(failure.advice(FeishuOperation.PUBLISH).zh())
                .contains("开通 hire:advertisement 或 hire:site:readonly 权限");
    }

    @Test
    void aSingleMissingPermissionIsNamedAsSuch() {
        sandbox.next(PUBLISH, denied(Map.of("subject", "hire:advertisement")));

        assertThat(failure(feishu, request()).message())
                .startsWith("Feishu asks for the permission hire:advertisement. ");
    }

    @Test
    void aMissingPermissionWithoutANameIsToldAllTheSame() {
        sandbox.next(PUBLISH, denied());

        assertThat(failure(feishu, request()).message(FeishuOperation.PUBLISH))
                .startsWith("The Feishu app may not publish");
    }

    private static Reply denied(Map<?, ?>... violations) {
        return Reply.error(
                400, 99991672, "denied", Map.of("error", Map.of("permission_violations", List.of(violations))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a", "%2e", "/a"})
    void aHelpPageOfAnyLengthIsReadInTime(String piece) {
        var url = "https://" + piece.repeat(20_000) + "feishu.cn/";
        sandbox.next(
                PUBLISH,
                Reply.error(400, 99991672, "denied", Map.of("error", Map.of("helps", List.of(Map.of("url", url))))));

        assertThat(failure(feishu, request()).helpUrl()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://open.feishu.cn/app",
        "https://open.feishu.cn.example.com/",
        "https://feishu.cn@example.com/",
        "https://evilfeishu.cn/",
        "javascript:alert(1)",
        "not a url"
    })
    void aHelpPageOfAnotherHostIsNotPassedOn(String url) {
        sandbox.next(
                PUBLISH,
                Reply.error(400, 99991672, "denied", Map.of("error", Map.of("helps", List.of(Map.of("url", url))))));

        assertThat(failure(feishu, request()).helpUrl()).isEmpty();
    }

    @Test
    void theMessageSaysWhatHappenedAndWhatSupportAsksFor() {
        sandbox.apiSync(false);

        var failure = failure(feishu, request());

        assertThat(failure.message())
                .startsWith("Feishu Hire does not let other systems change jobs")
                .endsWith(" (Feishu code 1002613, HTTP status 400, Feishu log id "
                        + sandbox.requests().getLast().logId() + ")");
    }

    private FeishuClient client(FeishuClientSettings settings) {
        return new FeishuClient(
                settings, FeishuHttp.create(settings.proxies()), java.time.InstantSource.system(), ticker);
    }

    private long requestsTo(Endpoint endpoint) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .count();
    }

    private FeishuApp app(String secret) {
        return new FeishuApp(new BaseUrl(sandbox.baseUrl()), FeishuSandbox.DEFAULT_APP_ID, secret);
    }

    private PublishRequest request() {
        return Requests.publish(Requests.appOf(sandbox));
    }

    private PublishRequest request(Duration timeout) {
        return Requests.publish(Requests.appOf(sandbox), timeout);
    }

    private static Reply json(String body) {
        return Reply.raw(200, "application/json", body, Map.of());
    }
}
