package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The tenant access tokens of self-built apps, fetched once and shared until shortly before their end ("自建应用获取
 * tenant_access_token"). Time is a monotonic ticker, so that a clock that is set changes nothing.
 */
final class TenantAccessTokens {

    private static final String PATH = "/open-apis/auth/v3/tenant_access_token/internal";
    private static final int MAX_APPS = 1_000;
    private static final Duration FORGET_UNUSED_AFTER = Duration.ofHours(3);
    private static final Duration PAUSE_AFTER_FAILED_RENEWAL = Duration.ofSeconds(10);
    /**
     * Long enough to spare Feishu a bulk of jobs with one wrong secret, short enough for a person who mends the app.
     */
    private static final Duration REMEMBER_REFUSAL = Duration.ofSeconds(5);

    /** Keeps no buffers for the next time, as these would hold secrets. */
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build());

    private final FeishuHttp http;
    private final Ticker ticker;
    private final Cache<Key, Slot> slots;

    TenantAccessTokens(FeishuHttp http, Ticker ticker) {
        this.http = http;
        this.ticker = ticker;
        this.slots = Caffeine.newBuilder()
                .maximumSize(MAX_APPS)
                .expireAfterAccess(FORGET_UNUSED_AFTER)
                .ticker(ticker)
                .build();
    }

    /**
     * A token that is expected to be valid, from memory or from Feishu. However many threads ask, one fetches and the
     * others wait for it.
     *
     * @param deadline the longest that the fetch, or the wait for another thread's fetch, may take
     * @throws FeishuException when Feishu refuses the credentials or cannot be reached
     */
    TenantAccessToken get(FeishuApp app, Duration deadline) {
        return slots.get(Key.of(app), key -> new Slot()).get(app, deadline);
    }

    /** Forgets a token that Feishu refused, unless another thread has fetched afresh already. */
    void drop(FeishuApp app, TenantAccessToken refusedToken) {
        slots.get(Key.of(app), key -> new Slot()).drop(refusedToken);
    }

    /** The secret only as a hash, so that a heap dump of the cache does not show it. */
    private record Key(BaseUrl baseUrl, String appId, String secretHash) {
        static Key of(FeishuApp app) {
            try {
                var sha256 = MessageDigest.getInstance("SHA-256");
                var hash = sha256.digest(app.appSecret().getBytes(StandardCharsets.UTF_8));
                return new Key(app.baseUrl(), app.appId(), HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("Every Java platform has SHA-256", missing);
            }
        }
    }

    private record Refusal(FeishuFailure failure, long forgetAt) {}

    /** The token of one app; the lock makes sure of one fetch at a time. */
    private final class Slot {
        private final ReentrantLock fetching = new ReentrantLock();
        private final AtomicReference<TenantAccessToken> token = new AtomicReference<>();
        private volatile Refusal refusal;

        TenantAccessToken get(FeishuApp app, Duration deadline) {
            var askedAt = ticker.read();
            var known = token.get();
            if (known != null && known.isFresh(askedAt)) {
                return known;
            }
            if (known != null && known.isAlive(askedAt)) {
                return renewUnlessBusy(app, known, deadline);
            }
            lock(deadline);
            try {
                known = token.get();
                if (known != null && known.isFresh(ticker.read())) {
                    return known;
                }
                var left = deadline.minusNanos(ticker.read() - askedAt);
                if (!left.isPositive()) {
                    throw FeishuHttp.late(deadline);
                }
                return fetch(app, left);
            } finally {
                fetching.unlock();
            }
        }

        void drop(TenantAccessToken refusedToken) {
            token.compareAndSet(refusedToken, null);
        }

        /** One thread renews; the others go on with the old token, and so does this one when the renewal fails. */
        private TenantAccessToken renewUnlessBusy(FeishuApp app, TenantAccessToken old, Duration deadline) {
            if (!fetching.tryLock()) {
                return old;
            }
            try {
                var isDue = token.get() == old && !old.isFresh(ticker.read());
                return isDue ? fetch(app, deadline) : old;
            } catch (FeishuException renewalFailed) {
                if (Thread.currentThread().isInterrupted()) {
                    throw renewalFailed;
                }
                old.renewAt(ticker.read() + PAUSE_AFTER_FAILED_RENEWAL.toNanos());
                return old;
            } finally {
                fetching.unlock();
            }
        }

        private TenantAccessToken fetch(FeishuApp app, Duration deadline) {
            var refused = refusal;
            if (refused != null && ticker.read() - refused.forgetAt < 0) {
                throw new FeishuException(refused.failure);
            }
            var askedAt = ticker.read();
            var reply = ask(app, deadline);
            if (!reply.isOk()) {
                var failure = reply.failure();
                refusal = new Refusal(failure, ticker.read() + memory(failure).toNanos());
                throw new FeishuException(failure);
            }
            var fetched = TenantAccessToken.from(reply, askedAt);
            token.set(fetched);
            refusal = null;
            return fetched;
        }

        private FeishuReply ask(FeishuApp app, Duration deadline) {
            var credentials = credentials(app);
            try {
                return http.post(app.baseUrl().resolve(PATH), Optional.empty(), credentials, deadline);
            } finally {
                Arrays.fill(credentials, (byte) 0);
            }
        }

        private void lock(Duration deadline) {
            try {
                if (!fetching.tryLock(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw FeishuHttp.late(deadline);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw FeishuHttp.interrupted();
            }
        }
    }

    private static Duration memory(FeishuFailure failure) {
        return switch (failure.kind()) {
            case PERMANENT -> REMEMBER_REFUSAL;
            case THROTTLED -> failure.retryAfter();
            case TRANSIENT -> Duration.ZERO;
        };
    }

    private static byte[] credentials(FeishuApp app) {
        try {
            return JSON.writeValueAsBytes(new TreeMap<>(Map.of("app_id", app.appId(), "app_secret", app.appSecret())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Two strings always make a JSON object");
        }
    }
}
