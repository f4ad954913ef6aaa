package io.feishuhire.benchmarks.bulk;

import io.feishuhire.sandbox.SandboxSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One bulk, from the start of its environment to a report. */
final class Bulk {

    private static final int JOURNAL = 1_000_000;

    private final BulkOptions options;
    private final PrintStream out;

    Bulk(BulkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Runs the bulk and prints a report.
     *
     * @param directory empty, for data and logs
     * @return whether the bulk went as the design promises
     */
    boolean run(Path directory) throws InterruptedException {
        try (var environment = BulkEnvironment.start(options, directory);
                var feishu = new RestartableSandbox(SandboxSettings.defaults().withJournalSize(JOURNAL))) {
            return measure(environment, feishu);
        }
    }

    private boolean measure(BulkEnvironment environment, RestartableSandbox feishu) throws InterruptedException {
        var engine = environment.engine();
        var began = Instant.now();
        var start = System.nanoTime();
        var starting = Thread.ofPlatform()
                .start(() -> BulkProcess.BULK.start(engine.client(), options.instances(), List.of(feishu.baseUrl())));
        awaitProgress(environment, feishu, options.instances() / 3);
        inject(environment, feishu);
        starting.join();
        awaitProgress(environment, feishu, options.instances());
        var seconds = (System.nanoTime() - start) / 1e9;
        var ended = awaitEnded(environment);
        var report = new BulkReport(options, began, seconds, feishu, ended, EngineHeap.of(engine.pid()));
        report.print(out);
        return report.isAsPromised();
    }

    private void inject(BulkEnvironment environment, RestartableSandbox feishu) throws InterruptedException {
        switch (options.fault()) {
            case NONE -> {
                // Nothing goes wrong.
            }
            case RUNTIME_KILLED -> {
                environment.runtimes().first().kill();
                environment.runtimes().first().startAgain();
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

    /** Waits for Feishu's answers. At the end of a run with the switch off, refusals count too. */
    private void awaitProgress(BulkEnvironment environment, RestartableSandbox feishu, int wanted) {
        var refusedCount = options.fault() == InjectedFault.SWITCH_OFF && wanted == options.instances();
        Progress.await(
                () -> feishu.publishedIds() + (refusedCount ? feishu.refusedIds() : 0),
                wanted,
                () -> "the engine says " + EngineRecords.of(environment.engine(), BulkProcess.BULK));
    }

    private EngineRecords awaitEnded(BulkEnvironment environment) {
        var deadline = System.currentTimeMillis() + Progress.PATIENCE.toMillis();
        while (true) {
            var records = EngineRecords.of(environment.engine(), BulkProcess.BULK);
            if (records.ended() + records.incidents() >= options.instances() || System.currentTimeMillis() > deadline) {
                return records;
            }
            Progress.pause();
        }
    }
}
