package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.EngineProcess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** What bulks run on, started and warm: an engine and connector runtimes, each in a JVM of its own. */
record BulkEnvironment(EngineProcess engine, BulkRuntimes runtimes, Neighbour neighbour) implements AutoCloseable {

    private static final int WARM_UP_FEISHUS = 10;
    /** Job timeout for fault runs: the engine hands out the jobs of a killed runtime again after this time. */
    private static final Duration SHORT_JOB_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Starts all of it.
     *
     * @param directory empty, for data and logs
     */
    static BulkEnvironment start(BulkOptions options, Path directory) {
        var engine = EngineProcess.start(directory);
        try {
            var runtimes = runtimes(options, engine, directory);
            try {
                var neighbour = Neighbour.deployedBy(engine.client());
                var environment = new BulkEnvironment(engine, runtimes, neighbour);
                environment.warmUp(options.warmUp());
                return environment;
            } catch (RuntimeException notWarm) {
                runtimes.close();
                throw notWarm;
            }
        } catch (RuntimeException notStarted) {
            engine.close();
            throw notStarted;
        }
    }

    private static BulkRuntimes runtimes(BulkOptions options, EngineProcess engine, Path directory) {
        var settings = BulkRuntimes.settings(engine.grpcAddress(), options.threads())
                .withProperty("camunda.client.worker.defaults.stream-enabled", Boolean.toString(options.streaming()));
        Map<String, String> environment = options.limitOfEach() == 0
                ? Map.of()
                : Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", Integer.toString(options.limitOfEach()));
        return BulkRuntimes.start(
                options.runtimes(),
                options.fault() == InjectedFault.NONE ? settings : settings.withJobTimeout(SHORT_JOB_TIMEOUT),
                environment,
                directory);
    }

    /**
     * Publishes a bulk at several other Feishus, each of which has a limit of its own. It shows that the runtimes are
     * up, and loads and compiles their code.
     */
    private void warmUp(int instances) {
        var others =
                Stream.generate(FeishuSandbox::start).limit(WARM_UP_FEISHUS).toList();
        try {
            BulkProcess.WARM_UP.start(
                    engine.client(),
                    instances,
                    others.stream().map(FeishuSandbox::baseUrl).toList());
            neighbour.call();
            Progress.await(
                    () -> others.stream()
                            .mapToInt(other -> other.published().size())
                            .sum(),
                    instances,
                    () -> "that was the warm-up");
        } finally {
            others.forEach(FeishuSandbox::close);
        }
    }

    @Override
    public void close() {
        try (engine) {
            runtimes.close();
        }
    }
}
