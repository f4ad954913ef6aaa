package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.ZeebeDistribution;
import io.feishuhire.sandbox.FeishuSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What bulks run on, up and warm: the real distribution, connector runtimes, and the processes deployed.
 *
 * @param instances starts the processes
 */
record Stage(ZeebeDistribution zeebe, List<ConnectorRuntimeProcess> runtimes, Instances instances)
        implements AutoCloseable {

    private static final int WARM_UP_FEISHUS = 10;
    /**
     * What nobody answered for, be it that something was killed or that the gateway did not take the answer, is handed
     * out again after this time, not after 5 minutes.
     */
    private static final Duration SHORT_JOB_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Starts all of it.
     *
     * @param engineSettings environment variables of the broker
     * @param directory empty, for data and logs
     */
    static Stage set(BulkOptions options, Map<String, String> engineSettings, Path directory) {
        var zeebe = ZeebeDistribution.in(options.zeebeHome(), directory, engineSettings);
        var runtimes = runtimes(options, zeebe, directory);
        try {
            zeebe.start();
            runtimes.forEach(ConnectorRuntimeProcess::start);
            var stage = new Stage(zeebe, runtimes, Instances.deployedBy(zeebe.client()));
            stage.warmUp(options.warmUp());
            return stage;
        } catch (RuntimeException notUp) {
            strike(zeebe, runtimes);
            throw notUp;
        }
    }

    private static List<ConnectorRuntimeProcess> runtimes(
            BulkOptions options, ZeebeDistribution zeebe, Path directory) {
        var settings = ConnectorRuntime.Settings.connectingTo(zeebe.grpcAddress())
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
        strike(zeebe, runtimes);
    }

    private static void strike(ZeebeDistribution zeebe, List<ConnectorRuntimeProcess> runtimes) {
        try (zeebe) {
            runtimes.forEach(ConnectorRuntimeProcess::close);
        }
    }
}
