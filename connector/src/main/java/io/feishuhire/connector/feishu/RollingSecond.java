package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The places of the last second. A request occupies one from before it is sent until a second after its reply arrived:
 * Feishu counts it at some moment between the two, so however long a reply takes, no second of Feishu's holds more
 * requests than there are places. When Feishu counts a request whose reply was given up, nobody knows.
 *
 * <p>Times are those of a monotonic clock, in nanoseconds.
 */
final class RollingSecond {

    static final long NANOS = Duration.ofSeconds(1).toNanos();

    /** When the replies arrived whose requests still occupy a place. */
    private final Deque<Long> answeredAt = new ArrayDeque<>();

    private int inFlight;

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
        forgetBefore(now - NANOS);
        var tooMany = inFlight + answeredAt.size() + ahead + 1 - places;
        if (tooMany <= 0) {
            return now;
        }
        // When so many of the oldest are forgotten, there is one place, and those who are ahead have theirs.
        return tooMany <= answeredAt.size() ? oldest(tooMany) + NANOS : now + NANOS;
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
