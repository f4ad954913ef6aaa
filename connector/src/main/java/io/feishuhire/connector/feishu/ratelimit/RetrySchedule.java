package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;

/**
 * Spreads the retries of rejected callers: one after the other, at about one and a half times the pace of the limit
 * (where that is 10 a second). A caller is then rejected once or twice, however many there are. The pace exceeds the
 * limit because engines bring jobs back late and in batches.
 *
 * <p>The pace is that of the full limit even where {@link AdaptiveLimit} leaves less of it to this process: a job that
 * is retried may come to another process, which has more.
 *
 * <p>Not safe for use by several threads without a lock.
 */
public final class RetrySchedule {

    private static final double OVERBOOKING = 1.3;
    /** Small limits need proportionally more overbooking to avoid idle permits. */
    private static final double EXTRA_PER_SECOND = 2;

    private static final long SHORTEST_DELAY = Duration.ofMillis(50).toNanos();

    /** Longer than an engine is ever late. */
    private static final long ABANDONED_AFTER = Duration.ofSeconds(6).toNanos();

    private final long interval;
    private long lastRetryAt;
    /** Moves with the clock as long as at least half as many callers arrive as are expected to. */
    private long lastSignOfLife;

    /**
     * An empty schedule.
     *
     * @param perSecond the limit, in requests a second
     * @param now the time of a monotonic clock, in nanoseconds
     */
    public RetrySchedule(int perSecond, long now) {
        interval = (long) (MonotonicTime.SECOND / (perSecond * OVERBOOKING + EXTRA_PER_SECOND));
        lastRetryAt = now;
        lastSignOfLife = now;
    }

    /**
     * Notes a caller that got a permit. Where far fewer callers arrive than are scheduled, the scheduled ones are gone,
     * as when their process instances were cancelled, and new callers need not queue up behind them.
     */
    void onArrival(long now) {
        var silence = now - lastSignOfLife;
        if (silence > ABANDONED_AFTER) {
            lastRetryAt = now;
            lastSignOfLife = now;
        } else if (silence > 0) {
            lastSignOfLife += Math.min(silence, 2 * interval);
        }
    }

    /**
     * Schedules the next retry.
     *
     * @param now the time of a monotonic clock, in nanoseconds
     * @param earliest the time before which a retry is of no use, by the same clock
     * @return how long to wait from now
     */
    public Duration nextDelay(long now, long earliest) {
        onArrival(now);
        if (earliest - now > MonotonicTime.SECOND) {
            // No caller is expected to arrive before that.
            lastSignOfLife = MonotonicTime.later(lastSignOfLife, earliest);
        }
        lastRetryAt = MonotonicTime.later(lastRetryAt + interval, earliest);
        return Duration.ofNanos(Math.max(lastRetryAt - now, SHORTEST_DELAY));
    }
}
