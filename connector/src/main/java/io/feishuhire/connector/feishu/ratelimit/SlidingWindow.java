package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The requests of the last second, or minute, as the server may count them. The server counts a request at some moment
 * on its way. It counted a request at least one reply's way before the reply arrived here. It will count the next one
 * at least one request's way after that is sent. The two ways together are a round trip, however it divides between
 * them. So a request counts from before it is sent until the length of the window after its reply arrived, less the
 * {@linkplain RoundTrips shortest round trip}: the price is not the round trip but its jitter. A request whose reply
 * never came counts from the moment it was given up, as its real time is unknown.
 *
 * <p>Times are those of a monotonic clock, in nanoseconds.
 */
final class SlidingWindow {

    /** When the replies arrived whose requests still count. */
    private final Deque<Long> completedAt = new ArrayDeque<>();

    private final long length;
    private final RoundTrips roundTrips;
    private int inFlight;

    SlidingWindow(Duration length, RoundTrips roundTrips) {
        this.length = length.toNanos();
        this.roundTrips = roundTrips;
    }

    /** A request is about to be sent. */
    void begin() {
        inFlight++;
    }

    /** Its reply has arrived, or will not arrive any more. */
    void complete(long now) {
        inFlight--;
        completedAt.addLast(now);
    }

    /**
     * The time at which a permit is free for a caller with {@code ahead} callers before it.
     *
     * @param limit how many requests may count at once
     * @return {@code now} if one is free; for the permit of a request in flight, the earliest time possible
     */
    long nextFreeAt(int limit, int ahead, long now) {
        var counted = length - roundTrips.shortest();
        forgetBefore(now - counted);
        var excess = inFlight + completedAt.size() + ahead + 1 - limit;
        if (excess <= 0) {
            return now;
        }
        return excess <= completedAt.size() ? oldest(excess) + counted : now + length;
    }

    /** The n-th oldest completion time. */
    private long oldest(int n) {
        Iterator<Long> times = completedAt.iterator();
        for (var older = 1; older < n; older++) {
            times.next();
        }
        return times.next();
    }

    private void forgetBefore(long time) {
        while (!completedAt.isEmpty() && completedAt.peekFirst() - time <= 0) {
            completedAt.removeFirst();
        }
    }
}
