package io.feishuhire.benchmarks.bulk;

import io.feishuhire.benchmarks.ScratchDirectory;
import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
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
 * How quick another connector is in the same runtime while Feishu accepts calls and says nothing: alone, with a silent
 * token endpoint, and with silent publish calls. The engine is the embedded one, and the runtime has a JVM of its own
 * with the ten threads of Camunda's bundle. Arguments: publications to start (100), seconds for each row (30).
 */
public final class SilentFeishu {

    private static final int WARM_UP_CALLS = 300;
    private static final int WARM_UP_PUBLICATIONS = 100;
    private static final int THREADS = 10;

    private final Instances instances;
    private final int publications;
    private final int seconds;

    private SilentFeishu(Instances instances, int publications, int seconds) {
        this.instances = instances;
        this.publications = publications;
        this.seconds = seconds;
    }

    /** Prints a row for each of the three. */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var publications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        try (var directory = ScratchDirectory.named("silent-feishu");
                var engine = EmbeddedEngine.start();
                var runtime = ConnectorRuntimeProcess.of(
                        ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                                .withSecret("FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID)
                                .withSecret("FEISHU_APP_SECRET", FeishuSandbox.DEFAULT_APP_SECRET)
                                .withProperty("camunda.client.execution-threads", Integer.toString(THREADS))
                                .withProperty("logging.level.root", "WARN"),
                        System.getProperty("java.class.path"),
                        Map.of(),
                        directory.path().resolve("runtime.log"))) {
            runtime.start();
            var benchmark = new SilentFeishu(Instances.deployedBy(engine.client()), publications, seconds);
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
            instances.callNeighbour();
        }
        try (var feishu = FeishuSandbox.start()) {
            instances.start(Instances.Of.WARM_UP, WARM_UP_PUBLICATIONS, List.of(feishu.baseUrl()));
            Progress.await(() -> feishu.published().size(), WARM_UP_PUBLICATIONS, () -> "that was the warm-up");
        }
    }

    private Latencies whileNothingIsPublished() throws InterruptedException {
        var sampling = Latencies.Sampling.of(instances::callNeighbour);
        TimeUnit.SECONDS.sleep(seconds);
        return sampling.stop();
    }

    private Latencies whileSilent(Endpoint silent) throws InterruptedException {
        try (var feishu = FeishuSandbox.start()) {
            feishu.always(silent, Reply.neverAnswers());
            instances.start(Instances.Of.BULK, publications, List.of(feishu.baseUrl()));
            return whileNothingIsPublished();
        }
    }

    private static void print(String row, Latencies latencies, PrintStream out) {
        out.printf(
                "| %s | %d | %.1f | %.1f |%n",
                row, latencies.calls().size(), latencies.p50Millis(), latencies.p95Millis());
    }
}
