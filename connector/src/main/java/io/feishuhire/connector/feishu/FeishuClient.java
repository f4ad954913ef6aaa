package io.feishuhire.connector.feishu;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Publishes job advertisements on Feishu Hire.
 *
 * <pre>{@code
 * var client = new FeishuClient(FeishuClientSettings.DEFAULT);
 * var receipt = client.publish(new PublishRequest(
 *         new FeishuApp(BaseUrl.FEISHU, "cli_…", "…"),
 *         new AdvertisementId("6960663240925956660"),
 *         Optional.of(JobChannelId.REFERRAL_PLATFORM),
 *         Duration.ofSeconds(20)));
 * }</pre>
 *
 * <p>One client serves all threads. It keeps tokens and connections, and counts the requests of each app against the
 * limit, so a process should have just one. See Feishu's page "发布职位广告".
 */
public final class FeishuClient {

    private static final String ADVERTISEMENTS_PATH = "/open-apis/hire/v1/advertisements/";
    private static final byte[] NO_CHANNEL = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int MAX_APPS = 1_000;
    private static final Duration FORGET_UNUSED_AFTER = Duration.ofHours(1);

    private final FeishuHttp http;
    private final TenantAccessTokens tokens;
    private final Cache<LimitedApp, PublishLimiter> limiters;
    private final Bulkhead bulkhead;
    private final FeishuClientSettings settings;
    private final InstantSource clock;
    private final Ticker ticker;

    /**
     * A client with a connection pool of its own and the system's clocks.
     *
     * @param settings what an operator may decide
     */
    public FeishuClient(FeishuClientSettings settings) {
        this(
                settings,
                FeishuHttp.through(settings.proxies()),
                InstantSource.system(),
                Ticker.systemTicker(),
                new Bulkhead(new LiveThreads(Bulkhead.COUNTED_THREADS)));
    }

    /** A client that any number of threads may wait in. */
    FeishuClient(FeishuClientSettings settings, FeishuHttp http, InstantSource clock, Ticker ticker) {
        this(settings, http, clock, ticker, new Bulkhead(() -> Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private FeishuClient(
            FeishuClientSettings settings, FeishuHttp http, InstantSource clock, Ticker ticker, Bulkhead bulkhead) {
        this.settings = settings;
        this.http = http;
        this.tokens = new TenantAccessTokens(http, ticker);
        this.limiters = Caffeine.newBuilder()
                .maximumSize(MAX_APPS)
                .expireAfterAccess(FORGET_UNUSED_AFTER)
                .ticker(ticker)
                .build();
        this.bulkhead = bulkhead;
        this.clock = clock;
        this.ticker = ticker;
    }

    /**
     * Publishes one advertisement. A token that Feishu refuses is replaced and the request sent once more, unless that
     * token was itself such a replacement; nothing else is repeated, so a {@link FailureKind#TRANSIENT} failure may
     * have published all the same.
     *
     * <p>At worst it takes four times {@link PublishRequest#exchangeTimeout()}: a token, the request, a fresh token,
     * the request again; and up to half a second before each of the two requests, where the limit is about to leave
     * room. Interrupting the thread ends it at once.
     *
     * @return Feishu's word that it is published
     * @throws FeishuException when it is not, or nobody knows; see {@link FeishuException#failure()}
     */
    public PublishReceipt publish(PublishRequest request) {
        if (!bulkhead.tryEnter()) {
            throw new FeishuException(
                    FeishuFailure.withoutThread(limiter(request.app()).turnAway()));
        }
        try {
            return publishFromInside(request);
        } finally {
            bulkhead.leave();
        }
    }

    private PublishReceipt publishFromInside(PublishRequest request) {
        var token = tokens.get(request.app(), request.exchangeTimeout());
        var reply = send(request, token);
        if (reply.refusesToken() && !token.isUnprovenReplacement()) {
            reply = send(request, tokens.get(request.app(), request.exchangeTimeout()));
        }
        if (!reply.isOk()) {
            throw new FeishuException(reply.failure());
        }
        return new PublishReceipt(clock.instant(), reply.logId());
    }

    /** What this client was made with. */
    public FeishuClientSettings settings() {
        return settings;
    }

    private FeishuReply send(PublishRequest request, TenantAccessToken token) {
        var path = ADVERTISEMENTS_PATH + request.advertisementId().value() + "/publish";
        var uri = request.app().baseUrl().resolve(path);
        try (var place = limiter(request.app()).enter(bulkhead.leavesThreadsToOthers())) {
            var reply = http.post(uri, Optional.of(token.value()), body(request), request.exchangeTimeout());
            tokens.learn(request.app(), token, reply);
            if (reply.isThrottled()) {
                var failure = reply.failure();
                throw new FeishuException(failure.retryingAfter(place.refused(failure.retryAfter())));
            }
            return reply;
        }
    }

    private PublishLimiter limiter(FeishuApp app) {
        return limiters.get(LimitedApp.of(app), key -> new PublishLimiter(settings.publishesPerSecond(), ticker));
    }

    private static byte[] body(PublishRequest request) {
        return request.jobChannelId()
                .map(channel -> "{\"job_channel_id\":\"" + channel.value() + "\"}")
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .orElse(NO_CHANNEL);
    }

    /** What Feishu counts by: rotating a secret does not make another app. */
    private record LimitedApp(BaseUrl baseUrl, String appId) {
        static LimitedApp of(FeishuApp app) {
            return new LimitedApp(app.baseUrl(), app.appId());
        }
    }
}
