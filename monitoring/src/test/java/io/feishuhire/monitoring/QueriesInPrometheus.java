package io.feishuhire.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feishuhire.monitoring.Queries.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dashboard and alert rules in a real Prometheus, which reads a stock runtime at work. It needs the programs
 * {@code prometheus} and {@code promtool}, so it is no part of the ordinary build.
 */
class QueriesInPrometheus {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern ADDRESS = Pattern.compile("msg=\"Listening on\" address=(127\\.0\\.0\\.1:\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theAlertRulesDoWhatTheirTestsSay() throws Exception {
        assertThat(run("promtool", "test", "rules", "alerts.test.yaml")).isZero();
    }

    @Test
    void eachQueryOfTheDashboardHasAnAnswerAndEachAlertIsEvaluated() throws Exception {
        try (var runtime = MonitoredRuntime.start(directory.resolve("runtime.log"))) {
            var log = directory.resolve("prometheus.log");
            var prometheus = new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + configuration(runtime.endpoint()),
                            "--storage.tsdb.path=" + directory.resolve("data"),
                            "--web.listen-address=127.0.0.1:0")
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            try {
                var server = awaitAddress(log);
                await().atMost(PATIENCE)
                        .until(() -> !query(server, "feishu_hire_calls_seconds_count")
                                .isEmpty());
                runtime.runJobs();

                assertThat(Queries.ofDashboard()).isNotEmpty().allSatisfy(query -> awaitFigures(server, query));
                assertThat(Queries.allAlerts()).allSatisfy(alert -> query(server, alert.over("10s")));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(rules(server))
                                .hasSize((int) Queries.allAlerts().count())
                                .allSatisfy(
                                        rule -> assertThat(rule.path("health").asText())
                                                .as(rule.toString())
                                                .isEqualTo("ok")));
            } finally {
                prometheus.destroy();
                prometheus.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                prometheus.destroyForcibly();
            }
        }
    }

    /** A mean of nothing is not a number, which a panel does not show. */
    private void awaitFigures(String server, Query query) {
        await(query.text()).atMost(PATIENCE).until(() -> hasFigure(query(server, query.over("60s"))));
    }

    private static boolean hasFigure(JsonNode result) {
        return StreamSupport.stream(result.spliterator(), false)
                .anyMatch(series -> !series.path("value").path(1).asText().equals("NaN"));
    }

    private JsonNode query(String server, String text) {
        var answer = get(server, "/api/v1/query?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.path("status").asText()).as(text + ": " + answer).isEqualTo("success");
        return answer.path("data").path("result");
    }

    private JsonNode rules(String server) {
        return get(server, "/api/v1/rules").path("data").path("groups").path(0).path("rules");
    }

    private JsonNode get(String server, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://" + server + path));
            return JSON.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Path configuration(URI endpoint) throws IOException {
        var rules = Queries.ALERTS.toAbsolutePath();
        return Files.writeString(
                directory.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 1s
                  evaluation_interval: 1s
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: connectors
                    metrics_path: %s
                    static_configs:
                      - targets: ["%s"]
                """.formatted(rules, endpoint.getPath(), endpoint.getAuthority()));
    }

    private static String awaitAddress(Path log) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var address = ADDRESS.matcher(Files.readString(log));
                            return address.find() ? address.group(1) : "";
                        },
                        found -> !found.isEmpty());
    }

    private static int run(String... command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
