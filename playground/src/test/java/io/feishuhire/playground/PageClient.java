package io.feishuhire.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Calls the playground as its page does. */
final class PageClient implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    PageClient(URI address) {
        this.address = address;
        this.token = address.getFragment();
    }

    URI resolve(String path) {
        return address.resolve(path);
    }

    String token() {
        return token;
    }

    HttpResponse<String> call(String method, String path, String body) {
        return call(
                path,
                request -> request.header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    HttpResponse<String> call(String path, UnaryOperator<HttpRequest.Builder> settings) {
        var request = settings.apply(HttpRequest.newBuilder(resolve(path))).build();
        // The time limit of a request ends with the head of its answer, and a stream of events has no end.
        return http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    JsonNode get(String path) {
        return json(call("GET", path, null).body());
    }

    /** A call that has to succeed. */
    JsonNode done(String method, String path, String body) {
        var response = call(method, path, body);
        if (response.statusCode() >= 300) {
            throw new AssertionError(
                    "%s %s answered %d: %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return json(response.body().isEmpty() ? "null" : response.body());
    }

    /** Starts an instance, and gives its key. */
    String start(String process, String variables) {
        return done("POST", "/api/processes/" + process + "/instances", "{\"variables\":" + variables + "}")
                .path("key")
                .asText();
    }

    EventReader events(String instance) {
        return new EventReader(
                http, resolve("/api/events?token=" + token + (instance == null ? "" : "&instance=" + instance)));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
