package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * When those that were turned away should come back: one after the other, at half as much again as the pace of the
 * limit (where that is 10 a second), so that an advertisement comes back once or twice, however many there are. Engines
 * keep appointments badly: jobs come back late, and several at once.
 *
 * <p>The pace is that of the whole limit even where {@link Share} leaves less of it to this process: whoever comes back
 * may come back to another process, one that has more.
 */
final class Appointments {

    private static final double FOR_EACH_PLACE = 1.3;
    /** Few places are without anybody by chance more often than many. */
    private static final double BEYOND_THAT = 2;

    private static final long SHORTEST_WAIT_NANOS = Duration.ofMillis(50).toNanos();

    /** Longer than an engine is late. */
    private static final long NOBODY_COMES_AFTER_NANOS = Duration.ofSeconds(6).toNanos();

    private final long apart;
    private long last;
    /** Until when at least half as many came as had an appointment, or were expected to come at all. */
    private long attendedUntil;

    /**
     * Nobody has an appointment yet.
     *
     * @param perSecond the limit
     */
    Appointments(int perSecond, long now) {
        apart = (long) (RollingSecond.NANOS / (perSecond * FOR_EACH_PLACE + BEYOND_THAT));
        last = now;
        attendedUntil = now;
    }

    /** Somebody has come and found a place. */
    void kept(long now) {
        attended(now);
    }

    /**
     * The next appointment.
     *
     * @param now the time of a monotonic clock, in nanoseconds
     * @param earliest before which there is no use in coming back, on the same clock
     * @return how long to wait from now
     */
    Duration next(long now, long earliest) {
        attended(now);
        if (earliest - now > RollingSecond.NANOS) {
            // Feishu lets nobody in so long.
            attendedUntil = RollingSecond.later(attendedUntil, earliest);
        }
        last = RollingSecond.later(last + apart, earliest);
        return Duration.ofNanos(Math.max(last - now, SHORTEST_WAIT_NANOS));
    }

    /**
     * Somebody has come. Where far fewer come than have an appointment, those who have one are gone, as when their
     * process instances were cancelled, and whoever comes now need not queue up behind them.
     */
    private void attended(long now) {
        var missing = now - attendedUntil;
        if (missing > NOBODY_COMES_AFTER_NANOS) {
            last = now;
            attendedUntil = now;
        } else if (missing > 0) {
            attendedUntil += Math.min(missing, 2 * apart);
        }
    }
}
