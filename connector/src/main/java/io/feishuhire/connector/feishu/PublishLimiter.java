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
 */
final class PublishLimiter {

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long SHORTEST_WAIT_NANOS = Duration.ofMillis(50).toNanos();

    private final int perSecond;
    private final Ticker ticker;
    /** When the replies of the last second arrived. */
    private final Deque<Long> answeredAt = new ArrayDeque<>();

    private int inFlight;
    private long closedUntil;
    private long lastParkedUntil;

    PublishLimiter(int perSecond, Ticker ticker) {
        this.perSecond = perSecond;
        this.ticker = ticker;
        this.closedUntil = ticker.read();
        this.lastParkedUntil = closedUntil;
    }

    /**
     * Takes a place.
     *
     * @throws FeishuException with {@link FeishuError#RATE_LIMITED} and the time to wait when none is free
     */
    synchronized Place enter() {
        var now = ticker.read();
        forgetOlderThan(now - WINDOW_NANOS);
        if (now - closedUntil < 0 || inFlight + answeredAt.size() >= perSecond) {
            throw new FeishuException(FeishuFailure.rateLimited(Duration.ofNanos(park(now))));
        }
        inFlight++;
        return new Place();
    }

    /** Lets nothing through for a while, because Feishu said so. */
    synchronized void closeFor(Duration wait) {
        var until = ticker.read() + wait.toNanos();
        if (until - closedUntil > 0) {
            closedUntil = until;
        }
    }

    /** Spreads those that are turned away over the time to come, at the pace at which places become free. */
    private long park(long now) {
        var nextFree = answeredAt.isEmpty() ? now + WINDOW_NANOS / perSecond : answeredAt.peekFirst() + WINDOW_NANOS;
        if (closedUntil - nextFree > 0) {
            nextFree = closedUntil;
        }
        var afterTheOthers = lastParkedUntil + WINDOW_NANOS / perSecond;
        if (afterTheOthers - nextFree > 0) {
            nextFree = afterTheOthers;
        }
        lastParkedUntil = nextFree;
        return Math.max(nextFree - now, SHORTEST_WAIT_NANOS);
    }

    private void forgetOlderThan(long limit) {
        while (!answeredAt.isEmpty() && answeredAt.peekFirst() - limit <= 0) {
            answeredAt.removeFirst();
        }
    }

    private synchronized void leave() {
        inFlight--;
        answeredAt.addLast(ticker.read());
    }

    /** A request's place; to be closed when its reply has arrived, or will not arrive any more. */
    final class Place implements AutoCloseable {
        @Override
        public void close() {
            leave();
        }
    }
}
