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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

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

    /** How many come back in a second after the token endpoint throttled them. */
    private static final int RETURNS_PER_SECOND = 10;

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
        } else if (reply.refusesApp()) {
            slot(app).drop(token);
        } else if (reply.code().isPresent() && !reply.isThrottled()) {
            slot(app).accept(token);
        }
    }

    private Slot slot(FeishuApp app) {
        return slots.get(Key.of(app), key -> new Slot());
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

    /** The token of one app. */
    private final class Slot {
        private final AtomicReference<TenantAccessToken> token = new AtomicReference<>();
        private final AtomicReference<CompletableFuture<Optional<TenantAccessToken>>> fetch = new AtomicReference<>();
        private final Appointments appointments = new Appointments(RETURNS_PER_SECOND, ticker.read());
        private volatile Refusal refusal;
        private volatile boolean tokenRefused;

        TenantAccessToken get(FeishuApp app, Duration timeout) {
            var askedAt = ticker.read();
            while (true) {
                var now = ticker.read();
                var known = token.get();
                if (known != null && known.isFresh(now)) {
                    return known;
                }
                var left = timeout.minusNanos(now - askedAt);
                if (!left.isPositive()) {
                    throw FeishuHttp.late(timeout);
                }
                var mine = new CompletableFuture<Optional<TenantAccessToken>>();
                var running = fetch.compareAndExchange(null, mine);
                if (running == null) {
                    return lead(mine, app, left);
                }
                if (known != null && known.isAlive(now)) {
                    return known;
                }
                var shared = await(running, left, timeout);
                if (shared.isPresent()) {
                    return shared.get();
                }
            }
        }

        void drop(TenantAccessToken old) {
            token.compareAndSet(old, null);
        }

        void refuse(TenantAccessToken refusedToken) {
            if (token.compareAndSet(refusedToken, null)) {
                tokenRefused = true;
            }
        }

        void accept(TenantAccessToken accepted) {
            accepted.prove();
            if (tokenRefused && token.get() == accepted) {
                tokenRefused = false;
            }
        }

        /** Fetches for all who wait. Those who cannot share what came of it get nothing, and ask again. */
        private TenantAccessToken lead(
                CompletableFuture<Optional<TenantAccessToken>> waiting, FeishuApp app, Duration timeout) {
            FeishuException shared = null;
            TenantAccessToken fetched = null;
            try {
                fetched = fetchIfDue(app, timeout);
                return fetched;
            } catch (FeishuException failed) {
                // Whoever is throttled waits for a time of their own, and an interrupt concerns one thread only.
                shared = failed.failure().kind() == FailureKind.THROTTLED ? null : failed;
                throw failed;
            } finally {
                fetch.set(null);
                if (shared == null) {
                    waiting.complete(Optional.ofNullable(fetched));
                } else {
                    waiting.completeExceptionally(shared);
                }
            }
        }

        private TenantAccessToken fetchIfDue(FeishuApp app, Duration timeout) {
            var known = token.get();
            var now = ticker.read();
            if (known != null && known.isFresh(now)) {
                return known;
            }
            return known != null && known.isAlive(now) ? renew(app, known, timeout) : fetch(app, timeout);
        }

        private Optional<TenantAccessToken> await(
                CompletableFuture<Optional<TenantAccessToken>> running, Duration left, Duration timeout) {
            try {
                return running.get(left.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                throw FeishuHttp.late(timeout);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new FeishuException(FeishuFailure.interruptedBeforeSending());
            } catch (ExecutionException failed) {
                throw new FeishuException(((FeishuException) failed.getCause()).failure());
            }
        }

        /** Goes on with the old token when the renewal fails. */
        private TenantAccessToken renew(FeishuApp app, TenantAccessToken old, Duration timeout) {
            try {
                return fetch(app, timeout);
            } catch (FeishuException renewalFailed) {
                if (Thread.currentThread().isInterrupted()) {
                    throw renewalFailed;
                }
                old.renewAt(ticker.read() + PAUSE_AFTER_FAILED_RENEWAL.toNanos());
                return old;
            }
        }

        private TenantAccessToken fetch(FeishuApp app, Duration timeout) {
            var remembered = refusal;
            if (remembered != null && ticker.read() - remembered.forgetAt < 0) {
                throw new FeishuException(inOneLine(remembered));
            }
            var askedAt = ticker.read();
            var reply = ask(app, timeout);
            if (!reply.isOk()) {
                var failure = reply.failure();
                var refused =
                        new Refusal(failure, ticker.read() + memory(failure).toNanos());
                refusal = refused;
                throw new FeishuException(inOneLine(refused));
            }
            var fetched = TenantAccessToken.from(reply, askedAt, tokenRefused);
            token.set(fetched);
            refusal = null;
            return fetched;
        }

        /** Those who are throttled wait for what is left of it, and come back one after the other. */
        private synchronized FeishuFailure inOneLine(Refusal refused) {
            return refused.failure.kind() == FailureKind.THROTTLED
                    ? refused.failure.retryingAfter(appointments.next(ticker.read(), refused.forgetAt))
                    : refused.failure;
        }

        private FeishuReply ask(FeishuApp app, Duration timeout) {
            var credentials = credentials(app);
            try {
                return http.post(app.baseUrl().resolve(PATH), Optional.empty(), credentials, timeout);
            } catch (FeishuException failed) {
                // A fetch that was interrupted has published nothing.
                throw Thread.currentThread().isInterrupted()
                        ? new FeishuException(FeishuFailure.interruptedBeforeSending())
                        : failed;
            } finally {
                Arrays.fill(credentials, (byte) 0);
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
