package io.feishuhire.benchmarks.bulk;

import io.feishuhire.benchmarks.ScratchDirectory;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whether another connector in the same runtime is as quick during a bulk as when there is nothing else to do, from the
 * start of an instance to its end. In turns, on one engine and runtime that have been at work before: what a JVM does
 * when it does something for the first time would be most of the answer otherwise. Arguments: those of
 * {@link BulkOptions}, of which this uses {@code instances}, {@code warm-up}, {@code threads}, {@code streaming} and
 * {@code rounds}.
 */
public final class GoodNeighbour {

    private static final int PER_SECOND = 10;
    private static final Map<String, String> DEFAULTS = Map.of("warm-up", "10000");

    private final Instances instances;
    private final int number;

    private GoodNeighbour(Instances instances, int number) {
        this.instances = instances;
        this.number = number;
    }

    /** Prints a row for each round, and one for all of them. */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var options = BulkOptions.from(arguments, DEFAULTS);
        try (var directory = ScratchDirectory.named("good-neighbour");
                var stage = Stage.set(options, directory.path())) {
            new GoodNeighbour(stage.instances(), options.instances()).measure(options.rounds(), out);
        }
    }

    private void measure(int rounds, PrintStream out) throws InterruptedException {
        out.printf("%nThe neighbour's p95 in ms, alone and beside bulks of %,d%n", number);
        out.println("| round | alone | beside the bulk | | the same without its first two seconds | |");
        out.println("|---|---|---|---|---|---|");
        // The warm-up was of bulks; this is that of the neighbour.
        whileNothingElseIsDone();
        var alone = Latencies.NONE;
        var beside = Latencies.NONE;
        for (var round = 1; round <= rounds; round++) {
            var quiet = whileNothingElseIsDone();
            var busy = whileTheBulkIsDone();
            print(Integer.toString(round), quiet, busy, out);
            alone = alone.and(quiet);
            beside = beside.and(busy);
        }
        print("all", alone, beside, out);
    }

    private Latencies whileNothingElseIsDone() throws InterruptedException {
        var sampling = Latencies.Sampling.of(instances::callNeighbour);
        TimeUnit.SECONDS.sleep(number / PER_SECOND);
        return sampling.stop();
    }

    /** At a Feishu of its own, as the runtime knows of the others how many places they have. */
    private Latencies whileTheBulkIsDone() {
        try (var feishu = FeishuSandbox.start()) {
            var sampling = Latencies.Sampling.of(instances::callNeighbour);
            instances.start(Instances.Of.BULK, number, List.of(feishu.baseUrl()));
            Progress.await(() -> feishu.published().size(), number, () -> "the bulk has come to a stop");
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
