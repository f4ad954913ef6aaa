package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.RetrySchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** The token of one app: one thread fetches, and the others share what comes of it. */
final class TenantTokenSlot {

    private static final Duration PAUSE_AFTER_FAILED_RENEWAL = Duration.ofSeconds(10);
    /**
     * Long enough to spare Feishu a bulk of jobs with one wrong secret, short enough for a person who mends the app.
     */
    private static final Duration REMEMBER_REFUSAL = Duration.ofSeconds(5);

    /** How many jobs are sent back to the token endpoint in a second after it throttled them. */
    private static final int RETRIES_PER_SECOND = 10;

    private final TokenEndpoint endpoint;
    private final LongSupplier nanoTime;
    private final FeishuObserver observer;
    private final AtomicReference<TenantAccessToken> token = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Optional<TenantAccessToken>>> fetch = new AtomicReference<>();
    private final RetrySchedule retries;
    private volatile Refusal refusal;
    private volatile boolean tokenRefused;

    private record Refusal(FeishuFailure failure, long forgetAt) {}

    TenantTokenSlot(TokenEndpoint endpoint, LongSupplier nanoTime, FeishuObserver observer) {
        this.endpoint = endpoint;
        this.nanoTime = nanoTime;
        this.observer = observer;
        this.retries = new RetrySchedule(RETRIES_PER_SECOND, nanoTime.getAsLong());
    }

    /** See {@link TenantTokenCache#get}. */
    TenantAccessToken get(FeishuApp app, Duration timeout) {
        var askedAt = nanoTime.getAsLong();
        while (true) {
            var now = nanoTime.getAsLong();
            var known = token.get();
            if (known != null && known.isFresh(now)) {
                return known;
            }
            var left = timeout.minusNanos(now - askedAt);
            if (!left.isPositive()) {
                throw new FeishuException(FeishuFailure.timedOut(timeout));
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

    /** Forgets a token that Feishu refused; the next one counts as its replacement. */
    void refuse(TenantAccessToken refusedToken) {
        if (token.compareAndSet(refusedToken, null)) {
            tokenRefused = true;
        }
    }

    /** Notes that Feishu accepted a token. */
    void accept(TenantAccessToken accepted) {
        accepted.prove();
        if (tokenRefused && token.get() == accepted) {
            tokenRefused = false;
        }
    }

    /** Fetches for all that wait. Those that cannot share the outcome get nothing, and ask again. */
    private TenantAccessToken lead(
            CompletableFuture<Optional<TenantAccessToken>> waiting, FeishuApp app, Duration timeout) {
        FeishuException shared = null;
        TenantAccessToken fetched = null;
        try {
            fetched = fetchIfDue(app, timeout);
            return fetched;
        } catch (FeishuException failed) {
            shared = concernsAll(failed.failure()) ? failed : null;
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

    /** Not the retry time of a throttled caller, a thread that was interrupted, or a caller's own time limit. */
    private static boolean concernsAll(FeishuFailure failure) {
        return failure.kind() != FailureKind.THROTTLED && !failure.isTimeOut();
    }

    private TenantAccessToken fetchIfDue(FeishuApp app, Duration timeout) {
        var known = token.get();
        var now = nanoTime.getAsLong();
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
            throw new FeishuException(FeishuFailure.timedOut(timeout));
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
            old.renewAt(nanoTime.getAsLong() + PAUSE_AFTER_FAILED_RENEWAL.toNanos());
            return old;
        }
    }

    private TenantAccessToken fetch(FeishuApp app, Duration timeout) {
        var remembered = refusal;
        if (remembered != null && nanoTime.getAsLong() - remembered.forgetAt < 0) {
            throw new FeishuException(scheduled(remembered));
        }
        try {
            var fetched = ask(app, timeout);
            observer.fetchedToken(Optional.empty());
            return fetched;
        } catch (FeishuException failed) {
            observer.fetchedToken(Optional.of(failed.failure().kind()));
            throw failed;
        }
    }

    private TenantAccessToken ask(FeishuApp app, Duration timeout) {
        var askedAt = nanoTime.getAsLong();
        var reply = endpoint.ask(app, timeout);
        if (!reply.isOk()) {
            var failure = reply.failure();
            var refused = new Refusal(
                    failure, nanoTime.getAsLong() + rememberFor(failure).toNanos());
            refusal = refused;
            throw new FeishuException(scheduled(refused));
        }
        var fetched = TenantAccessToken.from(reply, askedAt, tokenRefused);
        token.set(fetched);
        refusal = null;
        return fetched;
    }

    /** Throttled callers wait for what is left of Feishu's pause, and come back one after the other. */
    private synchronized FeishuFailure scheduled(Refusal refused) {
        return refused.failure.kind() == FailureKind.THROTTLED
                ? refused.failure.retryingAfter(retries.nextDelay(nanoTime.getAsLong(), refused.forgetAt))
                : refused.failure;
    }

    private static Duration rememberFor(FeishuFailure failure) {
        return switch (failure.kind()) {
            case PERMANENT -> REMEMBER_REFUSAL;
            case THROTTLED -> failure.retryAfter();
            case TRANSIENT -> Duration.ZERO;
        };
    }
}
