package io.feishuhire.benchmarks.bulk;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The latencies of many calls. */
record Latencies(List<Call> calls) {

    private static final Duration PERIOD = Duration.ofMillis(200);
    /** The time in which a bulk is started. */
    private static final Duration BEGINNING = Duration.ofSeconds(2);

    /** Nothing measured. */
    static final Latencies NONE = new Latencies(List.of());

    /**
     * One call.
     *
     * @param at the time of its beginning, in nanoseconds since the sampling began
     * @param nanos its latency
     */
    record Call(long at, long nanos) {}

    /** These calls and others. */
    Latencies and(Latencies others) {
        return new Latencies(
                Stream.concat(calls.stream(), others.calls.stream()).toList());
    }

    /** The median. */
    double p50Millis() {
        return percentileMillis(50, Duration.ZERO);
    }

    /** The 95th percentile. */
    double p95Millis() {
        return percentileMillis(95, Duration.ZERO);
    }

    /** The 95th percentile without the calls of the first two seconds. */
    double laterP95Millis() {
        return percentileMillis(95, BEGINNING);
    }

    private double percentileMillis(int percentile, Duration from) {
        var sorted = calls.stream()
                .filter(call -> call.at >= from.toNanos())
                .mapToLong(Call::nanos)
                .sorted()
                .toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }

    /**
     * Calls five times a second without waiting for earlier answers, so that a slow second has as many calls as others.
     */
    static final class Sampling {
        /** Its thread is a daemon, so that a program that fails can end. */
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());

        private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
        private final long began = System.nanoTime();

        static Sampling of(Runnable call) {
            var sampling = new Sampling();
            var unused = sampling.clock.scheduleAtFixedRate(
                    () -> sampling.callers.execute(() -> sampling.measure(call)),
                    0,
                    PERIOD.toMillis(),
                    TimeUnit.MILLISECONDS);
            return sampling;
        }

        private void measure(Runnable call) {
            var start = System.nanoTime();
            call.run();
            calls.add(new Call(start - began, System.nanoTime() - start));
        }

        /** Ends the sampling and waits for the last answers. */
        Latencies stop() {
            clock.shutdownNow();
            callers.close();
            return new Latencies(List.copyOf(calls));
        }
    }
}
