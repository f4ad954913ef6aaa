package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.ZeebeDistribution;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One bulk on the real distribution, from a start of everything to an account of how it went. */
final class Bulk {

    private static final int WARM_UP_FEISHUS = 10;
    private static final int JOURNAL = 1_000_000;
    /**
     * What nobody answered for, be it that something was killed or that the gateway did not take the answer, is handed
     * out again after this time, not after 5 minutes.
     */
    private static final Duration SHORT_JOB_TIMEOUT = Duration.ofSeconds(10);

    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(3);

    private final BulkOptions options;
    private final PrintStream out;

    Bulk(BulkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Runs the bulk and prints an account of it.
     *
     * @param directory empty, for data and logs
     * @return whether all went as the design promises
     */
    boolean run(Path directory) throws InterruptedException {
        try (var zeebe = ZeebeDistribution.in(options.zeebeHome(), directory, options.engineSettings());
                var feishu = new RestartableSandbox(SandboxSettings.defaults().withJournalSize(JOURNAL))) {
            zeebe.start();
            var runtimes = runtimes(zeebe, directory);
            try {
                runtimes.forEach(ConnectorRuntimeProcess::start);
                var start = Instances.deployedBy(zeebe.client());
                warmUp(start);
                return measure(zeebe, feishu, runtimes, start);
            } finally {
                runtimes.forEach(ConnectorRuntimeProcess::kill);
            }
        }
    }

    /**
     * A bulk at other Feishus, which shows that the runtimes are up, and has everything loaded and compiled. At
     * several, because each has a limit of its own.
     */
    private void warmUp(Instances instances) {
        var others =
                Stream.generate(FeishuSandbox::start).limit(WARM_UP_FEISHUS).toList();
        try {
            instances.start(
                    Instances.Of.WARM_UP,
                    options.warmUp(),
                    others.stream().map(FeishuSandbox::baseUrl).toList());
            instances.callNeighbour();
            while (others.stream().mapToInt(other -> other.published().size()).sum() < options.warmUp()) {
                Instances.pause();
            }
        } finally {
            others.forEach(FeishuSandbox::close);
        }
    }

    private boolean measure(
            ZeebeDistribution zeebe,
            RestartableSandbox feishu,
            List<ConnectorRuntimeProcess> runtimes,
            Instances instances)
            throws InterruptedException {
        var before = options.neighbour() ? Neighbourhood.before(instances, options.instances()) : Neighbourhood.UNKNOWN;
        var began = Instant.now();
        var start = System.nanoTime();
        var starting = Thread.ofPlatform()
                .start(() -> instances.start(Instances.Of.BULK, options.instances(), List.of(feishu.baseUrl())));
        var during = options.neighbour() ? Latencies.Sampling.of(instances::callNeighbour) : null;
        awaitProgress(feishu, zeebe, options.instances() / 3);
        inflict(zeebe, feishu, runtimes);
        starting.join();
        awaitProgress(feishu, zeebe, options.instances());
        var seconds = (System.nanoTime() - start) / 1e9;
        var neighbours = during == null ? before : before.and(during.stop());
        var engine = awaitEnded(zeebe);
        var report = new BulkReport(options, began, seconds, feishu, engine, neighbours);
        report.print(out);
        return report.isAsPromised();
    }

    private List<ConnectorRuntimeProcess> runtimes(ZeebeDistribution zeebe, Path directory) {
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

    private void inflict(ZeebeDistribution zeebe, RestartableSandbox feishu, List<ConnectorRuntimeProcess> runtimes)
            throws InterruptedException {
        switch (options.fault()) {
            case NONE -> {
                // Nothing goes wrong.
            }
            case RUNTIME_KILLED -> {
                runtimes.getFirst().kill();
                runtimes.getFirst().start();
            }
            case BROKER_KILLED -> {
                zeebe.kill();
                zeebe.start();
            }
            case FEISHU_DOWN -> {
                feishu.stop();
                TimeUnit.SECONDS.sleep(20);
                feishu.startAgain();
            }
            case TOKEN_REVOKED -> feishu.sandbox().revokeTokens();
            case SWITCH_OFF -> {
                feishu.sandbox().apiSync(false);
                TimeUnit.SECONDS.sleep(5);
                feishu.sandbox().apiSync(true);
            }
        }
    }

    /** Whether published or refused in so many words: what matters is that the bulk has come so far. */
    private void awaitProgress(RestartableSandbox feishu, ZeebeDistribution zeebe, int wanted) {
        var last = System.currentTimeMillis();
        var before = -1L;
        while (true) {
            var now = feishu.publishedIds();
            if (options.fault() == Fault.SWITCH_OFF && wanted == options.instances()) {
                now += feishu.refusedIds();
            }
            if (now >= wanted) {
                return;
            }
            if (now > before) {
                before = now;
                last = System.currentTimeMillis();
            } else if (System.currentTimeMillis() - last > PATIENCE_MILLIS) {
                throw new IllegalStateException("Only %d of %d; the engine says %s"
                        .formatted(now, wanted, EngineRecords.of(zeebe, Instances.Of.BULK.name())));
            }
            Instances.pause();
        }
    }

    private EngineRecords awaitEnded(ZeebeDistribution zeebe) {
        var deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            var engine = EngineRecords.of(zeebe, Instances.Of.BULK.name());
            if (engine.ended() + engine.incidents() >= options.instances() || System.currentTimeMillis() > deadline) {
                return engine;
            }
            Instances.pause();
        }
    }
}
