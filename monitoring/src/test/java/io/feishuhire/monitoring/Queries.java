package io.feishuhire.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The queries of dashboard and alert rules. */
final class Queries {

    static final Path DASHBOARD = Path.of("grafana-dashboard.json");
    static final Path ALERTS = Path.of("alerts.yaml");

    private static final Pattern RULE = Pattern.compile("(?s)- alert: (\\w+)\\s+expr:(?: >-)?\\s+(.*?)\\n {8}\\w+:");

    /** On a meter of the broker, which has an endpoint of its own, and on what Prometheus and its probes find out. */
    private static final Set<String> ON_OTHER_METERS =
            Set.of("CamundaIncidents", "FeishuHireRuntimeDown", "FeishuHireNoRuntime", "FeishuHireRuntimeNotReady");

    private Queries() {}

    /**
     * A query.
     *
     * @param title the panel that shows it, or the alert
     * @param text PromQL; Grafana's variables are still in it
     */
    record Query(String title, String text) {

        /** What Grafana sends for all runtimes and an interval. */
        String over(String interval) {
            return text.replace("$__rate_interval", interval).replace("$instance", ".*");
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Query> ofDashboard() {
        return stream(dashboard().path("panels"))
                .flatMap(panel -> stream(panel.path("targets"))
                        .map(target -> new Query(
                                panel.path("title").asText(),
                                target.path("expr").asText())));
    }

    /** Those on meters of the connector's runtime. */
    static Stream<Query> ofAlerts() {
        return allAlerts().filter(alert -> !ON_OTHER_METERS.contains(alert.title()));
    }

    static Stream<Query> allAlerts() {
        return RULE.matcher(read(ALERTS))
                .results()
                .map(rule -> new Query(rule.group(1), rule.group(2).replaceAll("\\s+", " ")));
    }

    static List<Query> all() {
        return Stream.concat(ofDashboard(), ofAlerts()).toList();
    }

    static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(DASHBOARD.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
