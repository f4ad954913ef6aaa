package io.feishuhire.runtime;

import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The requests for jobs that the workers have sent. A worker that was closed sends no more, but the answer to its last
 * one may still bring jobs, and they belong to this runtime. Safe for use by several threads.
 */
final class JobRequests {

    /** A worker tells nobody when its request is answered, so it is looked at. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** A gateway's own time, which it takes for a request that names none. */
    private static final Duration OF_GATEWAY = Duration.ofSeconds(10);

    /** How long an answer may be on its way after the engine has given up finding jobs. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private final Map<JobWorker, Duration> longestAnswers = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final Sleep sleep;

    /** Passes some time. */
    @FunctionalInterface
    interface Sleep {
        void forNanos(long nanos) throws InterruptedException;
    }

    /**
     * Without any worker.
     *
     * @param nanoTime the time, as {@link System#nanoTime()} tells it
     */
    JobRequests(LongSupplier nanoTime, Sleep sleep) {
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    /**
     * Adds those of an open worker.
     *
     * @param requestTimeout for how long the engine keeps a request open when it has no jobs; zero or less leaves that
     *     to the engine
     */
    void add(JobWorker worker, Duration requestTimeout) {
        longestAnswers.put(
                worker, (requestTimeout.compareTo(Duration.ZERO) > 0 ? requestTimeout : OF_GATEWAY).plus(ON_ITS_WAY));
    }

    /**
     * Waits until the closed workers have no request open and no job left that one has brought. It waits no longer than
     * the engine keeps a request open: Camunda's client never says that a closed worker's request has failed.
     */
    void awaitAnswers(Duration atMost) throws InterruptedException {
        var begin = nanoTime.getAsLong();
        while (longestAnswers.entrySet().stream()
                .anyMatch(entry ->
                        !entry.getKey().isClosed() && isWithin(begin, entry.getValue()) && isWithin(begin, atMost))) {
            sleep.forNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Whether each closed worker has the answer to its last request, and has done the jobs that it has brought. */
    boolean areAnswered() {
        return longestAnswers.keySet().stream().allMatch(JobWorker::isClosed);
    }

    private boolean isWithin(long begin, Duration time) {
        return nanoTime.getAsLong() - begin < time.toNanos();
    }
}
