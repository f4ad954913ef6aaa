package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much of an app's limit this process may use. All of it, until Feishu says that the limit is exceeded: then others
 * publish for the same app, and what Feishu let through in the second around that moment is the share that it leaves to
 * this process. From time to time one more is tried, more and more rarely when that fails.
 *
 * <p>Times are those of a monotonic clock, in nanoseconds.
 */
final class Share {

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long FIRST_TRY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long LAST_TRY_NANOS = Duration.ofMinutes(2).toNanos();

    private final int perSecond;
    /** When Feishu let requests through, in the last second or since shortly before it refused one. */
    private final Deque<Long> acceptedAt = new ArrayDeque<>();

    private int places;
    private long changedAt;
    private long tryAfter = FIRST_TRY_NANOS;
    private boolean trying;
    private boolean exceeded;
    private long judgeAt;

    Share(int perSecond, long now) {
        this.perSecond = perSecond;
        this.places = perSecond;
        this.changedAt = now;
    }

    /** How many requests may be sent in the coming second. */
    int places(long now) {
        if (exceeded && now - judgeAt >= 0) {
            exceeded = false;
            places = Math.max(1, Math.min(places, acceptedAt.size()));
            changedAt = now;
        } else if (!exceeded && places < perSecond && now - changedAt >= tryAfter) {
            tryAfter = trying ? FIRST_TRY_NANOS : tryAfter;
            places++;
            changedAt = now;
            trying = true;
        }
        return places;
    }

    /** Whether all of the limit is left to this process. */
    boolean isAll(long now) {
        return places(now) == perSecond;
    }

    /** Feishu let a request through. */
    void accepted(long now) {
        if (!exceeded) {
            forgetBefore(now - WINDOW_NANOS);
        }
        acceptedAt.addLast(now);
    }

    /**
     * Feishu said that the limit is exceeded.
     *
     * @param reopening when requests are sent again; until then, replies of those on their way still count
     */
    void exceeded(long now, long reopening) {
        if (!exceeded) {
            exceeded = true;
            forgetBefore(now - WINDOW_NANOS);
            tryAfter = trying ? Math.min(tryAfter * 2, LAST_TRY_NANOS) : tryAfter;
            trying = false;
        }
        judgeAt = reopening;
    }

    private void forgetBefore(long limit) {
        while (!acceptedAt.isEmpty() && acceptedAt.peekFirst() - limit <= 0) {
            acceptedAt.removeFirst();
        }
    }
}
