package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.ZeebeDistribution;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One bulk on the real distribution, from a start of everything to an account of how it went. */
final class Bulk {

    private static final int JOURNAL = 1_000_000;

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
        try (var stage = Stage.set(options, options.engineSettings(), directory);
                var feishu = new RestartableSandbox(SandboxSettings.defaults().withJournalSize(JOURNAL))) {
            return measure(stage.zeebe(), feishu, stage.runtimes(), stage.instances());
        }
    }

    private boolean measure(
            ZeebeDistribution zeebe,
            RestartableSandbox feishu,
            List<ConnectorRuntimeProcess> runtimes,
            Instances instances)
            throws InterruptedException {
        var began = Instant.now();
        var start = System.nanoTime();
        var starting = Thread.ofPlatform()
                .start(() -> instances.start(Instances.Of.BULK, options.instances(), List.of(feishu.baseUrl())));
        awaitProgress(feishu, zeebe, options.instances() / 3);
        inflict(zeebe, feishu, runtimes);
        starting.join();
        awaitProgress(feishu, zeebe, options.instances());
        var seconds = (System.nanoTime() - start) / 1e9;
        var engine = awaitEnded(zeebe);
        var report = new BulkReport(options, began, seconds, feishu, engine);
        report.print(out);
        return report.isAsPromised();
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
        var refusedCount = options.fault() == Fault.SWITCH_OFF && wanted == options.instances();
        Progress.await(
                () -> feishu.publishedIds() + (refusedCount ? feishu.refusedIds() : 0),
                wanted,
                () -> "the engine says " + EngineRecords.of(zeebe, Instances.Of.BULK.name()));
    }

    private EngineRecords awaitEnded(ZeebeDistribution zeebe) {
        var deadline = System.currentTimeMillis() + Progress.PATIENCE.toMillis();
        while (true) {
            var engine = EngineRecords.of(zeebe, Instances.Of.BULK.name());
            if (engine.ended() + engine.incidents() >= options.instances() || System.currentTimeMillis() > deadline) {
                return engine;
            }
            Instances.pause();
        }
    }
}
