package io.feishuhire.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * At most {@code perSecond} requests of one app in any 1,000 ms. A request exactly 1,000 ms old no longer counts, and
 * neither does one that was refused.
 */
final class RateLimit {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Map<String, ArrayDeque<Instant>> acceptedByApp = new HashMap<>();
    private int perSecond;

    RateLimit(InstantSource clock, int perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
    }

    synchronized void set(int requestsPerSecond) {
        if (requestsPerSecond < 0) {
            throw new IllegalArgumentException("The rate limit must be 0 (none) or more, not " + requestsPerSecond);
        }
        perSecond = requestsPerSecond;
        acceptedByApp.clear();
    }

    synchronized int perSecond() {
        return perSecond;
    }

    /** Counts a request of the app, or says how many whole seconds it must wait for a free place. */
    synchronized Optional<Refusal> take(String appId) {
        if (perSecond == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        ArrayDeque<Instant> accepted = acceptedByApp.computeIfAbsent(appId, app -> new ArrayDeque<>());
        while (!accepted.isEmpty() && !accepted.peekFirst().plus(WINDOW).isAfter(now)) {
            accepted.removeFirst();
        }
        if (accepted.size() < perSecond) {
            accepted.addLast(now);
            return Optional.empty();
        }
        Duration wait = Duration.between(now, accepted.peekFirst().plus(WINDOW));
        return Optional.of(new Refusal(perSecond, wait.plusNanos(999_999_999).toSeconds()));
    }

    /** The limit that was met, and the seconds until it has a free place, rounded up. */
    record Refusal(int perSecond, long resetSeconds) {}
}
