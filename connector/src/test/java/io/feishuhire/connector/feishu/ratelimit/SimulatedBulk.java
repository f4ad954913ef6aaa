package io.feishuhire.connector.feishu.ratelimit;

import java.time.Duration;

/**
 * What {@link BulkSimulation} simulates.
 *
 * @param limits what Feishu allows; a minute's limit is what each runtime keeps, too
 * @param start when the bulk is started
 * @param limitOfEach the limit that each runtime keeps
 * @param seats how many jobs of a runtime are inside a call at once
 * @param shortestRoundTrip on an open connection; opening one takes two round trips more
 * @param jitter by how much each of the two ways takes longer at most
 * @param punctual whether the engine brings jobs back when they are due
 */
record SimulatedBulk(
        int jobs,
        Limits limits,
        Duration start,
        int runtimes,
        int limitOfEach,
        int seats,
        Duration shortestRoundTrip,
        Duration jitter,
        boolean punctual) {

    /** The most requests in any second and in any minute. */
    record Limits(int perSecond, int perMinute) {}

    /** On the settings of Camunda's bundle, which has 10 threads, with Feishu on the same machine. */
    static SimulatedBulk of(int jobs) {
        return onThisMachine(jobs, new Limits(10, RateLimiter.NO_LIMIT), 4);
    }

    /** Checks: one seat fewer, as one is kept for publishing, and Feishu's limits of a second and of a minute. */
    static SimulatedBulk ofChecks(int jobs) {
        return onThisMachine(jobs, new Limits(50, 1_000), 3);
    }

    private static SimulatedBulk onThisMachine(int jobs, Limits limits, int seats) {
        return new SimulatedBulk(
                jobs,
                limits,
                Duration.ZERO,
                1,
                limits.perSecond(),
                seats,
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                false);
    }

    SimulatedBulk startedAfter(Duration time) {
        return new SimulatedBulk(jobs, limits, time, runtimes, limitOfEach, seats, shortestRoundTrip, jitter, punctual);
    }

    SimulatedBulk withRuntimes(int number) {
        return new SimulatedBulk(jobs, limits, start, number, limitOfEach, seats, shortestRoundTrip, jitter, punctual);
    }

    SimulatedBulk withLimitOfEach(int limit) {
        return new SimulatedBulk(jobs, limits, start, runtimes, limit, seats, shortestRoundTrip, jitter, punctual);
    }

    SimulatedBulk withSeats(int number) {
        return new SimulatedBulk(
                jobs, limits, start, runtimes, limitOfEach, number, shortestRoundTrip, jitter, punctual);
    }

    /** The average round trip, and by how much a single one differs at most. */
    SimulatedBulk withRoundTrip(Duration average, Duration moreOrLess) {
        return new SimulatedBulk(
                jobs, limits, start, runtimes, limitOfEach, seats, average.minus(moreOrLess), moreOrLess, punctual);
    }

    SimulatedBulk onPunctualEngine() {
        return new SimulatedBulk(jobs, limits, start, runtimes, limitOfEach, seats, shortestRoundTrip, jitter, true);
    }
}
