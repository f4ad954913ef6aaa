package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Feishu's limits in simulated time: strict sliding windows. They count a request as it arrives. */
final class SimulatedFeishu {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final List<Window> windows;
    private final Deque<Long> strays = new ArrayDeque<>();
    private int accepted;
    private int refused;
    private long lastAccepted;

    private record Window(long length, int limit, Deque<Long> requests) {

        long untilFree(long now) {
            while (!requests.isEmpty() && requests.peekFirst() <= now - length) {
                requests.removeFirst();
            }
            return requests.size() < limit ? 0 : requests.peekFirst() + length - now;
        }
    }

    /**
     * A Feishu that nothing was sent to.
     *
     * @param perMinute the most requests in any minute, or {@link RateLimiter#NO_LIMIT}
     */
    SimulatedFeishu(int perSecond, int perMinute) {
        windows = List.of(
                new Window(SECOND, perSecond, new ArrayDeque<>()), new Window(MINUTE, perMinute, new ArrayDeque<>()));
    }

    /** Refuses the next request after this time whatever was sent before; the times have to ascend. */
    void refuseOneAfter(Duration time) {
        strays.addLast(time.toNanos());
    }

    /** Does what was asked for, or answers how long to wait; zero means that it was done. */
    Duration receive(long now) {
        if (!strays.isEmpty() && strays.peekFirst() <= now) {
            strays.removeFirst();
            refused++;
            return Duration.ofSeconds(1);
        }
        var untilFree = windows.stream()
                .map(window -> window.untilFree(now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (untilFree > 0) {
            refused++;
            return Duration.ofSeconds(Math.ceilDiv(untilFree, SECOND));
        }
        windows.forEach(window -> window.requests().addLast(now));
        accepted++;
        lastAccepted = now;
        return Duration.ZERO;
    }

    int accepted() {
        return accepted;
    }

    int refused() {
        return refused;
    }

    Duration lastAccepted() {
        return Duration.ofNanos(lastAccepted);
    }
}
