package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cluster is an embedded engine, with answers as Camunda's REST API documents them. */
class QuickstartOnClusterTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void itPublishesOnTheClusterByWayOfTheSwitch() throws IOException {
        var rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var engine = EmbeddedEngine.start()) {
            rest.createContext("/v2/", exchange -> answer(exchange, engine));
            rest.start();
            var settings = QuickstartSettings.from(Map.of(
                    "CAMUNDA_GRPC_ADDRESS",
                    engine.grpcAddress().toString(),
                    "CAMUNDA_REST_ADDRESS",
                    "http://127.0.0.1:" + rest.getAddress().getPort()));
            var narrator = new Narrator(new PrintStream(output, true, StandardCharsets.UTF_8));

            assertThat(Quickstart.run(Example.PUBLISH_WITH_APPROVAL, settings, narrator))
                    .as(() -> output.toString(StandardCharsets.UTF_8))
                    .isTrue();
        } finally {
            rest.stop(0);
        }

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "Camunda 8 is the cluster at",
                        "Approve publication",
                        "Turn on the API sync switch",
                        "通过 API 同步职位",
                        "The switch is on",
                        "Published",
                        "publishedAt")
                .doesNotContain("The path it took");
    }

    private static void answer(HttpExchange exchange, EmbeddedEngine engine) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        var request = JSON.readTree(exchange.getRequestBody());
        if (path[path.length - 1].equals("completion")) {
            engine.completeUserTask(
                    Long.parseLong(path[3]), JSON.convertValue(request.path("variables"), new TypeReference<>() {}));
            exchange.sendResponseHeaders(204, -1);
        } else {
            var items = found(path[2], engine.history(Long.parseLong(wanted(request, "processInstanceKey"))), request);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            var page = Map.of("totalItems", items.size(), "hasMoreTotalItems", false);
            exchange.getResponseBody().write(JSON.writeValueAsBytes(Map.of("items", items, "page", page)));
        }
        exchange.close();
    }

    private static List<Map<String, String>> found(String what, ProcessHistory history, JsonNode request)
            throws JsonProcessingException {
        return switch (what) {
            case "user-tasks" ->
                history.openUserTasks().stream()
                        .map(task -> Map.of("userTaskKey", Long.toString(task.key()), "elementId", task.elementId()))
                        .toList();
            case "incidents" ->
                history.openIncidents().stream()
                        .map(open -> Map.of("elementId", open.elementId(), "errorMessage", open.message()))
                        .toList();
            case "process-instances" -> List.of(Map.of("state", history.state().name()));
            case "variables" -> variables(history, request);
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** Those of the scope that is asked for; without one, those of any. */
    private static List<Map<String, String>> variables(ProcessHistory history, JsonNode request)
            throws JsonProcessingException {
        var name = wanted(request, "name");
        var scopes = wanted(request, "scopeKey").isEmpty()
                ? Stream.concat(history.localVariables().values().stream(), Stream.of(history.variables()))
                : Stream.of(history.variables());
        var found = new ArrayList<Map<String, String>>();
        for (var scope : scopes.filter(it -> it.containsKey(name)).toList()) {
            found.add(Map.of("value", JSON.writeValueAsString(scope.get(name))));
        }
        return found;
    }

    /** A filter names its value alone or with the operator. */
    private static String wanted(JsonNode request, String property) {
        var filter = request.path("filter").path(property);
        return filter.isTextual() ? filter.asText() : filter.path("$eq").asText();
    }
}
