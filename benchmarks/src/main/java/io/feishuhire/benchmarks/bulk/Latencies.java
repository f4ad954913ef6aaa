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

/** How long something took, over many times. */
record Latencies(List<Call> calls) {

    private static final Duration PERIOD = Duration.ofMillis(200);
    /** In which a bulk is started. */
    private static final Duration BEGINNING = Duration.ofSeconds(2);

    /** Nothing measured. */
    static final Latencies NONE = new Latencies(List.of());

    /**
     * One time.
     *
     * @param at when it began, in nanoseconds after the first
     */
    record Call(long at, long nanos) {}

    /** All of them and all of the others. */
    Latencies and(Latencies others) {
        return new Latencies(
                Stream.concat(calls.stream(), others.calls.stream()).toList());
    }

    /** The time that half of the calls do not exceed. */
    double p50Millis() {
        return percentileMillis(50, Duration.ZERO);
    }

    /** The time that 95 of 100 calls do not exceed. */
    double p95Millis() {
        return percentileMillis(95, Duration.ZERO);
    }

    /** The same without those of the beginning. */
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

    /** Calls five times a second, whether the calls before are answered or not, so that no slow second is left out. */
    static final class Sampling {
        /** Does not keep a program alive that has failed. */
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

        /** Waits for the last answers. */
        Latencies stop() {
            clock.shutdownNow();
            callers.close();
            return new Latencies(List.copyOf(calls));
        }
    }
}
