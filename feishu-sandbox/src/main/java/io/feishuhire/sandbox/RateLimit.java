package io.feishuhire.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often each app may make one call: in any 1,000 ms, in any 60,000 ms, or both. A request that is exactly as old as
 * a window no longer counts in it, and neither does one that was refused.
 */
final class RateLimit {

    private final InstantSource clock;
    private final Map<String, List<Window>> windowsByApp = new HashMap<>();
    private Limits limits;

    RateLimit(InstantSource clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Also forgets the requests that were counted. */
    synchronized void set(Limits newLimits) {
        limits = newLimits;
        windowsByApp.clear();
    }

    synchronized Limits limits() {
        return limits;
    }

    /** Counts a request of the app, or says how many whole seconds it must wait for a free place. */
    synchronized Optional<Refusal> take(String appId) {
        var now = clock.instant();
        var windows = windowsByApp.computeIfAbsent(appId, app -> limits.windows());
        var fullest = windows.stream()
                .max(Comparator.comparing(window -> window.untilFree(now)))
                .filter(window -> window.untilFree(now).isPositive());
        if (fullest.isEmpty()) {
            windows.forEach(window -> window.accepted().addLast(now));
        }
        return fullest.map(window -> window.refusal(now));
    }

    /** Requests in any second and in any minute, 0 for as many as one likes. */
    record Limits(int perSecond, int perMinute) {

        Limits {
            if (perSecond < 0 || perMinute < 0) {
                throw new IllegalArgumentException(
                        "A rate limit must be 0 (none) or more, not " + Math.min(perSecond, perMinute));
            }
        }

        static Limits perSecond(int requests) {
            return new Limits(requests, 0);
        }

        private List<Window> windows() {
            return Stream.of(
                            new Window(perSecond, Duration.ofSeconds(1), new ArrayDeque<>()),
                            new Window(perMinute, Duration.ofMinutes(1), new ArrayDeque<>()))
                    .filter(window -> window.limit() > 0)
                    .toList();
        }
    }

    /** The limit that was met, and the seconds until it has a free place, rounded up. */
    record Refusal(int limit, long resetSeconds) {}

    private record Window(int limit, Duration length, ArrayDeque<Instant> accepted) {

        Duration untilFree(Instant now) {
            while (!accepted.isEmpty() && !accepted.peekFirst().plus(length).isAfter(now)) {
                accepted.removeFirst();
            }
            return accepted.size() < limit
                    ? Duration.ZERO
                    : Duration.between(now, accepted.peekFirst().plus(length));
        }

        Refusal refusal(Instant now) {
            return new Refusal(limit, untilFree(now).plusNanos(999_999_999).toSeconds());
        }
    }
}
