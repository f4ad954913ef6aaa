package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;

/**
 * Estimates the shortest time that a request and its reply take. The estimate is a little less than the shortest of the
 * last {@value #WINDOW} to 500 round trips, because the next one may be shorter still; the fewer are known, the wider
 * the margin. Fewer than {@value #ENOUGH} give no estimate: the first requests open their connections, and take two or
 * three times as long.
 */
final class RoundTrips {

    private static final int ENOUGH = 20;
    private static final int WINDOW = 250;
    private static final long MARGIN_NANOS = Duration.ofMillis(5).toNanos();

    private int count;
    private long shortest = Long.MAX_VALUE;
    private long shortestOfPreviousWindow = Long.MAX_VALUE;

    void add(long nanos) {
        if (count == WINDOW) {
            shortestOfPreviousWindow = shortest;
            shortest = Long.MAX_VALUE;
            count = 0;
        }
        shortest = Math.min(shortest, nanos);
        count++;
    }

    /** The estimate in nanoseconds; 0 while too few are known, and for a server on this machine. */
    long shortest() {
        var isFirstWindow = shortestOfPreviousWindow == Long.MAX_VALUE;
        if (isFirstWindow && count < ENOUGH) {
            return 0;
        }
        var least = Math.min(shortest, shortestOfPreviousWindow);
        var margin = isFirstWindow ? Math.max(least / count, MARGIN_NANOS) : MARGIN_NANOS;
        return Math.max(0, least - margin);
    }
}
