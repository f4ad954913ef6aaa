package io.feishuhire.benchmarks.bulk;

import io.camunda.client.CamundaClient;
import io.feishuhire.benchmarks.support.ScratchDirectory;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The latency of another connector in the same runtime while Feishu accepts calls and never answers: alone, with a
 * silent token endpoint, and with silent publish calls. The runtime has a JVM of its own, with the ten threads of
 * Camunda's bundle; the engine is embedded. Arguments: publications to start (100), seconds for each row (30).
 */
public final class SilentFeishu {

    private static final int WARM_UP_CALLS = 300;
    private static final int WARM_UP_PUBLICATIONS = 100;
    private static final int THREADS = 10;

    private final CamundaClient client;
    private final Neighbour neighbour;
    private final int publications;
    private final int seconds;

    private SilentFeishu(CamundaClient client, int publications, int seconds) {
        this.client = client;
        this.neighbour = Neighbour.deployedBy(client);
        this.publications = publications;
        this.seconds = seconds;
    }

    /** Prints a row for each of the three. */
    @SuppressWarnings("try") // The runtime works jobs as long as it runs; nothing calls it.
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var publications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        try (var directory = ScratchDirectory.named("silent-feishu");
                var engine = EmbeddedEngine.start();
                var runtime = BulkRuntimes.start(
                        1, BulkRuntimes.settings(engine.grpcAddress(), THREADS), Map.of(), directory.path())) {
            var benchmark = new SilentFeishu(engine.client(), publications, seconds);
            benchmark.warmUp();
            out.println("| Feishu | calls served | p50 ms | p95 ms |");
            out.println("|---|---|---|---|");
            print("nothing to publish", benchmark.whileNothingIsPublished(), out);
            print("token endpoint silent", benchmark.whileSilent(Endpoint.TOKEN), out);
            print("publish calls silent", benchmark.whileSilent(Endpoint.PUBLISH), out);
        }
    }

    private void warmUp() {
        for (var i = 0; i < WARM_UP_CALLS; i++) {
            neighbour.call();
        }
        try (var feishu = FeishuSandbox.start()) {
            BulkProcess.WARM_UP.start(client, WARM_UP_PUBLICATIONS, List.of(feishu.baseUrl()));
            Progress.await(() -> feishu.published().size(), WARM_UP_PUBLICATIONS, () -> "that was the warm-up");
        }
    }

    private Latencies whileNothingIsPublished() throws InterruptedException {
        var sampling = Latencies.Sampling.of(neighbour::call);
        TimeUnit.SECONDS.sleep(seconds);
        return sampling.stop();
    }

    private Latencies whileSilent(Endpoint silent) throws InterruptedException {
        try (var feishu = FeishuSandbox.start()) {
            feishu.always(silent, Reply.neverAnswers());
            BulkProcess.BULK.start(client, publications, List.of(feishu.baseUrl()));
            return whileNothingIsPublished();
        }
    }

    private static void print(String row, Latencies latencies, PrintStream out) {
        out.printf(
                "| %s | %d | %.1f | %.1f |%n",
                row, latencies.calls().size(), latencies.p50Millis(), latencies.p95Millis());
    }
}
