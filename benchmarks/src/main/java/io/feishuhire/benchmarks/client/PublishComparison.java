package io.feishuhire.benchmarks.client;

import io.feishuhire.benchmarks.support.Samples;
import io.feishuhire.benchmarks.support.StubFeishu;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@link PublishBenchmark} for all contenders in turns, round by round, so that a machine that becomes slower does so
 * for all of them. Arguments: rounds, seconds of warm-up and of measurement in each.
 */
public final class PublishComparison {

    private static final List<Integer> THREADS = List.of(1, 8);

    private PublishComparison() {}

    /** Prints the medians over all rounds. */
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        var warmUpSeconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        try (var feishu = StubFeishu.start()) {
            var server = feishu.baseUrl().toString();
            for (var threads : THREADS) {
                var figures = new EnumMap<HttpContender, Figures>(HttpContender.class);
                for (var round = 0; round < rounds; round++) {
                    for (var contender : HttpContender.values()) {
                        figures.computeIfAbsent(contender, first -> new Figures())
                                .add(run(contender, server, threads, warmUpSeconds, seconds));
                    }
                }
                print(threads, rounds, figures);
            }
        }
    }

    private static RunResult run(HttpContender contender, String server, int threads, int warmUpSeconds, int seconds)
            throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(PublishBenchmark.class.getSimpleName())
                        .param("contender", contender.name())
                        .param("server", server)
                        .threads(threads)
                        .forks(1)
                        .warmupIterations(warmUpSeconds)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
    }

    private static void print(int threads, int rounds, Map<HttpContender, Figures> figures) {
        var floor = figures.get(HttpContender.JDK);
        System.out.printf("%n%d thread(s), medians of %d rounds%n", threads, rounds);
        System.out.println("| contender | µs mean (lowest–highest round) | p50 | p90 | p99 | × floor (p50)"
                + " | bytes | × floor | lost answers |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        figures.forEach((contender, its) -> System.out.printf(
                "| %s | %.0f (%.0f–%.0f) | %.0f | %.0f | %.0f | %.2f | %,.0f | %.2f | %.0f |%n",
                contender,
                its.mean.median(),
                its.mean.lowest(),
                its.mean.highest(),
                its.p50.median(),
                its.p90.median(),
                its.p99.median(),
                its.p50.median() / floor.p50.median(),
                its.bytes.median(),
                its.bytes.median() / floor.bytes.median(),
                its.lostAnswers));
        System.out.flush();
    }

    private static final class Figures {
        private final Samples mean = new Samples();
        private final Samples p50 = new Samples();
        private final Samples p90 = new Samples();
        private final Samples p99 = new Samples();
        private final Samples bytes = new Samples();
        private double lostAnswers;

        void add(RunResult result) {
            var time = result.getPrimaryResult();
            mean.add(time.getScore());
            p50.add(time.getStatistics().getPercentile(50));
            p90.add(time.getStatistics().getPercentile(90));
            p99.add(time.getStatistics().getPercentile(99));
            result.getSecondaryResults().forEach((name, secondary) -> {
                if (name.endsWith("gc.alloc.rate.norm")) {
                    bytes.add(secondary.getScore());
                }
                if (name.endsWith("answers")) {
                    lostAnswers += secondary.getScore();
                }
            });
        }
    }
}
