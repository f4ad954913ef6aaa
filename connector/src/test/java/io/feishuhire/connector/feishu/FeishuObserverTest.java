package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import io.feishuhire.connector.testing.FakeTicker;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client tells those who count. */
class FeishuObserverTest {

    private static final String PUBLISH = "hire/v1/advertisements/6960663240925956660/publish";
    private static final String WEBSITES = "hire/v1/websites";
    private static final String ON_WEBSITE = "hire/v1/websites/81/job_posts/6960663240925956660";
    private static final String REQUESTED_PUBLISH = "requested publish: %s in PT0.2S";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final RecordingObserver observer = new RecordingObserver();
    private final FeishuRoutes feishu = new FeishuRoutes(observer);

    @Test
    void aPublicationIsATokenAndARequest() {
        feishu.on(PUBLISH, "{\"code\":0}");

        publish();
        publish();

        assertThat(observer.heard())
                .containsExactly(
                        "token: OK", REQUESTED_PUBLISH.formatted("ACCEPTED"), REQUESTED_PUBLISH.formatted("ACCEPTED"));
    }

    @ParameterizedTest
    @CsvSource({"1002613, ACCEPTED", "1002001, ACCEPTED", "99991400, REJECTED"})
    void aRequestIsAcceptedWhereFeishuAnswersUnlessTheLimitIsExceeded(int code, String outcome) {
        feishu.failsWith(PUBLISH, code);

        var unused = catchThrowable(this::publish);

        assertThat(observer.heard()).endsWith(REQUESTED_PUBLISH.formatted(outcome));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>502</html>", ""})
    void aRequestHasAnUnknownOutcomeWhereSomethingElseAnswers(String body) {
        feishu.on(PUBLISH, body);

        var unused = catchThrowable(this::publish);

        assertThat(observer.heard()).endsWith(REQUESTED_PUBLISH.formatted("UNKNOWN"));
    }

    @Test
    void aRequestWithoutAnAnswerHasAnUnknownOutcome() {
        var ticker = new FakeTicker();
        var client = client(ticker, Bulkhead.unlimited(), request -> {
            if (InMemoryHttp.isForToken(request)) {
                return tokenReply();
            }
            ticker.pass(Duration.ofSeconds(1));
            throw new IllegalStateException("cut off");
        });

        var unused = catchThrowable(() -> client.advertisements().publish(Requests.publish(Requests.APP)));

        assertThat(observer.heard()).containsExactly("token: OK", "requested publish: UNKNOWN in PT1S");
    }

    @ParameterizedTest
    @CsvSource({"10003, PERMANENT", "2200, TRANSIENT", "99991400, THROTTLED"})
    void aTokenThatFeishuDoesNotGiveIsAFetchThatFailed(int code, String kind) {
        var client = client(
                new FakeTicker(), Bulkhead.unlimited(), request -> InMemoryHttp.Reply.json("{\"code\":" + code + "}"));

        var unused = catchThrowable(() -> client.advertisements().publish(Requests.publish(Requests.APP)));

        assertThat(observer.heard()).containsExactly("token: " + kind);
    }

    /** Jobs that share what came of one fetch made none. */
    @Test
    void aRefusalThatIsRememberedIsNoFetch() {
        var client =
                client(new FakeTicker(), Bulkhead.unlimited(), request -> InMemoryHttp.Reply.json("{\"code\":10003}"));

        for (var i = 0; i < 3; i++) {
            var unused = catchThrowable(() -> client.advertisements().publish(Requests.publish(Requests.APP)));
        }

        assertThat(observer.heard()).containsExactly("token: PERMANENT");
    }

    @Test
    void aWaitForThePermitIsHeardWithItsTime() {
        var ticker = new FakeTicker();
        var client = client(ticker, Bulkhead.unlimited(), request -> {
            ticker.pass(Duration.ofMillis(60));
            return InMemoryHttp.isForToken(request) ? tokenReply() : InMemoryHttp.Reply.json("{\"code\":0}");
        });

        for (var i = 0; i < 11; i++) {
            client.advertisements().publish(Requests.publish(Requests.APP));
        }

        assertThat(observer.heard())
                .filteredOn(event -> event.startsWith("waited"))
                .singleElement()
                .asString()
                .matches("waited publish: PT0\\.[34][0-9]*S");
    }

    @ParameterizedTest
    @CsvSource({"0, FOUND", "1002509, NOT_FOUND", "1002001, UNKNOWN", "99991400, UNKNOWN"})
    void aLookAfterAnAttemptThatMayHavePublishedIsHeardWithItsOutcome(int code, String outcome) {
        feishu.failsWith(PUBLISH, 1002001)
                .pages(
                        WEBSITES,
                        "{\"id\":\"81\",\"job_channel_id\":\"91\",\"name\":{\"zh_cn\":\"社招官网\",\"en_us\":\"Careers\"}}")
                .on(
                        ON_WEBSITE,
                        "{\"code\":" + code
                                + ",\"data\":{\"job_post\":{\"id\":\"6960663240925956660\",\"job_id\":\"5\",\"job_active_status\":1}}}");

        var unused = catchThrowable(() -> feishu.client()
                .advertisements()
                .publish(new PublishRequest(
                        Requests.APP,
                        new AdvertisementId("6960663240925956660"),
                        new Channel.Numbered(new JobChannelId("91")),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        TIMEOUT)));

        assertThat(observer.heard()).endsWith("looked publish: " + outcome);
    }

    @Test
    void withoutALookNoneIsHeard() {
        feishu.failsWith(PUBLISH, 1002001);

        var unused = catchThrowable(this::publish);

        assertThat(observer.heard()).noneMatch(event -> event.startsWith("looked"));
    }

    @Test
    void theLimitInForceIsThatOfAllAppsTogetherAndFallsAfterARefusal() {
        feishu.on(PUBLISH, "{\"code\":0}");
        publish();
        var limit = observer.limit("publish");
        assertThat(List.of(limit.current(), limit.most())).containsExactly(10, 10);

        for (var i = 0; i < 5; i++) {
            publish();
        }
        feishu.client().advertisements().publish(Requests.publish(new FeishuApp(BaseUrl.FEISHU, "cli_2", "secret")));
        assertThat(List.of(limit.current(), limit.most())).containsExactly(20, 20);

        feishu.failsWith(PUBLISH, 99991400);
        var refused = catchThrowableOfType(FeishuException.class, this::publish);
        feishu.passes(refused.failure().retryAfter());
        assertThat(limit.current()).isBetween(11, 19);
        assertThat(limit.most()).isEqualTo(20);

        feishu.passes(Duration.ofMinutes(5));
        assertThat(limit.current()).as("it recovers").isEqualTo(20);

        feishu.passes(Duration.ofHours(2));
        assertThat(limit.most()).as("apps that are gone").isZero();
    }

    /** A thread that only reads the meter is none of the runtime's workers. */
    @Test
    void theSeatsAreThoseThatTheCallsFoundAndAReaderIsNoCall() throws Exception {
        var bulkhead = new Bulkhead();
        var inside = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var client = client(new FakeTicker(), bulkhead, request -> {
            inside.countDown();
            awaitQuietly(answer);
            return InMemoryHttp.isForToken(request) ? tokenReply() : InMemoryHttp.Reply.json("{\"code\":0}");
        });
        assertThat(List.of(observer.seats().current(), observer.seats().most())).containsExactly(0, 1);

        var call = Thread.ofPlatform().start(() -> client.advertisements().publish(Requests.publish(Requests.APP)));
        inside.await();
        var read = new CountDownLatch(10);
        var readers = IntStream.range(0, 10)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    var unused = observer.seats().most();
                    read.countDown();
                    awaitQuietly(answer);
                }))
                .toList();
        read.await();
        assertThat(List.of(observer.seats().current(), observer.seats().most())).containsExactly(1, 1);

        answer.countDown();
        call.join();
        for (var reader : readers) {
            reader.join();
        }
        assertThat(observer.seats().current()).isZero();
    }

    /** Otherwise each meter would have a value for each app, job or advertisement. */
    @Test
    void nothingThatIsHeardHoldsAnId() {
        feishu.on(PUBLISH, "{\"code\":0}");

        publish();

        assertThat(Stream.concat(observer.heard().stream(), Stream.of("publish")))
                .noneMatch(event -> event.contains("6960663240925956660") || event.contains("cli_"));
    }

    private void publish() {
        feishu.client().advertisements().publish(Requests.publish(Requests.APP));
    }

    private FeishuClient client(
            FakeTicker ticker, Bulkhead bulkhead, Function<HttpRequest, InMemoryHttp.Reply> answer) {
        return new FeishuClient(
                FeishuClientSettings.DEFAULT,
                InMemoryHttp.answeredBy(answer),
                () -> FeishuRoutes.NOW,
                ticker,
                ticker::pass,
                bulkhead,
                observer);
    }

    private static InMemoryHttp.Reply tokenReply() {
        return InMemoryHttp.Reply.json("{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
