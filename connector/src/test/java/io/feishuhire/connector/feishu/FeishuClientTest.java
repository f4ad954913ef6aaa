package io.feishuhire.connector.feishu;

import static io.feishuhire.sandbox.Endpoint.PUBLISH;
import static io.feishuhire.sandbox.Endpoint.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class FeishuClientTest {

    private static final String ADVERTISEMENT_ID = "6960663240925956660";

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final FeishuClient feishu = client(FeishuClientSettings.DEFAULT);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void publishesWithTheLogIdThatFeishuSent() {
        var receipt = feishu.publish(request());

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
            Callable<PublishReceipt> publish = () -> unlimited.publish(request());
            for (var receipt :
                    threads.invokeAll(Stream.generate(() -> publish).limit(64).toList())) {
                receipt.get();
            }
        }

        assertThat(requestsTo(TOKEN)).isEqualTo(1);
        assertThat(requestsTo(PUBLISH)).isEqualTo(64);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"99991663", "99991664", "99991665", "99991671"})
    void aRefusedTokenIsReplacedAndTheRequestSentOnceMore(int code) {
        sandbox.next(PUBLISH, Reply.error(400, code, "token refused"));

        feishu.publish(request());

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
        assertThat(requestsTo(PUBLISH)).isEqualTo(2);
    }

    @Test
    void aRevokedTokenIsReplaced() {
        feishu.publish(request());
        sandbox.revokeTokens();

        feishu.publish(request());

        assertThat(sandbox.published()).hasSize(2);
    }

    @Test
    void aTokenThatIsRefusedAgainFailsTheAuthentication() {
        sandbox.always(PUBLISH, Reply.error(400, 99991663, "token invalid"));

        var failure = failure(feishu, request());

        assertThat(failure.error()).isEqualTo(FeishuError.AUTHENTICATION_FAILED);
        assertThat(requestsTo(PUBLISH)).isEqualTo(2);
    }

    @Test
    void aTokenIsRenewedFiveMinutesBeforeItsEnd() {
        feishu.publish(request());
        pass(Duration.ofMinutes(115).minusSeconds(1));
        feishu.publish(request());
        assertThat(requestsTo(TOKEN)).isEqualTo(1);

        pass(Duration.ofSeconds(1));
        feishu.publish(request());

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
    }

    @Test
    void aRenewalThatFailsWhileTheTokenLivesDoesNotFailTheCall() {
        feishu.publish(request());
        sandbox.always(TOKEN, Reply.systemError());
        pass(Duration.ofMinutes(116));
        feishu.publish(request());
        assertThat(requestsTo(TOKEN)).isEqualTo(2);

        pass(Duration.ofMinutes(4));

        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.SYSTEM_ERROR);
    }

    @Test
    void aWrongSecretIsNotAskedForAgainAndAgain() {
        var wrong = request(app("wrong"));
        failure(feishu, wrong);
        failure(feishu, wrong);
        assertThat(requestsTo(TOKEN)).isEqualTo(1);

        pass(Duration.ofSeconds(5));
        failure(feishu, wrong);

        assertThat(requestsTo(TOKEN)).isEqualTo(2);
    }

    @Test
    void aCorrectedSecretWorksAtOnce() {
        assertThat(failure(feishu, request(app("wrong"))).error()).isEqualTo(FeishuError.AUTHENTICATION_FAILED);

        feishu.publish(request());

        assertThat(sandbox.published()).hasSize(1);
    }

    @Test
    void theEleventhRequestOfASecondIsHeldBackWithoutAskingFeishu() {
        for (var i = 0; i < 10; i++) {
            feishu.publish(request());
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
            feishu.publish(request());
        }
        pass(Duration.ofSeconds(1).minusNanos(1));
        failure(feishu, request());

        pass(Duration.ofNanos(1));
        sandbox.withoutRateLimit();
        feishu.publish(request());

        assertThat(sandbox.published()).hasSize(11);
    }

    @Test
    void appsDoNotSlowEachOther() {
        sandbox.registerApp("cli_other", "secret");
        for (var i = 0; i < 10; i++) {
            feishu.publish(request());
        }

        feishu.publish(request(new FeishuApp(new BaseUrl(sandbox.baseUrl()), "cli_other", "secret")));

        assertThat(sandbox.published()).hasSize(11);
    }

    @Test
    void afterARateLimitReplyNothingIsSentBeforeFeishusTimeIsUp() {
        sandbox.next(PUBLISH, Reply.rateLimited("2.5"));
        assertThat(failure(feishu, request()).retryAfter()).hasMillis(2_500);

        pass(Duration.ofMillis(2_499));
        assertThat(failure(feishu, request()).kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(requestsTo(PUBLISH)).isEqualTo(1);

        pass(Duration.ofMillis(1));
        feishu.publish(request());
        assertThat(sandbox.published()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"52, PT52S", "0.5, PT0.5S", "0, PT0.1S", "99999, PT5M", "soon, PT1S", "-3, PT1S", "'', PT1S"})
    void theTimeToWaitIsReadLenientlyAndWithinBounds(String header, Duration wait) {
        sandbox.next(PUBLISH, Reply.rateLimited(header));

        assertThat(failure(feishu, request()).retryAfter()).isEqualTo(wait);
    }

    static Stream<Arguments> repliesThatAreNone() {
        return Stream.of(
                Arguments.of("HTML", Reply.gatewayFailure()),
                Arguments.of("truncated JSON", Reply.truncatedJson()),
                Arguments.of("a redirect", Reply.redirect("https://example.com/")),
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
        pass(Duration.ofSeconds(2));
        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.RATE_LIMITED);
    }

    @Test
    void aKnownCodeDecidesAtAnyHttpStatus() {
        sandbox.next(PUBLISH, Reply.error(500, 1002613, "off"));

        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.API_SYNC_DISABLED);
    }

    @Test
    void aDeadlineOfNextToNothingIsNotToldAsNothing() {
        assertThat(FeishuHttp.late(Duration.ofMillis(3)).failure().detail())
                .isEqualTo("No complete answer within 0.1 s.");
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
    void nobodyListeningMeansUnavailable() {
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
                return Thread.currentThread().isInterrupted() ? failure.detail() : "not interrupted";
            });
            org.awaitility.Awaitility.await().until(() -> requestsTo(PUBLISH) == 1);
            thread.shutdownNow();

            assertThat(interrupted.get()).startsWith("The call was interrupted");
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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://open.feishu.cn/app",
        "https://open.feishu.cn.example.com/",
        "https://feishu.cn@example.com/",
        "https://evilfeishu.cn/",
        "javascript:alert(1)",
        "not a url"
    })
    void aHelpPageOfSomebodyElseIsNotPassedOn(String url) {
        sandbox.next(
                PUBLISH,
                Reply.error(
                        400,
                        99991672,
                        "denied",
                        Map.of("error", Map.of("helps", java.util.List.of(Map.of("url", url))))));

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
                settings, FeishuHttp.through(settings.proxies()), java.time.InstantSource.system(), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
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
        return request(app(FeishuSandbox.DEFAULT_APP_SECRET));
    }

    private PublishRequest request(FeishuApp app) {
        return request(app, Duration.ofSeconds(10));
    }

    private PublishRequest request(Duration timeout) {
        return request(app(FeishuSandbox.DEFAULT_APP_SECRET), timeout);
    }

    private static PublishRequest request(FeishuApp app, Duration timeout) {
        return new PublishRequest(
                app, new AdvertisementId(ADVERTISEMENT_ID), Optional.of(JobChannelId.REFERRAL_PLATFORM), timeout);
    }

    private static Reply json(String body) {
        return Reply.raw(200, "application/json", body, Map.of());
    }

    private static FeishuFailure failure(FeishuClient feishu, PublishRequest request) {
        var thrown = catchThrowableOfType(FeishuException.class, () -> feishu.publish(request));
        assertThat(thrown).as("the failure").isNotNull().hasNoCause();
        return thrown.failure();
    }
}
