package io.feishuhire.connector.feishu;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The publishing limit of one app: never more than so many requests in any second, wherever that second begins ("频控策略";
 * 10 a second for "发布职位广告").
 *
 * <p>A token bucket lets twice its size through in the second after a pause. This limiter counts instead: a request
 * occupies a place from before it is sent until one second after its reply arrived. Feishu counts a request at some
 * moment between the two, so however long the network takes, no second of Feishu's holds more than the limit.
 *
 * <p>Nobody waits here. Who finds no place gets an {@linkplain Appointments appointment} and is expected to come back
 * then. When Feishu answers that the limit is exceeded, others publish for the same app: {@link Share} finds out how
 * much of the limit is left for this process.
 */
final class PublishLimiter {

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private final Ticker ticker;
    private final Share share;
    private final Appointments appointments;
    /** When the replies of the last second arrived. */
    private final Deque<Long> answeredAt = new ArrayDeque<>();

    private int inFlight;
    private long closedUntil;

    PublishLimiter(int perSecond, Ticker ticker) {
        this.ticker = ticker;
        var now = ticker.read();
        this.share = new Share(perSecond, now);
        this.appointments = new Appointments(now);
        this.closedUntil = now;
    }

    /**
     * Takes a place.
     *
     * @throws FeishuException with {@link FeishuError#RATE_LIMITED} and the time to wait when none is free
     */
    synchronized Place enter() {
        var now = ticker.read();
        forgetBefore(now - WINDOW_NANOS);
        if (now - closedUntil < 0 || inFlight + answeredAt.size() >= share.places(now)) {
            throw new FeishuException(FeishuFailure.rateLimited(appointment(now)));
        }
        inFlight++;
        return new Place();
    }

    private Duration appointment(long now) {
        var nextFree = answeredAt.isEmpty() ? now : answeredAt.peekFirst() + WINDOW_NANOS;
        var earliest = nextFree - closedUntil > 0 ? nextFree : closedUntil;
        return appointments.next(now, earliest, share.places(now));
    }

    private void forgetBefore(long limit) {
        while (!answeredAt.isEmpty() && answeredAt.peekFirst() - limit <= 0) {
            answeredAt.removeFirst();
        }
    }

    private synchronized void leave(boolean accepted) {
        var now = ticker.read();
        inFlight--;
        answeredAt.addLast(now);
        if (accepted) {
            share.accepted(now);
        }
    }

    /** Lets nothing through for as long as Feishu said. */
    private synchronized Duration refused(Duration wait) {
        var now = ticker.read();
        var until = now + wait.toNanos();
        if (until - closedUntil > 0) {
            closedUntil = until;
        }
        share.exceeded(now, closedUntil);
        return appointment(now);
    }

    /** A request's place; to be closed when its reply has arrived, or will not arrive any more. */
    final class Place implements AutoCloseable {
        private boolean accepted = true;

        /**
         * Feishu refused the request because of the limit.
         *
         * @param wait how long Feishu said to wait
         * @return how long to wait, when others wait too
         */
        Duration refused(Duration wait) {
            accepted = false;
            return PublishLimiter.this.refused(wait);
        }

        @Override
        public void close() {
            leave(accepted);
        }
    }
}
