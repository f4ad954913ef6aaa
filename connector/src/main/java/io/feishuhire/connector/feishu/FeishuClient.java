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
    private final FeishuClientSettings settings;
    private final InstantSource clock;
    private final Ticker ticker;

    /**
     * A client with a connection pool of its own and the system's clocks.
     *
     * @param settings what an operator may decide
     */
    public FeishuClient(FeishuClientSettings settings) {
        this(settings, FeishuHttp.through(settings.proxies()), InstantSource.system(), Ticker.systemTicker());
    }

    FeishuClient(FeishuClientSettings settings, FeishuHttp http, InstantSource clock, Ticker ticker) {
        this.settings = settings;
        this.http = http;
        this.tokens = new TenantAccessTokens(http, ticker);
        this.limiters = Caffeine.newBuilder()
                .maximumSize(MAX_APPS)
                .expireAfterAccess(FORGET_UNUSED_AFTER)
                .ticker(ticker)
                .build();
        this.clock = clock;
        this.ticker = ticker;
    }

    /**
     * Publishes one advertisement. A token that Feishu refuses is replaced and the request sent once more; nothing else
     * is repeated, so a {@link FailureKind#TRANSIENT} failure may have published all the same.
     *
     * <p>At worst it takes four times {@link PublishRequest#exchangeTimeout()}: a token, the request, a fresh token,
     * the request again; and up to half a second before each of the two requests, where the limit is about to leave
     * room. Interrupting the thread ends it at once.
     *
     * @return Feishu's word that it is published
     * @throws FeishuException when it is not, or nobody knows; see {@link FeishuException#failure()}
     */
    public PublishReceipt publish(PublishRequest request) {
        var token = tokens.get(request.app(), request.exchangeTimeout());
        var reply = send(request, token);
        if (reply.refusesToken()) {
            tokens.drop(request.app(), token);
            reply = send(request, tokens.get(request.app(), request.exchangeTimeout()));
        }
        if (!reply.isOk()) {
            throw new FeishuException(reply.failure());
        }
        return new PublishReceipt(clock.instant(), reply.logId());
    }

    private FeishuReply send(PublishRequest request, TenantAccessToken token) {
        var limiter = limiters.get(
                LimitedApp.of(request.app()), app -> new PublishLimiter(settings.publishesPerSecond(), ticker));
        var path = ADVERTISEMENTS_PATH + request.advertisementId().value() + "/publish";
        var uri = request.app().baseUrl().resolve(path);
        var place = limiter.enter();
        try {
            var reply = http.post(uri, Optional.of(token.value()), body(request), request.exchangeTimeout());
            if (reply.isThrottled()) {
                throw new FeishuException(reply.failure());
            }
            return reply;
        } catch (FeishuException failed) {
            throw failed.failure().kind() == FailureKind.THROTTLED ? throttled(place, failed.failure()) : failed;
        } finally {
            place.close();
        }
    }

    private static FeishuException throttled(PublishLimiter.Place place, FeishuFailure failure) {
        return new FeishuException(failure.retryingAfter(place.refused(failure.retryAfter())));
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
