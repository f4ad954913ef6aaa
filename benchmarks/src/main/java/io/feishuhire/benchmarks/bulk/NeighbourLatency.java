package io.feishuhire.benchmarks.bulk;

import io.camunda.client.CamundaClient;
import io.feishuhire.benchmarks.support.ScratchDirectory;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The latency of another connector in the same runtime, alone and beside a bulk, from the start of an instance to its
 * end. The two take turns, on one engine and one runtime that are already warm, because classes and code that load for
 * the first time would dominate the result. Arguments: those of {@link BulkOptions}, of which this uses
 * {@code instances}, {@code warm-up}, {@code threads}, {@code streaming} and {@code rounds}.
 */
public final class NeighbourLatency {

    private static final int PER_SECOND = 10;
    private static final Map<String, String> DEFAULTS = Map.of("warm-up", "10000");

    private final CamundaClient client;
    private final Neighbour neighbour;
    private final int instances;

    private NeighbourLatency(BulkEnvironment environment, int instances) {
        this.client = environment.engine().client();
        this.neighbour = environment.neighbour();
        this.instances = instances;
    }

    /** Prints a row for each round, and one for all of them. */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var options = BulkOptions.from(arguments, DEFAULTS);
        try (var directory = ScratchDirectory.named("neighbour-latency");
                var environment = BulkEnvironment.start(options, directory.path())) {
            new NeighbourLatency(environment, options.instances()).measure(options.rounds(), out);
        }
    }

    private void measure(int rounds, PrintStream out) throws InterruptedException {
        out.printf("%nThe neighbour's p95 in ms, alone and beside bulks of %,d%n", instances);
        out.println("| round | alone | beside the bulk | | the same without its first two seconds | |");
        out.println("|---|---|---|---|---|---|");
        // The environment was warmed up by bulks; this warms up the neighbour.
        alone();
        var allAlone = Latencies.NONE;
        var allBeside = Latencies.NONE;
        for (var round = 1; round <= rounds; round++) {
            var alone = alone();
            var beside = besideTheBulk();
            print(Integer.toString(round), alone, beside, out);
            allAlone = allAlone.and(alone);
            allBeside = allBeside.and(beside);
        }
        print("all", allAlone, allBeside, out);
    }

    private Latencies alone() throws InterruptedException {
        var sampling = Latencies.Sampling.of(neighbour::call);
        TimeUnit.SECONDS.sleep(instances / PER_SECOND);
        return sampling.stop();
    }

    /** Uses a new Feishu, because the runtime has learnt the limits of the others. */
    private Latencies besideTheBulk() {
        try (var feishu = FeishuSandbox.start()) {
            var sampling = Latencies.Sampling.of(neighbour::call);
            BulkProcess.BULK.start(client, instances, List.of(feishu.baseUrl()));
            Progress.await(() -> feishu.published().size(), instances, () -> "the bulk made no progress");
            return sampling.stop();
        }
    }

    private static void print(String round, Latencies alone, Latencies beside, PrintStream out) {
        out.printf(
                "| %s | %.1f | %.1f | %.2f × | %.1f | %.2f × |%n",
                round,
                alone.p95Millis(),
                beside.p95Millis(),
                beside.p95Millis() / alone.p95Millis(),
                beside.laterP95Millis(),
                beside.laterP95Millis() / alone.p95Millis());
    }
}
