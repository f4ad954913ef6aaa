package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;

/**
 * How a {@link BulkSimulation} went.
 *
 * @param duration from the start of the bulk to the last publication
 * @param refused answers of "limit exceeded"
 * @param activations how often the engine handed out a job
 * @param waited how long jobs waited in the runtimes, all of them together
 */
record BulkOutcome(
        Duration duration, int published, int refused, int refusedInTheSecondHalf, int activations, Duration waited) {

    double perSecond() {
        return published / (duration.toNanos() / 1e9);
    }
}
