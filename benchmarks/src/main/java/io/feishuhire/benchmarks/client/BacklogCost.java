package io.feishuhire.benchmarks.client;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.feishuhire.benchmarks.support.Samples;
import io.feishuhire.benchmarks.support.StubFeishu;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.PublishRequest;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one publish costs while many others wait. The limiter rejects these, and each is repeated after the time that it
 * gives, as the engine would do. Arguments: rounds, seconds of measurement in each.
 */
public final class BacklogCost {

    private static final List<Integer> WAITING = List.of(100, 1_000, 10_000, 100_000);
    private static final int THREADS = 10;
    /** The time until every advertisement has a retry time. */
    private static final int SETTLING_SECONDS = 3;

    private BacklogCost() {}

    /** Prints the medians. */
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var figures = WAITING.stream().map(waiting -> new Figures()).toList();
        try (var feishu = StubFeishu.start()) {
            var server = feishu.baseUrl();
            new Backlog(server, WAITING.getLast()).measure(seconds, new Figures());
            for (var round = 0; round < rounds; round++) {
                for (var size = 0; size < WAITING.size(); size++) {
                    new Backlog(server, WAITING.get(size)).measure(seconds, figures.get(size));
                }
            }
        }
        System.out.printf("%nWith others waiting, medians of %d rounds of %d s%n", rounds, seconds);
        System.out.println("| waiting | published/s | attempts per publish | µs CPU per publish, in all"
                + " | µs per rejection | bytes per publish |");
        System.out.println("|---|---|---|---|---|---|");
        for (var size = 0; size < WAITING.size(); size++) {
            var its = figures.get(size);
            System.out.printf(
                    "| %,d | %.0f | %.2f | %.0f | %.1f | %,.0f |%n",
                    WAITING.get(size),
                    its.perSecond.median(),
                    its.attempts.median(),
                    its.cpuMicros.median(),
                    its.rejectionMicros.median(),
                    its.bytes.median());
        }
    }

    private static final class Figures {
        private final Samples perSecond = new Samples();
        private final Samples attempts = new Samples();
        private final Samples cpuMicros = new Samples();
        private final Samples rejectionMicros = new Samples();
        private final Samples bytes = new Samples();
    }

    private record Waiting(long until) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(until - ((Waiting) other).until, 0);
        }
    }

    /** The waiting advertisements of one app. When one is published, another takes its place. */
    private static final class Backlog {
        private final FeishuClient client = new FeishuClient(HttpContender.unlimited());
        private final PublishRequest request;
        private final int size;
        private final DelayQueue<Waiting> waiting = new DelayQueue<>();
        private final LongAdder published = new LongAdder();
        private final LongAdder rejected = new LongAdder();
        private final LongAdder rejectionNanos = new LongAdder();

        Backlog(URI server, int size) {
            this.request = HttpContender.request(server, "cli_0");
            this.size = size;
        }

        void measure(int seconds, Figures figures) throws InterruptedException {
            for (var advertisement = 0; advertisement < size; advertisement++) {
                waiting.add(new Waiting(System.nanoTime()));
            }
            workFor(SETTLING_SECONDS);
            published.reset();
            rejected.reset();
            rejectionNanos.reset();
            var cpu = cpuNanos();
            var bytes = allocatedBytes();
            workFor(seconds);
            double publishes = published.sum();
            figures.perSecond.add(publishes / seconds);
            figures.attempts.add((publishes + rejected.sum()) / publishes);
            figures.cpuMicros.add((cpuNanos() - cpu) / publishes / 1_000);
            figures.bytes.add((allocatedBytes() - bytes) / publishes);
            figures.rejectionMicros.add(rejectionNanos.sum() / (double) Math.max(1, rejected.sum()) / 1_000);
        }

        private void workFor(int seconds) throws InterruptedException {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            var done = new CountDownLatch(THREADS);
            for (var thread = 0; thread < THREADS; thread++) {
                Thread.ofPlatform().start(() -> {
                    work(end);
                    done.countDown();
                });
            }
            done.await();
        }

        private void work(long end) {
            try {
                while (System.nanoTime() - end < 0) {
                    var isPublishing = waiting.poll(100, TimeUnit.MILLISECONDS) != null;
                    while (isPublishing) {
                        isPublishing = attempt();
                    }
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** Publishes, or schedules the next attempt if that fails. */
        private boolean attempt() {
            var start = System.nanoTime();
            try {
                client.advertisements().publish(request);
                published.increment();
                return true;
            } catch (FeishuException notPublished) {
                var failure = notPublished.failure();
                var now = System.nanoTime();
                if (failure.error() == FeishuError.RATE_LIMITED) {
                    rejected.increment();
                    rejectionNanos.add(now - start);
                }
                waiting.add(new Waiting(now + failure.retryAfter().toNanos()));
                return false;
            }
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long allocatedBytes() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes();
    }
}
