package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * When those that were turned away should come back: one after the other, at a little more than the pace of the limit,
 * so that an advertisement comes back once or twice, however many there are. Engines keep appointments badly: jobs come
 * back late, and several at once.
 *
 * <p>The pace is that of the whole limit even where {@link Share} leaves less of it to this process: whoever comes back
 * may come back to another process, one that has more.
 */
final class Appointments {

    private static final double FOR_EACH_PLACE = 1.3;
    /** Few places are without anybody by chance more often than many. */
    private static final double BEYOND_THAT = 2;

    private static final long SHORTEST_WAIT_NANOS = Duration.ofMillis(50).toNanos();

    private final long apart;
    private long last;

    /**
     * Nobody has an appointment yet.
     *
     * @param perSecond the limit
     */
    Appointments(int perSecond, long now) {
        apart = (long) (RollingSecond.NANOS / (perSecond * FOR_EACH_PLACE + BEYOND_THAT));
        last = now;
    }

    /**
     * The next appointment.
     *
     * @param now the time of a monotonic clock, in nanoseconds
     * @param earliest when the next place becomes free, on the same clock
     * @return how long to wait from now
     */
    Duration next(long now, long earliest) {
        var afterTheOthers = last + apart;
        last = afterTheOthers - earliest > 0 ? afterTheOthers : earliest;
        return Duration.ofNanos(Math.max(last - now, SHORTEST_WAIT_NANOS));
    }
}
