package io.feishuhire.sandbox;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** How far away the sandbox is: how long a request is on its way before it counts, and its reply after that. */
final class Distance {

    private volatile Millis millis = new Millis(0, 0);

    private record Millis(int roundTrip, int jitter) {}

    void set(int roundTripMillis, int jitterMillis) {
        if (jitterMillis < 0 || roundTripMillis < jitterMillis || roundTripMillis > 60_000) {
            throw new IllegalArgumentException(
                    "A round trip is 60,000 ms at most, and its jitter between 0 and the round trip.");
        }
        millis = new Millis(roundTripMillis, jitterMillis);
    }

    /** Another time each time. */
    long oneWayMillis() {
        var now = millis;
        return (now.roundTrip - now.jitter) / 2 + ThreadLocalRandom.current().nextLong(now.jitter + 1L);
    }

    Map<String, Object> state() {
        var now = millis;
        return Map.of("roundTripMillis", now.roundTrip, "jitterMillis", now.jitter);
    }
}
