package io.feishuhire.benchmarks.bulk;

import io.feishuhire.benchmarks.ScratchDirectory;
import io.feishuhire.connector.feishu.AdvertisementId;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.JobChannelId;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import io.feishuhire.sandbox.SandboxSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bulk at a Feishu that is some way off: by threads that call the client, and come back when it says so, or by an
 * embedded engine with connector runtimes.
 */
public final class DistantBulk {

    private static final int JOURNAL = 1_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final DistantBulkOptions options;
    private final FeishuSandbox feishu;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private DistantBulk(DistantBulkOptions options, FeishuSandbox feishu) {
        this.options = options;
        this.feishu = feishu;
    }

    /** Publishes, prints how it went, and ends the JVM; the arguments are those of {@link DistantBulkOptions}. */
    public static void main(String[] arguments) throws Exception {
        var options = DistantBulkOptions.from(arguments);
        try (var feishu = FeishuSandbox.start(SandboxSettings.defaults().withJournalSize(JOURNAL))) {
            var bulk = new DistantBulk(options, feishu);
            if (options.engine()) {
                bulk.inRuntimes();
            } else {
                bulk.byClients();
            }
        }
        System.exit(0);
    }

    private void byClients() {
        var next = new Semaphore(options.advertisements());
        try (var threads = Executors.newCachedThreadPool()) {
            var clients = new ArrayList<FeishuClient>();
            for (var client = 0; client < options.runtimes(); client++) {
                clients.add(new FeishuClient(FeishuClientSettings.DEFAULT));
            }
            prepare(() -> publish(clients.getFirst()));
            var roundTrips = Latencies.Sampling.of(this::fetchToken);
            var start = System.nanoTime();
            for (var client : clients) {
                for (var thread = 0; thread < options.threads(); thread++) {
                    threads.execute(() -> {
                        while (next.tryAcquire()) {
                            publish(client);
                        }
                    });
                }
            }
            Progress.await(() -> feishu.published().size(), options.wanted(), () -> "no more");
            report(start, roundTrips);
        }
    }

    private void publish(FeishuClient client) {
        var app = new FeishuApp(
                new BaseUrl(feishu.baseUrl()), FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
        var request = new PublishRequest(
                app, new AdvertisementId("7000000000"), Optional.of(JobChannelId.REFERRAL_PLATFORM), TIMEOUT);
        while (true) {
            try {
                client.publish(request);
                return;
            } catch (FeishuException failed) {
                if (failed.failure().kind() != FailureKind.THROTTLED) {
                    throw failed;
                }
                sleep(failed.failure().retryAfter());
            }
        }
    }

    private void inRuntimes() throws Exception {
        try (var directory = ScratchDirectory.named("distant-bulk");
                var engine = EmbeddedEngine.start()) {
            var settings = ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                    .withSecret("FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID)
                    .withSecret("FEISHU_APP_SECRET", FeishuSandbox.DEFAULT_APP_SECRET)
                    .withProperty("camunda.client.execution-threads", Integer.toString(options.threads()))
                    .withProperty("logging.level.root", "WARN");
            var runtimes = new ArrayList<ConnectorRuntimeProcess>();
            try {
                for (var number = 1; number <= options.runtimes(); number++) {
                    runtimes.add(ConnectorRuntimeProcess.of(
                            settings,
                            System.getProperty("java.class.path"),
                            Map.of(),
                            directory.path().resolve("runtime-" + number + ".log")));
                    runtimes.getLast().start();
                }
                var instances = Instances.deployedBy(engine.client());
                warmUp(instances);
                prepare(() -> instances.start(Instances.Of.WARM_UP, 1, List.of(feishu.baseUrl())));
                var roundTrips = Latencies.Sampling.of(this::fetchToken);
                var start = System.nanoTime();
                instances.start(Instances.Of.BULK, options.advertisements(), List.of(feishu.baseUrl()));
                Progress.await(() -> feishu.published().size(), options.wanted(), () -> "no more");
                report(start, roundTrips);
            } finally {
                runtimes.forEach(ConnectorRuntimeProcess::close);
            }
        }
    }

    /** At another Feishu, which has a limit of its own. */
    private static void warmUp(Instances instances) {
        try (var other = FeishuSandbox.start()) {
            instances.start(Instances.Of.WARM_UP, 100, List.of(other.baseUrl()));
            Progress.await(() -> other.published().size(), 100, () -> "that was the warm-up");
        }
    }

    /** Moves Feishu away, and has it refuse one request right before the bulk if it has to. */
    private void prepare(Runnable publish) {
        feishu.distance(options.roundTrip(), options.jitter());
        if (options.stray()) {
            feishu.next(Endpoint.PUBLISH, Reply.rateLimited("1"));
            Thread.ofPlatform().daemon().start(publish);
            Progress.await(this::refused, 1, () -> "that was the one before");
        }
    }

    private void report(long start, Latencies.Sampling sampling) {
        var seconds = (System.nanoTime() - start) / 1e9;
        var roundTrips = sampling.stop().calls().stream()
                .mapToLong(Latencies.Call::nanos)
                .sorted()
                .toArray();
        System.out.printf(
                "%s: done after %.2f s, %.2f a second, HTTP 429 %d, round trip at least %.1f ms, on average %.1f ms%n",
                options,
                seconds,
                options.advertisements() / seconds,
                refused() - (options.stray() ? 1 : 0),
                roundTrips[0] / 1e6,
                Arrays.stream(roundTrips).average().orElseThrow() / 1e6);
    }

    /** A call without a limit, to see what the machine adds to a round trip. */
    private void fetchToken() {
        var uri = feishu.baseUrl().resolve("/open-apis/auth/v3/tenant_access_token/internal");
        var request =
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build();
        http.sendAsync(request, BodyHandlers.discarding()).join();
    }

    private long refused() {
        return feishu.requests().stream()
                .filter(request -> request.status() == 429)
                .count();
    }

    private static void sleep(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        }
    }
}
