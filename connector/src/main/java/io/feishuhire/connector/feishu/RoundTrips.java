package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * How long a request and its reply take at least: a little less than the shortest of the last {@value #WINDOW} to 500
 * round trips, because the next one may be shorter still, and the more so the fewer are known. Nothing is known of a
 * network before {@value #ENOUGH} round trips: the first requests open their connections, and take two or three times
 * as long.
 */
final class RoundTrips {

    private static final int ENOUGH = 20;
    private static final int WINDOW = 250;
    private static final long MARGIN_NANOS = Duration.ofMillis(5).toNanos();

    private int count;
    private long shortest = Long.MAX_VALUE;
    private long shortestInTheWindowBefore = Long.MAX_VALUE;

    void add(long nanos) {
        if (count == WINDOW) {
            shortestInTheWindowBefore = shortest;
            shortest = Long.MAX_VALUE;
            count = 0;
        }
        shortest = Math.min(shortest, nanos);
        count++;
    }

    /** In nanoseconds; 0 while too few are known, and on this machine. */
    long atLeast() {
        var isFirstWindow = shortestInTheWindowBefore == Long.MAX_VALUE;
        if (isFirstWindow && count < ENOUGH) {
            return 0;
        }
        var least = Math.min(shortest, shortestInTheWindowBefore);
        var margin = isFirstWindow ? Math.max(least / count, MARGIN_NANOS) : MARGIN_NANOS;
        return Math.max(0, least - margin);
    }
}
