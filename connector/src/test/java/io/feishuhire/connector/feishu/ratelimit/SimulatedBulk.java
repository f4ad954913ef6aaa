package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;

/**
 * What {@link BulkSimulation} simulates.
 *
 * @param start when the bulk is started
 * @param limitOfEach the limit that each runtime keeps
 * @param seats how many jobs of a runtime are inside a call at once
 * @param shortestRoundTrip on an open connection; opening one takes two round trips more
 * @param jitter by how much each of the two ways takes longer at most
 * @param punctual whether the engine brings jobs back when they are due
 */
record SimulatedBulk(
        int jobs,
        Duration start,
        int runtimes,
        int limitOfEach,
        int seats,
        Duration shortestRoundTrip,
        Duration jitter,
        boolean punctual) {

    /** On the settings of Camunda's bundle, which has 10 threads, with Feishu on the same machine. */
    static SimulatedBulk of(int jobs) {
        return new SimulatedBulk(jobs, Duration.ZERO, 1, 10, 4, Duration.ofMillis(1), Duration.ofMillis(2), false);
    }

    SimulatedBulk startedAfter(Duration time) {
        return new SimulatedBulk(jobs, time, runtimes, limitOfEach, seats, shortestRoundTrip, jitter, punctual);
    }

    SimulatedBulk withRuntimes(int number) {
        return new SimulatedBulk(jobs, start, number, limitOfEach, seats, shortestRoundTrip, jitter, punctual);
    }

    SimulatedBulk withLimitOfEach(int limit) {
        return new SimulatedBulk(jobs, start, runtimes, limit, seats, shortestRoundTrip, jitter, punctual);
    }

    SimulatedBulk withSeats(int number) {
        return new SimulatedBulk(jobs, start, runtimes, limitOfEach, number, shortestRoundTrip, jitter, punctual);
    }

    /** The average round trip, and by how much a single one differs at most. */
    SimulatedBulk withRoundTrip(Duration average, Duration moreOrLess) {
        return new SimulatedBulk(
                jobs, start, runtimes, limitOfEach, seats, average.minus(moreOrLess), moreOrLess, punctual);
    }

    SimulatedBulk onPunctualEngine() {
        return new SimulatedBulk(jobs, start, runtimes, limitOfEach, seats, shortestRoundTrip, jitter, true);
    }
}
