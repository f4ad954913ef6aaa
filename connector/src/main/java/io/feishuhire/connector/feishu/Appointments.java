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
    private static final long NOBODY_COMES_AFTER_NANOS = Duration.ofSeconds(5).toNanos();

    private final long apart;
    private long last;
    /** When somebody was there, or is expected at the earliest. */
    private long heardOf;

    /**
     * Nobody has an appointment yet.
     *
     * @param perSecond the limit
     */
    Appointments(int perSecond, long now) {
        apart = (long) (RollingSecond.NANOS / (perSecond * FOR_EACH_PLACE + BEYOND_THAT));
        last = now;
        heardOf = now;
    }

    /**
     * Somebody has come and found a place. After a time in which nobody did, all who have appointments are gone, as
     * when their process instances were cancelled, and those who come now need not queue up behind them.
     */
    void kept(long now) {
        if (now - heardOf > NOBODY_COMES_AFTER_NANOS) {
            last = now;
        }
        heardOf = now;
    }

    /**
     * The next appointment.
     *
     * @param now the time of a monotonic clock, in nanoseconds
     * @param earliest before which there is no use in coming back, on the same clock
     * @return how long to wait from now
     */
    Duration next(long now, long earliest) {
        heardOf = RollingSecond.later(heardOf, earliest);
        last = RollingSecond.later(last + apart, earliest);
        return Duration.ofNanos(Math.max(last - now, SHORTEST_WAIT_NANOS));
    }
}
