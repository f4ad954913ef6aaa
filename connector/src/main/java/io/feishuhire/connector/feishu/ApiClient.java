package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What all calls of a process share: connections, tokens, limits and the threads that may wait for Feishu. */
final class ApiClient {

    private static final int MAX_LIMITERS = 10_000;
    private static final Duration FORGET_LIMITER_AFTER = Duration.ofHours(1);

    private final FeishuHttp http;
    private final TenantTokenCache tokens;
    private final Bulkhead bulkhead;
    private final LongSupplier nanoTime;
    private final RateLimiter.Sleeper sleeper;
    private final BoundedCache<LimitKey, RateLimiter> limiters;

    /** What Feishu counts by: rotating a secret does not make another app. */
    private record LimitKey(BaseUrl baseUrl, String appId, String call) {}

    /**
     * A client without tokens, which has sent nothing yet.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     * @param sleeper how a call waits for its permit
     */
    ApiClient(FeishuHttp http, Bulkhead bulkhead, LongSupplier nanoTime, RateLimiter.Sleeper sleeper) {
        this.http = http;
        this.tokens = new TenantTokenCache(http, nanoTime);
        this.bulkhead = bulkhead;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.limiters = new BoundedCache<>(MAX_LIMITERS, FORGET_LIMITER_AFTER, nanoTime);
    }

    /**
     * Begins the calls of one execution.
     *
     * @param app who calls
     * @param timeout the longest that one HTTP exchange may take, from connecting to the last byte of the reply
     * @param budget the longest that all calls may take together
     */
    ApiSession open(FeishuApp app, Duration timeout, Duration budget) {
        return new ApiSession(this, app, timeout, budget);
    }

    FeishuHttp http() {
        return http;
    }

    TenantTokenCache tokens() {
        return tokens;
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    RateLimiter limiter(FeishuApp app, ApiCall.RateLimit limit) {
        return limiters.get(
                new LimitKey(app.baseUrl(), app.appId(), limit.call()),
                () -> new RateLimiter(limit.perSecond(), limit.perMinute(), nanoTime, sleeper));
    }
}
