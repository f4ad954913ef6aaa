package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The tenant access tokens of self-built apps, fetched once and shared until shortly before their end ("自建应用获取
 * tenant_access_token"). Time is a monotonic ticker, so that a clock that is set changes nothing.
 */
final class TenantAccessTokens {

    private static final String PATH = "/open-apis/auth/v3/tenant_access_token/internal";
    private static final int MAX_APPS = 1_000;
    private static final Duration FORGET_UNUSED_AFTER = Duration.ofHours(3);
    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final Duration PAUSE_AFTER_FAILED_RENEWAL = Duration.ofSeconds(10);
    /**
     * Long enough to spare Feishu a bulk of jobs with one wrong secret, short enough for a person who mends the app.
     */
    private static final Duration REMEMBER_REFUSAL = Duration.ofSeconds(5);

    /** Nothing is assumed of a token but that it fits into a header. */
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

    private static final JsonMapper JSON = new JsonMapper();

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
    String get(FeishuApp app, Duration deadline) {
        return slots.get(Key.of(app), key -> new Slot()).get(app, deadline);
    }

    /** Forgets a token that Feishu refused, unless another thread has replaced it already. */
    void drop(FeishuApp app, String refusedToken) {
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

    private record Token(String value, long renewAt, long endsAt) {
        @Override
        public String toString() {
            return "Token[<redacted>]";
        }
    }

    private record Refusal(FeishuFailure failure, long forgetAt) {}

    /** The token of one app; the lock makes sure of one fetch at a time. */
    private final class Slot {
        private final ReentrantLock fetching = new ReentrantLock();
        private final AtomicReference<Token> token = new AtomicReference<>();
        private volatile Refusal refusal;

        String get(FeishuApp app, Duration deadline) {
            var askedAt = ticker.read();
            var known = token.get();
            if (known != null && askedAt - known.renewAt < 0) {
                return known.value;
            }
            if (known != null && askedAt - known.endsAt < 0) {
                return renewUnlessBusy(app, known, deadline);
            }
            lock(deadline);
            try {
                known = token.get();
                if (known != null && ticker.read() - known.renewAt < 0) {
                    return known.value;
                }
                return fetch(app, deadline.minusNanos(ticker.read() - askedAt));
            } finally {
                fetching.unlock();
            }
        }

        void drop(String refusedToken) {
            var known = token.get();
            if (known != null && known.value.equals(refusedToken)) {
                token.compareAndSet(known, null);
            }
        }

        /** One thread renews; the others go on with the old token, and so does this one when the renewal fails. */
        private String renewUnlessBusy(FeishuApp app, Token old, Duration deadline) {
            if (!fetching.tryLock()) {
                return old.value;
            }
            try {
                return old.equals(token.get()) ? fetch(app, deadline) : old.value;
            } catch (FeishuException renewalFailed) {
                var renewAgainAt = ticker.read() + PAUSE_AFTER_FAILED_RENEWAL.toNanos();
                token.compareAndSet(old, new Token(old.value, renewAgainAt, old.endsAt));
                return old.value;
            } finally {
                fetching.unlock();
            }
        }

        private String fetch(FeishuApp app, Duration deadline) {
            var refused = refusal;
            if (refused != null && ticker.read() - refused.forgetAt < 0) {
                throw new FeishuException(refused.failure);
            }
            var askedAt = ticker.read();
            var reply = http.post(app.baseUrl().resolve(PATH), Optional.empty(), credentials(app), deadline);
            if (!reply.isOk()) {
                var failure = reply.failure();
                if (failure.error() == FeishuError.AUTHENTICATION_FAILED) {
                    refusal = new Refusal(failure, ticker.read() + REMEMBER_REFUSAL.toNanos());
                }
                throw new FeishuException(failure);
            }
            var fetched = read(reply, askedAt);
            token.set(fetched);
            refusal = null;
            return fetched.value;
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

    private static Token read(FeishuReply reply, long askedAt) {
        var value = reply.body().path("tenant_access_token").asText("");
        var expire = reply.body().path("expire");
        var lifeSeconds = expire.isIntegralNumber() && expire.canConvertToLong() ? expire.longValue() : 0;
        if (!HEADER_SAFE.matcher(value).matches() || lifeSeconds <= 0) {
            throw new FeishuException(
                    FeishuFailure.unavailable("Feishu's answer to the request for a tenant access token holds none."));
        }
        var life = Duration.ofSeconds(Math.min(lifeSeconds, LONGEST_LIFE.toSeconds()));
        var lead = life.compareTo(RENEW_BEFORE_END.multipliedBy(2)) < 0 ? life.dividedBy(2) : RENEW_BEFORE_END;
        var endsAt = askedAt + life.toNanos();
        return new Token(value, endsAt - lead.toNanos(), endsAt);
    }

    private static byte[] credentials(FeishuApp app) {
        try {
            return JSON.writeValueAsBytes(Map.of("app_id", app.appId(), "app_secret", app.appSecret()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Two strings always make a JSON object");
        }
    }
}
