package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much of an app's limit this process may use. All of it, until Feishu says that the limit is exceeded: then others
 * publish for the same app, and what Feishu let through in the second around that moment is the share that it leaves to
 * this process. It says nothing where this process sent next to nothing in that second.
 *
 * <p>Feishu may also have refused a request for a reason that is gone. So a second later this process tries one place
 * more, and if that goes well, twice as many more each half second, until it uses all of the limit again. A try that
 * fails takes from the others: the next one comes after five times as long.
 *
 * <p>Times are those of a monotonic clock, in nanoseconds.
 */
final class Share {

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long FIRST_TRY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LAST_TRY_NANOS = Duration.ofMinutes(2).toNanos();
    private static final int LATER_EACH_TIME = 5;
    private static final long STEP_NANOS = Duration.ofMillis(500).toNanos();
    /** Whoever sent less than this part of its places does not know why it was refused. */
    private static final int NEXT_TO_NOTHING = 3;

    private final int perSecond;
    /** When Feishu let requests through, in the last second or since shortly before it refused one. */
    private final Deque<Long> acceptedAt = new ArrayDeque<>();

    private int places;
    /** What Feishu left when it last refused, or the whole limit. */
    private int settled;
    /** How many more the next step takes; the first is a try. */
    private int step = 1;

    private long changedAt;
    private long tryAfter = FIRST_TRY_NANOS;
    private int refused;
    private long judgeAt;

    Share(int perSecond, long now) {
        this.perSecond = perSecond;
        this.places = perSecond;
        this.settled = perSecond;
        this.changedAt = now;
    }

    /** How many requests may be sent in the coming second. */
    int places(long now) {
        if (refused > 0 && now - judgeAt >= 0) {
            judge();
        }
        while (refused == 0 && places < perSecond && now - changedAt >= pause()) {
            changedAt += pause();
            places = Math.min(places + step, perSecond);
            settled = places == perSecond ? perSecond : settled;
            step *= 2;
        }
        return places;
    }

    private void judge() {
        if ((acceptedAt.size() + refused) * NEXT_TO_NOTHING > places) {
            // One refusal more shows that there is less, but not how much.
            var least = settled == perSecond ? 1 : Math.max(1, settled - 1);
            places = Math.max(least, Math.min(places, acceptedAt.size()));
            settled = places;
        }
        refused = 0;
        step = 1;
        changedAt = judgeAt;
    }

    private long pause() {
        return isTrying() ? STEP_NANOS : tryAfter;
    }

    private boolean isTrying() {
        return step > 1;
    }

    /** Whether all of the limit is left to this process. */
    boolean isAll(long now) {
        return places(now) == perSecond;
    }

    /** Feishu let a request through. */
    void accepted(long now) {
        if (refused == 0) {
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
        if (refused == 0) {
            forgetBefore(now - WINDOW_NANOS);
            if (isTrying()) {
                var failed = now - changedAt <= WINDOW_NANOS;
                tryAfter = failed ? Math.min(tryAfter * LATER_EACH_TIME, LAST_TRY_NANOS) : FIRST_TRY_NANOS;
            }
        }
        refused++;
        judgeAt = reopening;
    }

    private void forgetBefore(long limit) {
        while (!acceptedAt.isEmpty() && acceptedAt.peekFirst() - limit <= 0) {
            acceptedAt.removeFirst();
        }
    }
}
