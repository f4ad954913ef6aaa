package io.feishuhire.benchmarks.bulk;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The result of a bulk.
 *
 * @param engineHeap bytes in use in the engine's heap at the end
 */
record BulkReport(
        BulkOptions options,
        Instant began,
        double seconds,
        RestartableSandbox feishu,
        EngineRecords engine,
        long engineHeap) {

    private static final int PER_SECOND = 10;

    void print(PrintStream out) {
        out.printf(
                "%n%d instances, %d runtime(s), %d thread(s), streaming %s, limit of each %s, fault %s%n",
                options.instances(),
                options.runtimes(),
                options.threads(),
                options.streaming() ? "on" : "off",
                options.limitOfEach() == 0 ? "not set" : Integer.toString(options.limitOfEach()),
                options.fault().option());
        out.printf(
                "  done after               %.2f s (ideal %.1f s)%n",
                seconds, options.instances() / (double) PER_SECOND);
        out.printf("  published each second    %s%n", pace());
        out.printf("  published                %d, of them twice %d%n", feishu.publishedIds(), twice());
        out.printf("  refused by Feishu        %d%n", feishu.refusedIds());
        out.printf("  answers of HTTP 429      %d%n", rateLimited());
        out.printf("  waits in the engine      %d%n", engine.waits());
        out.printf("  retries burnt            %d%n", engine.burntRetries());
        out.printf("  incidents                %d%n", engine.incidents());
        out.printf("  instances ended          %d%n", engine.ended());
        out.printf("  heap of the engine       %.0f MB%n", engineHeap / 1e6);
        out.flush();
    }

    /** Nothing is lost and there is no incident. Without a fault, no retry is burnt and nothing is published twice. */
    boolean isAsPromised() {
        // An instance is started again when the answer to its start comes too late.
        var whole = engine.ended() >= options.instances()
                && feishu.publishedIds() + feishu.refusedIds() == options.instances()
                && engine.incidents() == 0;
        var alone = options.runtimes() == 1 && rateLimited() > 0;
        var calm = options.fault() != InjectedFault.NONE || (engine.burntRetries() == 0 && twice() == 0);
        return whole && calm && !alone;
    }

    private String pace() {
        var counts = new TreeMap<Long, Long>();
        feishu.published()
                .forEach(one -> counts.merge(Duration.between(began, one.at()).toSeconds(), 1L, Long::sum));
        return LongStream.rangeClosed(0, counts.isEmpty() ? 0 : counts.lastKey())
                .mapToObj(second -> Long.toString(counts.getOrDefault(second, 0L)))
                .collect(Collectors.joining(" "));
    }

    private long twice() {
        return feishu.published().size() - feishu.publishedIds();
    }

    private long rateLimited() {
        return feishu.count(request -> request.status() == 429);
    }
}
