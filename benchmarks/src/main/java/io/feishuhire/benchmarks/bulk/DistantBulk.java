package io.feishuhire.benchmarks.bulk;

import io.camunda.client.CamundaClient;
import io.feishuhire.benchmarks.support.ScratchDirectory;
import io.feishuhire.connector.feishu.AdvertisementId;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.Channel;
import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bulk at a distant Feishu. Either threads call the client, and repeat a throttled call after the time it gives, or
 * an embedded engine with connector runtimes publishes.
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

    /** Publishes, prints the result, and ends the JVM. The arguments are those of {@link DistantBulkOptions}. */
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
            Progress.await(() -> feishu.published().size(), options.wanted(), () -> "the bulk made no progress");
            report(start, roundTrips);
        }
    }

    private void publish(FeishuClient client) {
        var app = new FeishuApp(
                new BaseUrl(feishu.baseUrl()), FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
        var request = new PublishRequest(app, new AdvertisementId("7000000000"), Channel.REFERRAL_PLATFORM, TIMEOUT);
        while (true) {
            try {
                client.advertisements().publish(request);
                return;
            } catch (FeishuException failed) {
                if (failed.failure().kind() != FailureKind.THROTTLED) {
                    throw failed;
                }
                sleep(failed.failure().retryAfter());
            }
        }
    }

    @SuppressWarnings("try") // The runtimes work jobs as long as they run; nothing calls them.
    private void inRuntimes() throws IOException {
        try (var directory = ScratchDirectory.named("distant-bulk");
                var engine = EmbeddedEngine.start();
                var runtimes = BulkRuntimes.start(
                        options.runtimes(),
                        BulkRuntimes.settings(engine.grpcAddress(), options.threads()),
                        Map.of(),
                        directory.path())) {
            warmUp(engine.client());
            prepare(() -> start(BulkProcess.WARM_UP, engine.client(), 1));
            var roundTrips = Latencies.Sampling.of(this::fetchToken);
            var start = System.nanoTime();
            start(BulkProcess.BULK, engine.client(), options.advertisements());
            Progress.await(() -> feishu.published().size(), options.wanted(), () -> "the bulk made no progress");
            report(start, roundTrips);
        }
    }

    private void start(BulkProcess process, CamundaClient client, int instances) {
        process.start(client, instances, List.of(feishu.baseUrl()));
    }

    /** Publishes at another Feishu, which has a limit of its own. */
    private static void warmUp(CamundaClient client) {
        try (var other = FeishuSandbox.start()) {
            BulkProcess.WARM_UP.start(client, 100, List.of(other.baseUrl()));
            Progress.await(() -> other.published().size(), 100, () -> "that was the warm-up");
        }
    }

    /** Moves Feishu away and, if the options say so, has it refuse one request right before the bulk. */
    private void prepare(Runnable publish) {
        feishu.distance(options.roundTrip(), options.jitter());
        if (options.stray()) {
            feishu.next(Endpoint.PUBLISH, Reply.rateLimited("1"));
            Thread.ofPlatform().daemon().start(publish);
            Progress.await(this::refused, 1, () -> "that was the stray refusal");
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

    /** Makes a call without a limit, to measure the round trip including what the machine adds to it. */
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
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
