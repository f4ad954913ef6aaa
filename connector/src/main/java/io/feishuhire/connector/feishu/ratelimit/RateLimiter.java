package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A limit of requests in any second, wherever that second begins, and in any minute where the server limits that too. A
 * token bucket would let twice its size through in the second after a pause, so the requests are counted: see
 * {@link SlidingWindow}.
 *
 * <p>A caller that gets no permit is rejected with a {@linkplain RetrySchedule retry time}. An engine's timers are up
 * to 500 ms late and fire in batches, so permits would go unused. Callers that may wait therefore wait here, each for a
 * permit of its own, if that becomes free soon enough.
 *
 * <p>When the server rejects a request because of the limit, other processes use the same limit: {@link AdaptiveLimit}
 * finds out how much of it is left for this one.
 *
 * <p>Any number of threads may use one limiter.
 */
public final class RateLimiter {

    /** Stands for a limit that does not exist. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final AdaptiveLimit limit;
    private final RetrySchedule retries;
    private final RoundTrips roundTrips = new RoundTrips();
    private final RequestWindows windows;

    /** How many callers hold a reservation. The next permits are theirs. */
    private int waiting;

    private long closedUntil;

    /** How a caller waits for its permit. */
    @FunctionalInterface
    public interface Sleeper {
        /**
         * Waits.
         *
         * @throws InterruptedException when the thread is interrupted
         */
        void sleep(Duration time) throws InterruptedException;
    }

    /** The outcome of {@link #tryAcquire}. */
    public sealed interface Admission permits Decision, Reservation {}

    /** The outcome of {@link #acquire}: the request may be sent now, or not. */
    public sealed interface Decision extends Admission permits Permit, Rejection {}

    /**
     * No permit is free soon enough.
     *
     * @param retryAfter how long to wait before the next attempt
     */
    public record Rejection(Duration retryAfter) implements Decision {}

    /**
     * A limiter that nothing has been sent through yet.
     *
     * @param perSecond the most requests in any second
     * @param perMinute the most requests in any minute, or {@link #NO_LIMIT}
     * @param nanoTime a monotonic clock in nanoseconds, usually {@link System#nanoTime}
     * @param sleeper how a caller waits, usually {@link Thread#sleep(Duration)}
     */
    public RateLimiter(int perSecond, int perMinute, LongSupplier nanoTime, Sleeper sleeper) {
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        var now = nanoTime.getAsLong();
        this.windows = new RequestWindows(perMinute, roundTrips);
        this.limit = new AdaptiveLimit(perSecond, now);
        this.retries = new RetrySchedule(perSecond, now);
        this.closedUntil = now;
    }

    /** A limiter without a limit for the minute. */
    public RateLimiter(int perSecond, LongSupplier nanoTime, Sleeper sleeper) {
        this(perSecond, NO_LIMIT, nanoTime, sleeper);
    }

    /**
     * Takes a permit, if need be after a wait. An interrupted thread does not wait, and stays interrupted.
     *
     * @param maxWait how long the calling thread may wait; zero if it may not
     */
    public Decision acquire(Duration maxWait) {
        return switch (tryAcquire(maxWait)) {
            case Decision decision -> decision;
            case Reservation reservation -> {
                sleep(reservation.delay);
                yield reservation.claim();
            }
        };
    }

    private void sleep(Duration delay) {
        try {
            sleeper.sleep(delay);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a permit, or a reservation that has to be {@linkplain Reservation#claim claimed} after its delay. */
    synchronized Admission tryAcquire(Duration maxWait) {
        var now = nanoTime.getAsLong();
        var wait = nextFreeAt(waiting, now) - now;
        if (wait <= 0) {
            return permit(now);
        }
        if (wait > maxWait.toNanos()) {
            return rejection(now);
        }
        waiting++;
        return new Reservation(Duration.ofNanos(wait));
    }

    /** Rejects a caller that does not even get to ask for a permit. */
    public synchronized Rejection reject() {
        return rejection(nanoTime.getAsLong());
    }

    /** How many requests may be sent in a second now, as far as this process knows. */
    public synchronized int inForce() {
        return limit.current(nanoTime.getAsLong());
    }

    /** How many requests may be sent in a second at most. */
    public int most() {
        return limit.most();
    }

    private Permit permit(long now) {
        retries.onArrival(now);
        windows.begin();
        return new Permit(now);
    }

    private Rejection rejection(long now) {
        return new Rejection(nextDelay(now));
    }

    private long nextFreeAt(int ahead, long now) {
        return MonotonicTime.later(windows.nextFreeAt(limit.current(now), ahead, now), closedUntil);
    }

    /**
     * Where other processes share the limit, a job that is retried may come to one of them that has a permit. It need
     * not wait for one of this process's second.
     */
    private Duration nextDelay(long now) {
        var earliest = limit.isFull(now)
                ? nextFreeAt(waiting, now)
                : MonotonicTime.later(windows.nextFreeAt(waiting, now), closedUntil);
        return retries.nextDelay(now, earliest);
    }

    private synchronized void complete(Permit permit) {
        var now = nanoTime.getAsLong();
        windows.complete(now);
        if (permit.accepted) {
            limit.onAccepted(now);
            roundTrips.add(now - permit.sentAt);
        }
    }

    /** Gives no permit for as long as the server said. */
    private synchronized Rejection close(Duration wait) {
        var now = nanoTime.getAsLong();
        closedUntil = MonotonicTime.later(closedUntil, now + wait.toNanos());
        limit.onRejected(now, closedUntil);
        return rejection(now);
    }

    /** A permit that becomes free in a moment. A reservation that is taken has to be claimed. */
    public final class Reservation implements Admission {
        private final Duration delay;

        private Reservation(Duration delay) {
            this.delay = delay;
        }

        /** How long to wait before claiming the permit. */
        public Duration delay() {
            return delay;
        }

        /**
         * Takes the permit. It is rejected when the permit is not free after all: the server has rejected another
         * request meanwhile, less of the limit is left than it seemed, or the wait was cut short.
         */
        public Decision claim() {
            synchronized (RateLimiter.this) {
                waiting--;
                var now = nanoTime.getAsLong();
                return nextFreeAt(0, now) - now > 0 ? rejection(now) : permit(now);
            }
        }
    }

    /**
     * Leave to send one request. It has to be closed when the reply has arrived, or will not arrive any more. A permit
     * that is neither {@link #accepted} nor {@link #rejected} then has an unknown outcome: the request may have been
     * counted, and the limiter learns nothing else from it.
     */
    public final class Permit implements Decision, AutoCloseable {
        private final long sentAt;
        private boolean accepted;

        private Permit(long sentAt) {
            this.sentAt = sentAt;
        }

        /** The server let the request through, whatever it answered. */
        public void accepted() {
            accepted = true;
        }

        /**
         * The server rejected the request because of the limit.
         *
         * @param retryAfter how long the server said to wait
         * @return how long to wait, when others wait too
         */
        public Rejection rejected(Duration retryAfter) {
            return RateLimiter.this.close(retryAfter);
        }

        @Override
        public void close() {
            complete(this);
        }
    }
}
