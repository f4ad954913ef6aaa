package io.feishuhire.benchmarks.bulk;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How long something took, over many times; in nanoseconds, shortest first. */
record Latencies(List<Long> nanos) {

    private static final Duration PERIOD = Duration.ofMillis(200);

    /** Nothing measured. */
    static final Latencies NONE = new Latencies(List.of());

    private double percentileMillis(int percentile) {
        return nanos.get(Math.min(nanos.size() - 1, nanos.size() * percentile / 100)) / 1e6;
    }

    @Override
    public String toString() {
        return nanos.isEmpty()
                ? "not measured"
                : "p50 %.1f ms, p95 %.1f ms, %d calls"
                        .formatted(percentileMillis(50), percentileMillis(95), nanos.size());
    }

    /** Calls five times a second, whether the calls before are answered or not, so that no slow second is left out. */
    static final class Sampling {
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

        static Sampling of(Runnable call) {
            var sampling = new Sampling();
            var unused = sampling.clock.scheduleAtFixedRate(
                    () -> sampling.calls.execute(() -> sampling.measure(call)),
                    0,
                    PERIOD.toMillis(),
                    TimeUnit.MILLISECONDS);
            return sampling;
        }

        private void measure(Runnable call) {
            var start = System.nanoTime();
            call.run();
            nanos.add(System.nanoTime() - start);
        }

        /** Waits for the last answers. */
        Latencies stop() {
            clock.shutdownNow();
            calls.close();
            return new Latencies(nanos.stream().sorted().toList());
        }
    }
}
