package io.feishuhire.connector.feishu;

import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.SandboxSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishes many advertisements on a sandbox without a limit and prints what the JVM holds before, in between and
 * after. The sandbox lives in the same JVM; what it keeps is bounded by its journal.
 */
final class SoakMain {

    private static final int THREADS = 8;
    private static final int ROUNDS = 5;

    private SoakMain() {}

    public static void main(String[] calls) throws Exception {
        var perRound = (calls.length == 0 ? 100_000 : Integer.parseInt(calls[0])) / ROUNDS;
        try (var sandbox = FeishuSandbox.start(
                SandboxSettings.defaults().withRequestsPerSecond(0).withJournalSize(100))) {
            // Time runs a thousand times as fast, so that our own limit holds nothing back and tokens are renewed.
            var feishu = new FeishuClient(
                    new FeishuClientSettings(1_000),
                    FeishuHttp.through(ProxySettings.NONE),
                    java.time.InstantSource.system(),
                    () -> System.nanoTime() * 1_000);
            var request = new PublishRequest(
                    new FeishuApp(
                            new BaseUrl(sandbox.baseUrl()),
                            FeishuSandbox.DEFAULT_APP_ID,
                            FeishuSandbox.DEFAULT_APP_SECRET),
                    new AdvertisementId("6960663240925956660"),
                    Optional.of(JobChannelId.REFERRAL_PLATFORM),
                    Duration.ofSeconds(20));
            System.out.println("calls    failed   threads  descriptors  heap after GC, KB");
            print(0, 0);
            for (int round = 1, failed = 0; round <= ROUNDS; round++) {
                failed += publish(feishu, request, perRound);
                print(round * perRound, failed);
            }
        }
    }

    private static int publish(FeishuClient feishu, PublishRequest request, int times) throws Exception {
        var failed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var done = new ArrayList<java.util.concurrent.Future<?>>();
            for (var thread = 0; thread < THREADS; thread++) {
                done.add(threads.submit(() -> {
                    for (var i = 0; i < times / THREADS; i++) {
                        try {
                            feishu.publish(request);
                        } catch (FeishuException counted) {
                            failed.incrementAndGet();
                        }
                    }
                }));
            }
            for (var thread : done) {
                thread.get();
            }
        }
        return failed.get();
    }

    private static void print(int calls, int failed) throws Exception {
        System.gc();
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
        System.out.printf(
                "%-8d %-8d %-8d %-12d %d%n",
                calls, failed, ManagementFactory.getThreadMXBean().getThreadCount(), descriptors(), heap);
    }

    /** Open files and connections, where the system shows them. */
    private static long descriptors() throws Exception {
        var shown = Path.of("/proc/self/fd");
        if (!Files.isDirectory(shown)) {
            return -1;
        }
        try (var open = Files.list(shown)) {
            return open.count();
        }
    }
}
