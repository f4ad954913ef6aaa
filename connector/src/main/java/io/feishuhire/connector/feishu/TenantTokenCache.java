package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The tenant access tokens of self-built apps, fetched once and shared until shortly before their end ("自建应用获取
 * tenant_access_token"). Time is a monotonic clock, so that a clock that is set changes nothing.
 */
final class TenantTokenCache {

    private static final int MAX_APPS = 1_000;
    private static final Duration FORGET_UNUSED_AFTER = Duration.ofHours(3);

    private final TokenEndpoint endpoint;
    private final LongSupplier nanoTime;
    private final FeishuObserver observer;
    private final BoundedCache<AppKey, TenantTokenSlot> slots;

    TenantTokenCache(FeishuHttp http, LongSupplier nanoTime, FeishuObserver observer) {
        this.endpoint = new TokenEndpoint(http);
        this.nanoTime = nanoTime;
        this.observer = observer;
        this.slots = new BoundedCache<>(MAX_APPS, FORGET_UNUSED_AFTER, nanoTime);
    }

    /**
     * A token that is expected to be valid, from memory or from Feishu. However many threads ask, one fetches, and the
     * others share its token or its failure.
     *
     * @param timeout the longest that the fetch, or the wait for another thread's fetch, may take
     * @throws FeishuException when Feishu refuses the credentials or cannot be reached
     */
    TenantAccessToken get(FeishuApp app, Duration timeout) {
        return slot(app).get(app, timeout);
    }

    /** Learns from the reply to a request that was made with a token. */
    void learn(FeishuApp app, TenantAccessToken token, FeishuReply reply) {
        if (reply.refusesToken()) {
            slot(app).refuse(token);
        }
        if (reply.acceptsToken()) {
            slot(app).accept(token);
        }
        if (reply.refusesApp() && !reply.refusesToken()) {
            token.expireSoon();
        }
    }

    private TenantTokenSlot slot(FeishuApp app) {
        return slots.get(AppKey.of(app), () -> new TenantTokenSlot(endpoint, nanoTime, observer));
    }
}
