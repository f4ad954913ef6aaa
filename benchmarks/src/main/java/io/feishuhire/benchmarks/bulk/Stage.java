package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EngineProcess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What bulks run on, up and warm: an engine and connector runtimes in JVMs of their own, and the processes deployed.
 *
 * @param instances starts the processes
 */
record Stage(EngineProcess engine, List<ConnectorRuntimeProcess> runtimes, Instances instances)
        implements AutoCloseable {

    private static final int WARM_UP_FEISHUS = 10;
    /** Of runs with a fault: the engine hands out the jobs of a killed runtime again after this time. */
    private static final Duration SHORT_JOB_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Starts all of it.
     *
     * @param directory empty, for data and logs
     */
    static Stage set(BulkOptions options, Path directory) {
        var engine = EngineProcess.start(directory);
        var runtimes = runtimes(options, engine, directory);
        try {
            runtimes.forEach(ConnectorRuntimeProcess::start);
            var stage = new Stage(engine, runtimes, Instances.deployedBy(engine.client()));
            stage.warmUp(options.warmUp());
            return stage;
        } catch (RuntimeException notUp) {
            strike(engine, runtimes);
            throw notUp;
        }
    }

    private static List<ConnectorRuntimeProcess> runtimes(BulkOptions options, EngineProcess engine, Path directory) {
        var settings = ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                .withSecret("FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID)
                .withSecret("FEISHU_APP_SECRET", FeishuSandbox.DEFAULT_APP_SECRET)
                .withProperty("camunda.client.execution-threads", Integer.toString(options.threads()))
                .withProperty("camunda.client.worker.defaults.stream-enabled", Boolean.toString(options.streaming()))
                .withProperty("logging.level.root", "WARN");
        var ours = options.fault() == Fault.NONE ? settings : settings.withJobTimeout(SHORT_JOB_TIMEOUT);
        Map<String, String> environment = options.limitOfEach() == 0
                ? Map.of()
                : Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", Integer.toString(options.limitOfEach()));
        return IntStream.rangeClosed(1, options.runtimes())
                .mapToObj(number -> ConnectorRuntimeProcess.of(
                        ours,
                        System.getProperty("java.class.path"),
                        environment,
                        directory.resolve("runtime-" + number + ".log")))
                .toList();
    }

    /**
     * A bulk at other Feishus, which shows that the runtimes are up, and has everything loaded and compiled. At
     * several, because each has a limit of its own.
     */
    private void warmUp(int number) {
        var others =
                Stream.generate(FeishuSandbox::start).limit(WARM_UP_FEISHUS).toList();
        try {
            instances.start(
                    Instances.Of.WARM_UP,
                    number,
                    others.stream().map(FeishuSandbox::baseUrl).toList());
            instances.callNeighbour();
            Progress.await(
                    () -> others.stream()
                            .mapToInt(other -> other.published().size())
                            .sum(),
                    number,
                    () -> "that was the warm-up");
        } finally {
            others.forEach(FeishuSandbox::close);
        }
    }

    @Override
    public void close() {
        strike(engine, runtimes);
    }

    private static void strike(EngineProcess engine, List<ConnectorRuntimeProcess> runtimes) {
        try (engine) {
            runtimes.forEach(ConnectorRuntimeProcess::close);
        }
    }
}
