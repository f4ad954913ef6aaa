package io.feishuhire.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.examples.QuickstartEngine.Stop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses answers as Camunda's REST API documents them, because a cluster that can search does not run in a JVM. */
class QuickstartClusterTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Map<String, String> received = new ConcurrentHashMap<>();
    private HttpServer rest;
    private QuickstartCluster cluster;

    @BeforeEach
    void start() throws IOException {
        rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.start();
        cluster = new QuickstartCluster(
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:" + rest.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        cluster.close();
        rest.stop(0);
    }

    @Test
    void anInstanceStopsAtAUserTask() {
        answer("/v2/user-tasks/search", 200, page("{\"userTaskKey\": \"42\", \"elementId\": \"approve\"}"));

        assertThat(cluster.awaitStop(7, SOON)).isEqualTo(new Stop.AtUserTask(42, "approve"));
        assertThat(received.get("/v2/user-tasks/search")).contains("\"7\"", "CREATED");
    }

    @Test
    void anInstanceStopsAtAnIncidentWhenItsUserTasksAreCompleted() {
        answer("/v2/user-tasks/42/completion", 204, "");
        answer("/v2/user-tasks/search", 200, page("{\"userTaskKey\": \"42\"}"));
        answer("/v2/incidents/search", 200, page("{\"elementId\": \"publish\", \"errorMessage\": \"no secret\"}"));

        cluster.completeUserTask(42, Map.of());

        assertThat(cluster.awaitStop(7, SOON)).isEqualTo(new Stop.AtIncident("publish", "no secret"));
    }

    @Test
    void anInstanceStopsAtItsEnd() {
        answer("/v2/user-tasks/search", 200, page(""));
        answer("/v2/incidents/search", 200, page(""));
        answer("/v2/process-instances/search", 200, page("{\"processInstanceKey\": \"7\", \"state\": \"COMPLETED\"}"));

        assertThat(cluster.awaitStop(7, SOON)).isEqualTo(new Stop.AtEnd(ProcessInstanceState.COMPLETED));
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
    void aVariableOfTheInstanceItselfIsFoundInFull() {
        answer("/v2/variables/search", 200, page("{\"name\": \"publication\", \"value\": \"{}\"}"));

        assertThat(cluster.awaitVariable(7, "publication", SOON)).hasToString("{}");
        assertThat(received.get("/v2/variables/search"))
                .contains("\"publication\"", "scopeKey", "truncateValues=false");
    }

    @Test
    void ofTheVariablesOfSubProcessesTheNewestIsTakenInFull() {
        answer("/v2/variables/search", 200, page("{\"variableKey\": \"43\", \"value\": \"{\\\"count\\\": 2}\"}"));

        assertThat(cluster.localVariable(7, "prepare-request", "choices")
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(received.get("/v2/variables/search")).contains("\"choices\"", "DESC", "truncateValues=false");
    }

    @Test
    void aSubProcessWithoutTheVariableHasNull() {
        answer("/v2/variables/search", 200, page(""));

        assertThat(cluster.localVariable(7, "prepare-request", "choices").isNull())
                .isTrue();
    }

    @Test
    void aClusterWithoutSearchSendsItsUserToTasklist() {
        answer("/v2/user-tasks/search", 403, "{\"title\": \"FORBIDDEN\", \"status\": 403}");

        assertThatThrownBy(() -> cluster.awaitStop(7, SOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("process instance 7")
                .hasMessageContaining("HTTP 403")
                .hasMessageContaining("secondary storage")
                .hasMessageContaining("Tasklist");
    }

    @Test
    void aVariableThatDoesNotComeIsWaitedForUntilTheDeadline() {
        answer("/v2/variables/search", 200, page(""));

        assertThatThrownBy(() -> cluster.awaitVariable(7, "publication", Duration.ofMillis(300)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Waited 300 ms");
    }

    private static String page(String items) {
        return "{\"items\": [" + items + "], \"page\": {\"totalItems\": 1, \"hasMoreTotalItems\": false}}";
    }

    private void answer(String path, int status, String body) {
        rest.createContext(path, exchange -> {
            var query = exchange.getRequestURI().getQuery();
            received.put(path, query + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
