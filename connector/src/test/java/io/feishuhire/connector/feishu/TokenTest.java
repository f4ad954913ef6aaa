package io.feishuhire.connector.feishu;

import static io.feishuhire.connector.feishu.Requests.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.connector.feishu.InMemoryHttp.Reply;
import io.feishuhire.connector.feishu.proxy.ProxySettings;
import io.feishuhire.connector.testing.FakeTicker;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How tokens are fetched, shared, renewed and given up. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class TokenTest {

    private static final int THREADS = 64;
    private static final Reply OK = Reply.json("{\"code\":0}");
    private static final Reply REFUSED = Reply.json("{\"code\":99991663}");

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicReference<Instant> wallClock = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger fetches = new AtomicInteger();
    private final Queue<String> bearers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Reply> tokenReply = new AtomicReference<>();

    @Test
    void threadsThatAreRefusedTogetherFetchOneToken() throws Exception {
        tokenReply.set(token("t-same", 7200));
        var refused = new CompletableFuture<Reply>();
        var waiting = new AtomicInteger();
        var feishu = client(request -> {
            if (waiting.get() >= THREADS) {
                return CompletableFuture.completedFuture(OK);
            }
            if (waiting.incrementAndGet() == THREADS) {
                refused.complete(REFUSED);
            }
            return refused;
        });

        inParallel(() -> feishu.advertisements().publish(request()));

        assertThat(fetches)
                .as("the first one, and one for all who were refused")
                .hasValue(2);
    }

    @Test
    void manyThreadsOnAColdCacheFetchOneToken() throws Exception {
        var feishu = client();

        inParallel(() -> feishu.advertisements().publish(request()));

        assertThat(fetches).hasValue(1);
        assertThat(bearers).hasSize(THREADS).containsOnly("Bearer t-1");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "https://open.larksuite.com, cli_1, secret",
        "https://open.feishu.cn, cli_2, secret",
        "https://open.feishu.cn, cli_1, rotated"
    })
    void twoPlatformsTwoAppsAndTwoSecretsOfOneAppNeverShareAToken(String baseUrl, String appId, String secret) {
        var feishu = client();
        feishu.advertisements().publish(request());
        feishu.advertisements().publish(request(baseUrl, appId, secret));
        feishu.advertisements().publish(request());
        feishu.advertisements().publish(request(baseUrl, appId, secret));

        assertThat(bearers).containsExactly("Bearer t-1", "Bearer t-2", "Bearer t-1", "Bearer t-2");
    }

    @Test
    void aTokenMayHaveAnyFormThatFitsIntoAHeader() {
        var jwt = "eyJ" + "h_-.".repeat(1_023) + "=";
        tokenReply.set(token(jwt, 7200));

        client().advertisements().publish(request());

        assertThat(bearers).containsExactly("Bearer " + jwt);
    }

    @ParameterizedTest(name = "{0} s: still used after {1} s, renewed after {2} s")
    @CsvSource({"7200, 6899, 6900", "601, 300, 301", "600, 299, 300", "599, 299, 300", "2, 0, 1"})
    void aTokenIsRenewedFiveMinutesOrHalfItsLifeBeforeItsEnd(long life, long used, long renewed) {
        tokenReply.set(token("t-x", life));
        var feishu = client();
        feishu.advertisements().publish(request());
        ticker.pass(Duration.ofSeconds(used));
        feishu.advertisements().publish(request());
        assertThat(fetches).hasValue(1);

        ticker.pass(Duration.ofSeconds(renewed - used));
        feishu.advertisements().publish(request());

        assertThat(fetches).hasValue(2);
    }

    @Test
    void aTokenIsKeptForADayAtMost() {
        tokenReply.set(token("t-x", Duration.ofDays(7).toSeconds()));
        var feishu = client();
        for (var hour = 0; hour < 24; hour++) {
            feishu.advertisements().publish(request());
            ticker.pass(Duration.ofHours(1));
        }
        assertThat(fetches).hasValue(1);

        feishu.advertisements().publish(request());

        assertThat(fetches).hasValue(2);
    }

    @Test
    void aFailedRenewalIsTriedAgainAfterTenSeconds() {
        var feishu = client();
        feishu.advertisements().publish(request());
        tokenReply.set(new Reply(500, new byte[0]));
        ticker.pass(Duration.ofMinutes(115));
        feishu.advertisements().publish(request());
        ticker.pass(Duration.ofSeconds(10).minusNanos(1));
        feishu.advertisements().publish(request());
        assertThat(fetches).hasValue(2);

        ticker.pass(Duration.ofNanos(1));
        feishu.advertisements().publish(request());

        assertThat(fetches).hasValue(3);
        assertThat(bearers).hasSize(4).containsOnly("Bearer t-1");
    }

    @Test
    void aTokenIsNotUsedBeyondItsEnd() {
        var feishu = client();
        feishu.advertisements().publish(request());
        tokenReply.set(new Reply(500, new byte[0]));
        ticker.pass(Duration.ofHours(2).minusNanos(1));
        feishu.advertisements().publish(request());
        ticker.pass(Duration.ofNanos(1));

        assertThat(failure(feishu, request()).error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(bearers).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"})
    void aClockThatIsSetBackOrForthChangesNothing(Instant set) {
        wallClock.set(Instant.parse("2026-11-22T12:00:00Z"));
        var feishu = client();
        feishu.advertisements().publish(request());

        wallClock.set(set);
        var receipt = feishu.advertisements().publish(request());

        assertThat(receipt.publishedAt()).isEqualTo(set);
        assertThat(fetches).hasValue(1);
    }

    @ParameterizedTest(name = "{0}: {1} s")
    @CsvSource({"10014, 5", "99991662, 5", "99991401, 5"})
    void aRefusalIsRememberedForAWhile(int code, long seconds) {
        tokenReply.set(Reply.json("{\"code\":" + code + "}"));
        var feishu = client();
        var first = failure(feishu, request());
        ticker.pass(Duration.ofSeconds(seconds).minusNanos(1));
        assertThat(failure(feishu, request())).isEqualTo(first);
        assertThat(fetches).hasValue(1);

        ticker.pass(Duration.ofNanos(1));
        failure(feishu, request());

        assertThat(fetches).hasValue(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"code\":99991400}", "slow down"})
    void aThrottledTokenEndpointIsLeftAloneAndTheWaitIsWhatIsLeftOfIt(String body) {
        tokenReply.set(new Reply(429, body.getBytes(StandardCharsets.UTF_8)));
        var feishu = client();
        assertThat(failure(feishu, request()).retryAfter()).hasSeconds(1);
        ticker.pass(Duration.ofMillis(600));
        assertThat(failure(feishu, request()).retryAfter()).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
        ticker.pass(Duration.ofMillis(400).minusNanos(1));
        failure(feishu, request());
        assertThat(fetches).hasValue(1);

        ticker.pass(Duration.ofNanos(1));
        tokenReply.set(null);
        feishu.advertisements().publish(request());

        assertThat(fetches).hasValue(2);
    }

    @Test
    void jobsThatTheTokenEndpointThrottledComeBackOneByOne() {
        tokenReply.set(new Reply(429, new byte[0]));
        var feishu = client();

        var waits = Stream.generate(() -> failure(feishu, request()).retryAfter())
                .limit(100)
                .toList();

        assertThat(waits).doesNotHaveDuplicates().isSorted();
        assertThat(waits.getLast().minus(waits.getFirst())).isGreaterThan(Duration.ofSeconds(5));
        assertThat(fetches).hasValue(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"code\":10014}", "{\"code\":2200}", "<html>Bad Gateway</html>"})
    void callersThatWaitForOneFetchFailWithItTogether(String body) throws Exception {
        var fetch = new CompletableFuture<Reply>();
        var feishu = new FeishuClient(
                new FeishuClientSettings(1_000),
                new FeishuHttp(
                        new InMemoryHttp(request -> {
                            fetches.incrementAndGet();
                            return fetch;
                        }),
                        FeishuHttp.routes(ProxySettings.NONE)),
                wallClock::get,
                ticker);
        var waiting = new ConcurrentLinkedQueue<Thread>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            var failures = Stream.generate(() -> threads.submit(() -> {
                        waiting.add(Thread.currentThread());
                        return failure(feishu, request());
                    }))
                    .limit(10)
                    .toList();
            await().until(() -> waiting.size() == 10
                    && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
            fetch.complete(Reply.json(body));

            for (var failure : failures) {
                assertThat(failure.get()).isEqualTo(failures.getFirst().get());
            }
        }
        assertThat(fetches).as("one fetch for all ten").hasValue(1);
    }

    /** The leader's time limit is not theirs: they ask again, within the time that they have left. */
    @Test
    void callersWithMoreTimeDoNotFailWithALeaderThatRanOutOfIt() throws Exception {
        var feishu = new FeishuClient(
                new FeishuClientSettings(1_000),
                new FeishuHttp(
                        new InMemoryHttp(request -> InMemoryHttp.isForToken(request) && fetches.getAndIncrement() == 0
                                ? new CompletableFuture<>()
                                : CompletableFuture.completedFuture(
                                        InMemoryHttp.isForToken(request) ? token("t-1", 7200) : OK)),
                        FeishuHttp.routes(ProxySettings.NONE)),
                wallClock::get,
                ticker);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var hasty = threads.submit(() -> failure(feishu, request(Duration.ofSeconds(1))));
            await().until(() -> fetches.get() == 1);
            var patient = Stream.generate(
                            () -> threads.submit(() -> feishu.advertisements().publish(request())))
                    .limit(3)
                    .toList();

            assertThat(hasty.get().detail()).isEqualTo("No complete answer within 1.0 s.");
            for (var published : patient) {
                assertThat(published.get()).isNotNull();
            }
        }
        assertThat(fetches).as("one more for those who were left").hasValue(2);
    }

    @Test
    void aTransientFailureIsNotRemembered() {
        tokenReply.set(Reply.json("{\"code\":2200}"));
        var feishu = client();
        failure(feishu, request());
        tokenReply.set(null);

        feishu.advertisements().publish(request());

        assertThat(bearers).containsExactly("Bearer t-2");
    }

    @Test
    void aFetchThatSucceedsEndsTheMemoryOfARefusal() {
        var feishu = client();
        tokenReply.set(Reply.json("{\"code\":10014}"));
        failure(feishu, request());
        tokenReply.set(token("t-x", 2));
        ticker.pass(Duration.ofSeconds(5));
        feishu.advertisements().publish(request());
        ticker.pass(Duration.ofSeconds(2));

        feishu.advertisements().publish(request());

        assertThat(bearers).hasSize(2);
    }

    @Test
    void theTokensOfNoMoreThanAThousandAppsAreKept() {
        var feishu = client();
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 3_000; i++) {
                feishu.advertisements().publish(request("https://open.feishu.cn", "cli_" + i, "secret"));
            }
        }

        assertThat(fetches).hasValueGreaterThan(3_000 + 2_000 - 200);
    }

    @Test
    void anInterruptEndsTheWaitForTheFetchOfAnotherThread() throws Exception {
        var never = new CompletableFuture<Reply>();
        var feishu = new FeishuClient(
                new FeishuClientSettings(1_000),
                new FeishuHttp(
                        new InMemoryHttp(request -> {
                            fetches.incrementAndGet();
                            return never;
                        }),
                        FeishuHttp.routes(ProxySettings.NONE)),
                wallClock::get,
                ticker);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> failure(feishu, request()));
            await().until(() -> fetches.get() == 1);
            var waiting = new AtomicReference<Thread>();
            var interrupted = threads.submit(() -> {
                waiting.set(Thread.currentThread());
                var failure = failure(feishu, request());
                return failure.detail() + Thread.currentThread().isInterrupted();
            });
            await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.TIMED_WAITING);

            waiting.get().interrupt();

            assertThat(interrupted.get())
                    .startsWith("This call was stopped before anything was sent")
                    .endsWith("true");
            never.complete(OK);
            assertThat(first.get().error()).isEqualTo(FeishuError.UNAVAILABLE);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aThreadThatIsInterruptedAlreadySendsNothing() throws Exception {
        var feishu = client();
        feishu.advertisements().publish(request());
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(() -> {
                        Thread.currentThread().interrupt();
                        return failure(feishu, request());
                    })
                    .get();
        }

        assertThat(bearers).hasSize(1);
    }

    @Test
    void anInterruptDuringARenewalDoesNotGoOnToPublish() throws Exception {
        var feishu = client();
        feishu.advertisements().publish(request());
        ticker.pass(Duration.ofMinutes(116));
        try (var thread = Executors.newSingleThreadExecutor()) {
            var failure = thread.submit(() -> {
                        Thread.currentThread().interrupt();
                        return failure(feishu, request());
                    })
                    .get();

            assertThat(failure.detail()).startsWith("This call was stopped before anything was sent");
            assertThat(failure.kind()).as("costs no retry").isEqualTo(FailureKind.THROTTLED);
        }
        assertThat(fetches).hasValue(1);
    }

    private void inParallel(Callable<?> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done :
                    threads.invokeAll(Stream.generate(() -> call).limit(THREADS).toList())) {
                done.get();
            }
        }
    }

    private FeishuClient client() {
        return client(request -> CompletableFuture.completedFuture(OK));
    }

    private FeishuClient client(Function<HttpRequest, CompletableFuture<Reply>> publish) {
        var http = new InMemoryHttp(request -> {
            if (InMemoryHttp.isForToken(request)) {
                var count = fetches.incrementAndGet();
                var scripted = tokenReply.get();
                return CompletableFuture.completedFuture(scripted == null ? token("t-" + count, 7200) : scripted);
            }
            bearers.add(request.headers().firstValue("Authorization").orElse("none"));
            return publish.apply(request);
        });
        return new FeishuClient(
                new FeishuClientSettings(1_000),
                new FeishuHttp(http, FeishuHttp.routes(ProxySettings.NONE)),
                wallClock::get,
                ticker);
    }

    private static Reply token(String text, long expire) {
        return Reply.json("{\"code\":0,\"tenant_access_token\":\"" + text + "\",\"expire\":" + expire + "}");
    }

    private static PublishRequest request() {
        return request("https://open.feishu.cn", "cli_1", "secret");
    }

    private static PublishRequest request(Duration timeout) {
        return Requests.publish(Requests.APP, timeout);
    }

    private static PublishRequest request(String baseUrl, String appId, String secret) {
        return Requests.publish(new FeishuApp(BaseUrl.parse(baseUrl), appId, secret), Duration.ofMinutes(1));
    }
}
