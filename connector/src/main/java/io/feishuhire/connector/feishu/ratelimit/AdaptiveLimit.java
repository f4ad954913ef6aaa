package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much of a limit this process may use. It uses the full limit until the server rejects a request. Then other
 * processes use the same limit, and what the server accepted in the second around the rejection is what they leave to
 * this one. A second in which this process sent too few requests to reach its share is left out.
 *
 * <p>The server may also have rejected a request for a reason that is gone. So a second later this process tries one
 * request more. If that goes well, it takes twice as many more each half second, until it uses the full limit again. A
 * try that fails takes permits from the others, so the next try comes after five times as long.
 *
 * <p>Times are those of a monotonic clock, in nanoseconds.
 */
final class AdaptiveLimit {

    private static final long WINDOW = Duration.ofSeconds(1).toNanos();
    private static final long FIRST_TRY_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long LAST_TRY_AFTER = Duration.ofMinutes(2).toNanos();
    private static final int BACK_OFF_FACTOR = 5;
    private static final long STEP_EVERY = Duration.ofMillis(500).toNanos();
    /** A process that sent less than this part of its limit cannot tell why it was rejected. */
    private static final int NEXT_TO_NOTHING = 3;

    private final int perSecond;
    /** When the server accepted requests: in the last second, or since shortly before it rejected one. */
    private final Deque<Long> acceptedAt = new ArrayDeque<>();

    private int current;
    /** What the server left at its last rejection, or the full limit. */
    private int settled;
    /** By how much the next step grows; the first is a try. */
    private int step = 1;

    private long changedAt;
    private long tryAfter = FIRST_TRY_AFTER;
    private int rejected;
    private long judgeAt;

    AdaptiveLimit(int perSecond, long now) {
        this.perSecond = perSecond;
        this.current = perSecond;
        this.settled = perSecond;
        this.changedAt = now;
    }

    /** How many requests may be sent in the coming second. */
    int current(long now) {
        if (rejected > 0 && now - judgeAt >= 0) {
            judge();
        }
        while (rejected == 0 && current < perSecond && now - changedAt >= pause()) {
            changedAt += pause();
            current = Math.min(current + step, perSecond);
            settled = current == perSecond ? perSecond : settled;
            step *= 2;
        }
        return current;
    }

    private void judge() {
        if ((acceptedAt.size() + rejected) * NEXT_TO_NOTHING > current) {
            // One more rejection shows that less is left, but not how much.
            var least = settled == perSecond ? 1 : Math.max(1, settled - 1);
            current = Math.max(least, Math.min(current, acceptedAt.size()));
            settled = current;
        }
        rejected = 0;
        step = 1;
        changedAt = judgeAt;
    }

    private long pause() {
        return isTrying() ? STEP_EVERY : tryAfter;
    }

    private boolean isTrying() {
        return step > 1;
    }

    /** How many requests may be sent in a second when no other process sends any. */
    int most() {
        return perSecond;
    }

    /** Whether this process may use the full limit. */
    boolean isFull(long now) {
        return current(now) == perSecond;
    }

    /** The server let a request through. */
    void onAccepted(long now) {
        if (rejected == 0) {
            forgetBefore(now - WINDOW);
        }
        acceptedAt.addLast(now);
    }

    /**
     * The server rejected a request because of the limit.
     *
     * @param reopensAt when requests are sent again; until then, replies to requests in flight still count
     */
    void onRejected(long now, long reopensAt) {
        if (rejected == 0) {
            forgetBefore(now - WINDOW);
            if (isTrying()) {
                var failed = now - changedAt <= WINDOW;
                tryAfter = failed ? Math.min(tryAfter * BACK_OFF_FACTOR, LAST_TRY_AFTER) : FIRST_TRY_AFTER;
            }
        }
        rejected++;
        judgeAt = reopensAt;
    }

    private void forgetBefore(long time) {
        while (!acceptedAt.isEmpty() && acceptedAt.peekFirst() - time <= 0) {
            acceptedAt.removeFirst();
        }
    }
}
