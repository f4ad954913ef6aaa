package io.feishuhire.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What one window is sent: the last state of each part, and all requests of the journal. */
final class EventReader implements AutoCloseable {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final CompletableFuture<HttpResponse<Stream<String>>> response;
    private final Map<String, JsonNode> parts = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<JsonNode> journal = new ArrayList<>();
    private String name = "";

    EventReader(HttpClient http, URI events) {
        response = http.sendAsync(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines());
        Thread.ofPlatform().daemon().start(() -> {
            try {
                response.join().body().forEach(this::read);
            } catch (UncheckedIOException | CompletionException | CancellationException closed) {
                // The server has gone, or the test is over.
            }
        });
    }

    private synchronized void read(String line) {
        if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            var data = PageClient.json(line.substring("data:".length()));
            counts.merge(name, 1, Integer::sum);
            parts.put(name, data);
            if (name.equals("journal")) {
                data.path("entries").forEach(journal::add);
            }
        }
    }

    synchronized JsonNode part(String part) {
        return parts.getOrDefault(part, MissingNode.getInstance());
    }

    synchronized List<JsonNode> journal() {
        return List.copyOf(journal);
    }

    /** How often a part was sent. */
    synchronized int count(String part) {
        return counts.getOrDefault(part, 0);
    }

    /** Waits until the last state of a part is as expected. */
    JsonNode await(String part, Predicate<JsonNode> condition) {
        return Awaitility.await(part)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> part(part), data -> !data.isMissingNode() && condition.test(data));
    }

    /** Waits for an open task of an instance, and gives its key. */
    String awaitTask(String instance, String element) {
        var tasks = await("tasks", all -> task(all, instance, element).findAny().isPresent());
        return task(tasks, instance, element)
                .findFirst()
                .orElseThrow()
                .path("key")
                .asText();
    }

    private static Stream<JsonNode> task(JsonNode tasks, String instance, String element) {
        return tasks.valueStream()
                .filter(task -> task.path("instance").asText().equals(instance)
                        && task.path("element").asText().equals(element));
    }

    @Override
    public void close() {
        response.cancel(true);
        if (response.isDone() && !response.isCompletedExceptionally()) {
            response.join().body().close();
        }
    }
}
