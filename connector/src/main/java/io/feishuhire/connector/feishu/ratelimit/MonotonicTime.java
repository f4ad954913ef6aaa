package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;

/** Times of a monotonic clock, in nanoseconds. Such a clock begins anywhere and may overflow. */
final class MonotonicTime {

    static final long SECOND = Duration.ofSeconds(1).toNanos();

    private MonotonicTime() {}

    /** The later of two times, by their difference: their sizes tell nothing. */
    static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
