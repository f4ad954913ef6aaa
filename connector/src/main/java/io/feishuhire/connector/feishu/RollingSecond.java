package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The places of the last second. Feishu counts a request at some moment on its way, and what must not happen is that it
 * counts too many in any second of its own. It counted a request at least one reply's way before the reply arrived
 * here, and it will count the next one at least one request's way after that is sent. These two ways together are a
 * round trip, whatever the part of each in it. So a request occupies a place from before it is sent until a second
 * after its reply arrived, less the {@linkplain RoundTrips shortest round trip}: what is lost is not the round trip but
 * its jitter. When Feishu counts a request whose reply was given up, nobody knows.
 *
 * <p>Times are those of a monotonic clock, in nanoseconds.
 */
final class RollingSecond {

    static final long NANOS = Duration.ofSeconds(1).toNanos();

    /** When the replies arrived whose requests still occupy a place. */
    private final Deque<Long> answeredAt = new ArrayDeque<>();

    private final RoundTrips roundTrips;
    private int inFlight;

    RollingSecond(RoundTrips roundTrips) {
        this.roundTrips = roundTrips;
    }

    /** The later of two times; such clocks begin anywhere and may overflow, so they are not to be compared by size. */
    static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    void take() {
        inFlight++;
    }

    /** The reply has arrived, or will not any more. */
    void answered(long now) {
        inFlight--;
        answeredAt.addLast(now);
    }

    /**
     * When there is a place for somebody whom others are ahead of.
     *
     * @param places how many there are
     * @param ahead how many others take a place before
     * @return {@code now} if there is one; for the place of a request that is under way, the earliest time possible
     */
    long freeAt(int places, int ahead, long now) {
        var occupied = NANOS - roundTrips.atLeast();
        forgetBefore(now - occupied);
        var tooMany = inFlight + answeredAt.size() + ahead + 1 - places;
        if (tooMany <= 0) {
            return now;
        }
        // When so many of the oldest are forgotten, there is one place, and those who are ahead have theirs.
        return tooMany <= answeredAt.size() ? oldest(tooMany) + occupied : now + NANOS;
    }

    /** The time of the oldest but {@code number - 1}. */
    private long oldest(int number) {
        Iterator<Long> times = answeredAt.iterator();
        for (var older = 1; older < number; older++) {
            times.next();
        }
        return times.next();
    }

    private void forgetBefore(long limit) {
        while (!answeredAt.isEmpty() && answeredAt.peekFirst() - limit <= 0) {
            answeredAt.removeFirst();
        }
    }
}
