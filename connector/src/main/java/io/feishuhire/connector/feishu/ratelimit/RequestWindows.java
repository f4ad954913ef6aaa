package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;

/**
 * The requests of the last second and of the last minute. A server may limit both, and either limit holds a request up.
 *
 * <p>Times are those of a monotonic clock, in nanoseconds.
 */
final class RequestWindows {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SlidingWindow second;
    private final SlidingWindow minute;
    private final int perMinute;

    /**
     * Windows without requests.
     *
     * @param perMinute the most requests in any minute
     */
    RequestWindows(int perMinute, RoundTrips roundTrips) {
        this.second = new SlidingWindow(SECOND, roundTrips);
        this.minute = new SlidingWindow(MINUTE, roundTrips);
        this.perMinute = perMinute;
    }

    /** A request is about to be sent. */
    void begin() {
        second.begin();
        minute.begin();
    }

    /** Its reply has arrived, or will not arrive any more. */
    void complete(long now) {
        second.complete(now);
        minute.complete(now);
    }

    /**
     * The time at which a permit is free for a caller with {@code ahead} callers before it.
     *
     * @param perSecond how many requests may count at once in a second
     * @return {@code now} if one is free
     */
    long nextFreeAt(int perSecond, int ahead, long now) {
        return MonotonicTime.later(second.nextFreeAt(perSecond, ahead, now), nextFreeAt(ahead, now));
    }

    /** The same as far as the minute is concerned. */
    long nextFreeAt(int ahead, long now) {
        return minute.nextFreeAt(perMinute, ahead, now);
    }
}
