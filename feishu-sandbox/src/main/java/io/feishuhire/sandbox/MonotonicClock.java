package io.feishuhire.sandbox;

import java.time.Instant;
import java.time.InstantSource;

/** Starts at the time of day and then goes by the nanosecond timer, so that a corrected wall clock moves no limit. */
final class MonotonicClock implements InstantSource {

    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return origin.plusNanos(System.nanoTime() - originNanos);
    }
}
