package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * When those that were turned away should come back: one after the other, at a little more than the pace at which
 * places become free, so that a bulk of any size costs no more than a few returns for each request. Engines keep
 * appointments badly, a job comes back up to two seconds late, and in bunches; those who come in time get in by
 * {@link PublishLimiter.Door}.
 */
final class Appointments {

    private static final double PER_PLACE = 1.25;
    private static final double BEYOND_THAT_PER_SECOND = 20;
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    private static final long SHORTEST_WAIT_NANOS = Duration.ofMillis(50).toNanos();

    private long last;

    Appointments(long now) {
        last = now;
    }

    /**
     * The next appointment.
     *
     * @param now the time of a monotonic clock, in nanoseconds
     * @param earliest when the next place becomes free, on the same clock
     * @param placesPerSecond how many places become free in a second
     * @return how long to wait from now
     */
    Duration next(long now, long earliest, int placesPerSecond) {
        var perSecond = placesPerSecond * PER_PLACE + BEYOND_THAT_PER_SECOND;
        var afterTheOthers = last + (long) (NANOS_PER_SECOND / perSecond);
        last = afterTheOthers - earliest > 0 ? afterTheOthers : earliest;
        return Duration.ofNanos(Math.max(last - now, SHORTEST_WAIT_NANOS));
    }
}
