package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final FeishuObserver observer;
    private final BoundedCache<LimitKey, RateLimiter> limiters;
    private final FeishuObserver.Level seats;
    private final Map<String, FeishuObserver.Level> limits = new ConcurrentHashMap<>();

    /** What Feishu counts by: rotating a secret does not make another app. */
    private record LimitKey(BaseUrl baseUrl, String appId, String call) {}

    /**
     * A client without tokens, which has sent nothing yet.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     * @param sleeper how a call waits for its permit
     */
    ApiClient(
            FeishuHttp http,
            Bulkhead bulkhead,
            LongSupplier nanoTime,
            RateLimiter.Sleeper sleeper,
            FeishuObserver observer) {
        this.http = http;
        this.tokens = new TenantTokenCache(http, nanoTime, observer);
        this.bulkhead = bulkhead;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.observer = observer;
        this.limiters = new BoundedCache<>(MAX_LIMITERS, FORGET_LIMITER_AFTER, nanoTime);
        this.seats = new Seats(bulkhead);
        observer.seats(seats);
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

    FeishuObserver observer() {
        return observer;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    RateLimiter limiter(FeishuApp app, ApiCall.RateLimit limit) {
        var limiter = limiters.get(new LimitKey(app.baseUrl(), app.appId(), limit.call()), () -> limiter(limit));
        var level = new LimitInForce(limit.call());
        if (limits.putIfAbsent(limit.call(), level) == null) {
            observer.limits(limit.call(), level);
        }
        return limiter;
    }

    private RateLimiter limiter(ApiCall.RateLimit limit) {
        return new RateLimiter(limit.perSecond(), limit.perMinute(), nanoTime, time -> waitFor(limit.call(), time));
    }

    private void waitFor(String call, Duration time) throws InterruptedException {
        var begun = nanoTime.getAsLong();
        try {
            sleeper.sleep(time);
        } finally {
            observer.waited(call, Duration.ofNanos(nanoTime.getAsLong() - begun));
        }
    }

    /** The limits of one call, of all apps. */
    private final class LimitInForce implements FeishuObserver.Level {

        private final String call;

        private LimitInForce(String call) {
            this.call = call;
        }

        @Override
        public int current() {
            return apps().stream().mapToInt(RateLimiter::inForce).sum();
        }

        @Override
        public int most() {
            return apps().stream().mapToInt(RateLimiter::most).sum();
        }

        private List<RateLimiter> apps() {
            return limiters.values(key -> key.call().equals(call));
        }
    }

    private record Seats(Bulkhead bulkhead) implements FeishuObserver.Level {

        @Override
        public int current() {
            return bulkhead.taken();
        }

        @Override
        public int most() {
            return bulkhead.most();
        }
    }
}
