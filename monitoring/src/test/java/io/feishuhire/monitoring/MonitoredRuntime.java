package io.feishuhire.monitoring;

import static org.awaitility.Awaitility.await;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.Reply;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A stock connector runtime in a JVM of its own, with the actuator's Prometheus endpoint, an engine and a sandbox. Its
 * jobs have had every kind of outcome.
 */
final class MonitoredRuntime implements AutoCloseable {

    static final String ADVERTISEMENT_ID = "6960663240925956660";

    /** Every token begins so, and nothing else does. */
    static final String TOKEN_MARK = "t-" + UUID.randomUUID();

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int BULK = 40;

    /** How many instances publish. */
    static final int COMPLETED = BULK + 2;

    private final Path log;
    private final FeishuSandbox sandbox =
            FeishuSandbox.start(SandboxSettings.defaults().withTokens(() -> TOKEN_MARK + UUID.randomUUID()));
    private final EmbeddedEngine engine = EmbeddedEngine.start();
    private final ConnectorRuntimeProcess runtime;
    private final URI endpoint;
    private final List<Long> instances = new ArrayList<>();

    private MonitoredRuntime(Path log) {
        this.log = log;
        var settings = ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                .withSecrets(FeishuSandbox.DEFAULT_SECRETS)
                .withProperty("management.endpoints.web.exposure.include", "health,prometheus")
                // What an operator's runtime has, and the runtimes of this JVM do without.
                .withProperty("management.metrics.use-global-registry", "true");
        runtime = ConnectorRuntimeProcess.start(
                settings,
                System.getProperty("java.class.path"),
                Map.of("FEISHU_HIRE_BASE_URL", sandbox.baseUrl().toString()),
                log);
        endpoint = URI.create("http://127.0.0.1:" + awaitPort() + "/actuator/prometheus");
    }

    /** Starts it and waits until the jobs have their outcomes. */
    static MonitoredRuntime start(Path log) {
        var started = new MonitoredRuntime(log);
        try {
            started.runJobs();
            return started;
        } catch (RuntimeException | Error failed) {
            started.close();
            throw failed;
        }
    }

    /** The address that Prometheus reads. */
    URI endpoint() {
        return endpoint;
    }

    /** What the endpoint says now. */
    Scrape scrape() {
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(HttpRequest.newBuilder(endpoint).build(), BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(endpoint + " answers with " + reply.statusCode());
            }
            return Scrape.parse(reply.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    List<RecordedRequest> requestsTo(Endpoint call) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == call)
                .toList();
    }

    /** The keys of all process instances. */
    List<Long> instances() {
        return List.copyOf(instances);
    }

    String log() {
        return read(log);
    }

    /** Each kind of outcome once, and a bulk that has to wait for the limit. */
    void runJobs() {
        var publish = engine.deploy(diagram());
        sandbox.next(Endpoint.TOKEN, Reply.internalError());
        complete(publish);
        sandbox.next(Endpoint.PUBLISH, Reply.systemError());
        complete(publish);
        sandbox.apiSync(false);
        fail(publish);
        sandbox.apiSync(true);
        fail(engine.deploy(diagram().replace("source=\"20\"", "source=\"300\"")));
        sandbox.next(Endpoint.PUBLISH, Reply.rateLimited("1"));
        var bulk = IntStream.range(0, BULK).mapToObj(i -> start(publish)).toList();
        bulk.forEach(instance -> engine.awaitCompleted(instance, PATIENCE));
    }

    private void complete(long process) {
        engine.awaitCompleted(start(process), PATIENCE);
    }

    private void fail(long process) {
        engine.awaitIncident(start(process), PATIENCE);
    }

    private long start(long process) {
        var instance = engine.start(process, Map.of("advertisementId", ADVERTISEMENT_ID));
        instances.add(instance);
        return instance;
    }

    /** The smallest example, which looks before it repeats, and repeats at once. */
    private static String diagram() {
        return read(Path.of("../bpmn-examples/publish-minimal.bpmn"))
                .replace(
                        "source=\"=false\" target=\"lookBeforeRepeating\"",
                        "source=\"=true\" target=\"lookBeforeRepeating\"")
                .replace("PT30S", "PT0S");
    }

    private int awaitPort() {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var started = PORT.matcher(Files.exists(log) ? read(log) : "");
                            return started.find() ? Integer.parseInt(started.group(1)) : 0;
                        },
                        port -> port > 0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        runtime.close();
        engine.close();
        sandbox.close();
    }
}
