package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Feishu's limit in simulated time: a strict sliding window. It counts a request as it arrives. */
final class SimulatedFeishu {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int LIMIT = 10;

    private final Deque<Long> accepted = new ArrayDeque<>();
    private final Deque<Long> strays = new ArrayDeque<>();
    private int published;
    private int refused;
    private long lastPublished;

    /** Refuses the next request after this time whatever was sent before; the times have to ascend. */
    void refuseOneAfter(Duration time) {
        strays.addLast(time.toNanos());
    }

    /** Publishes, or answers how long to wait; zero means that it published. */
    Duration receive(long now) {
        while (!accepted.isEmpty() && accepted.peekFirst() <= now - SECOND) {
            accepted.removeFirst();
        }
        if (!strays.isEmpty() && strays.peekFirst() <= now) {
            strays.removeFirst();
            refused++;
            return Duration.ofSeconds(1);
        }
        if (accepted.size() == LIMIT) {
            refused++;
            return Duration.ofSeconds(Math.ceilDiv(accepted.peekFirst() + SECOND - now, SECOND));
        }
        accepted.addLast(now);
        published++;
        lastPublished = now;
        return Duration.ZERO;
    }

    int published() {
        return published;
    }

    int refused() {
        return refused;
    }

    Duration lastPublished() {
        return Duration.ofNanos(lastPublished);
    }
}
