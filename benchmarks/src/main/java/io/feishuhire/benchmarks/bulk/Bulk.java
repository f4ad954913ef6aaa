package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EngineProcess;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One bulk, from a start of everything to an account of how it went. */
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
        try (var stage = Stage.set(options, directory);
                var feishu = new RestartableSandbox(SandboxSettings.defaults().withJournalSize(JOURNAL))) {
            return measure(stage.engine(), feishu, stage.runtimes(), stage.instances());
        }
    }

    private boolean measure(
            EngineProcess engine,
            RestartableSandbox feishu,
            List<ConnectorRuntimeProcess> runtimes,
            Instances instances)
            throws InterruptedException {
        var began = Instant.now();
        var start = System.nanoTime();
        var starting = Thread.ofPlatform()
                .start(() -> instances.start(Instances.Of.BULK, options.instances(), List.of(feishu.baseUrl())));
        awaitProgress(feishu, engine, options.instances() / 3);
        inflict(feishu, runtimes);
        starting.join();
        awaitProgress(feishu, engine, options.instances());
        var seconds = (System.nanoTime() - start) / 1e9;
        var ended = awaitEnded(engine);
        var report = new BulkReport(options, began, seconds, feishu, ended, EngineHeap.of(engine.pid()));
        report.print(out);
        return report.isAsPromised();
    }

    private void inflict(RestartableSandbox feishu, List<ConnectorRuntimeProcess> runtimes)
            throws InterruptedException {
        switch (options.fault()) {
            case NONE -> {
                // Nothing goes wrong.
            }
            case RUNTIME_KILLED -> {
                runtimes.getFirst().kill();
                runtimes.getFirst().start();
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
    private void awaitProgress(RestartableSandbox feishu, EngineProcess engine, int wanted) {
        var refusedCount = options.fault() == Fault.SWITCH_OFF && wanted == options.instances();
        Progress.await(
                () -> feishu.publishedIds() + (refusedCount ? feishu.refusedIds() : 0),
                wanted,
                () -> "the engine says " + EngineRecords.of(engine, Instances.Of.BULK.name()));
    }

    private EngineRecords awaitEnded(EngineProcess engine) {
        var deadline = System.currentTimeMillis() + Progress.PATIENCE.toMillis();
        while (true) {
            var records = EngineRecords.of(engine, Instances.Of.BULK.name());
            if (records.ended() + records.incidents() >= options.instances() || System.currentTimeMillis() > deadline) {
                return records;
            }
            Instances.pause();
        }
    }
}
