package io.feishuhire.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.feishuhire.localcamunda.RemoteCluster;
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

/** The variables of a sub-process on a cluster, with answers as Camunda's REST API documents them. */
class InstanceVariablesTest {

    private static final String SEARCH = "/v2/variables/search";

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
    void theNewestIsTakenAndReadWhole() {
        answer(SEARCH, page("{\"variableKey\": \"43\", \"value\": \"{\\\"items\\\": [\", \"isTruncated\": true}"));
        answer("/v2/variables/43", "{\"variableKey\": \"43\", \"value\": \"{\\\"count\\\": 2}\"}");

        assertThat(variables()
                        .ofSubProcess("prepare-request", "choices")
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(received.get(SEARCH)).contains("\"7\"", "\"choices\"", "DESC");
    }

    @Test
    void whereThereIsNoneItIsNull() {
        answer(SEARCH, page(""));

        assertThat(variables().ofSubProcess("prepare-request", "choices").isNull())
                .isTrue();
    }

    private InstanceVariables variables() {
        return new InstanceVariables(cluster, 7, Duration.ofSeconds(10));
    }

    private static String page(String items) {
        return "{\"items\": [" + items + "], \"page\": {\"totalItems\": 1}}";
    }

    private void answer(String path, String body) {
        rest.createContext(path, exchange -> {
            received.put(path, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
