package io.feishuhire.localcamunda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against answers as Camunda's REST API documents them; a cluster that can search does not run in a JVM. */
class RemoteClusterTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PAGE = "\"page\": {\"totalItems\": 1, \"hasMoreTotalItems\": false}";

    private final Map<String, String> received = new ConcurrentHashMap<>();
    private HttpServer rest;
    private RemoteCluster cluster;

    @BeforeEach
    void start() throws IOException {
        rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.start();
        cluster = RemoteCluster.at(
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:" + rest.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        cluster.close();
        rest.stop(0);
    }

    @Test
    void anOpenUserTaskIsFoundBySearch() {
        answer("/v2/user-tasks/search", 200, "{\"items\": [{\"userTaskKey\": \"42\"}], " + PAGE + "}");

        assertThat(cluster.awaitUserTask(7, "approve", SOON)).isEqualTo(42);
        assertThat(received.get("/v2/user-tasks/search")).contains("\"7\"", "\"approve\"", "CREATED");
    }

    @Test
    void aUserTaskIsCompletedWithItsVariables() {
        answer("/v2/user-tasks/42/completion", 204, "");

        cluster.completeUserTask(42, Map.of("approved", true));

        assertThat(received.get("/v2/user-tasks/42/completion")).contains("\"approved\":true");
    }

    @Test
    void aRefusalToCompleteAUserTaskSaysWhy() {
        answer(
                "/v2/user-tasks/42/completion",
                404,
                "{\"type\": \"about:blank\", \"title\": \"NOT_FOUND\", \"status\": 404, \"detail\": \"no such task\"}");

        assertThatThrownBy(() -> cluster.completeUserTask(42, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no such task");
    }

    @Test
    void theEndOfAnInstanceIsFoundBySearch() {
        answer(
                "/v2/process-instances/search",
                200,
                "{\"items\": [{\"processInstanceKey\": \"7\", \"state\": \"COMPLETED\"}], " + PAGE + "}");

        assertThat(cluster.awaitEnd(7, SOON)).isEqualTo(ProcessInstanceState.COMPLETED);
    }

    @Test
    void anInstanceStopsAtAUserTaskAnIncidentOrItsEnd() {
        answer("/v2/user-tasks/search", 200, "{\"items\": [{\"userTaskKey\": \"42\"}], " + PAGE + "}");
        answer(
                "/v2/incidents/search",
                200,
                "{\"items\": [{\"elementId\": \"publish\", \"errorMessage\": \"no secret\", \"state\": \"ACTIVE\"}], "
                        + PAGE + "}");

        assertThat(cluster.awaitStop(7, Set.of(42L), SOON))
                .isEqualTo(new CamundaEngine.Stop.AtIncident("publish", "no secret"));
    }

    @Test
    void aVariableOfTheInstanceItselfIsFoundBySearch() {
        answer(
                "/v2/variables/search",
                200,
                "{\"items\": [{\"name\": \"publication\", \"value\": \"{}\"}], " + PAGE + "}");

        assertThat(cluster.awaitVariable(7, "publication", SOON)).isEqualTo("{}");
        assertThat(received.get("/v2/variables/search")).contains("\"publication\"", "scopeKey");
    }

    @Test
    void aClusterWithoutSearchSendsItsUserToTasklist() {
        answer("/v2/user-tasks/search", 403, "{\"title\": \"FORBIDDEN\", \"status\": 403}");

        assertThatThrownBy(() -> cluster.awaitUserTask(7, "approve", SOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"approve\"")
                .hasMessageContaining("HTTP 403")
                .hasMessageContaining("secondary storage")
                .hasMessageContaining("Tasklist");
    }

    @Test
    void aUserTaskThatDoesNotComeIsWaitedForUntilTheDeadline() {
        answer("/v2/user-tasks/search", 200, "{\"items\": [], " + PAGE + "}");

        assertThatThrownBy(() -> cluster.awaitUserTask(7, "approve", Duration.ofMillis(300)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Waited 300 ms");
    }

    private void answer(String path, int status, String body) {
        rest.createContext(path, exchange -> {
            received.put(path, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
