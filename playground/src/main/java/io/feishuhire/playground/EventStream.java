package io.feishuhire.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pushes to one window what has changed. It sends a part again only if its data is not what it was: so a window that
 * comes late, or again, gets everything, and nothing has to be remembered for it.
 */
final class EventStream implements Runnable {

    /** A bulk changes something a thousand times a second; people see ten pictures a second as one motion. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private static final Duration ALIVE = Duration.ofSeconds(5);

    private final Changes changes;
    private final List<Part> parts;
    private final RequestJournal journal;
    private final ObjectMapper json;
    private final SseEmitter window;
    private final Map<String, String> sent = new HashMap<>();
    private long lastRequest;
    private long journalBegan;
    private volatile boolean closed;

    EventStream(Changes changes, List<Part> parts, RequestJournal journal, ObjectMapper json, SseEmitter window) {
        this.changes = changes;
        this.parts = parts;
        this.journal = journal;
        this.json = json;
        this.window = window;
    }

    /** Something that the page shows, and how to look at it. */
    record Part(String name, Supplier<?> data) {}

    @Override
    public void run() {
        try {
            while (!closed) {
                var seen = changes.count();
                sendChanges();
                TimeUnit.NANOSECONDS.sleep(SHORTEST_PAUSE.toNanos());
                changes.awaitMoreThan(seen, ALIVE.minus(SHORTEST_PAUSE));
                if (changes.count() == seen) {
                    send("alive", "{}");
                }
            }
        } catch (IOException | IllegalStateException windowClosed) {
            // The page has gone, or the server stops.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The window is gone. */
    void close() {
        closed = true;
        changes.signal();
    }

    private void sendChanges() throws IOException {
        for (var part : parts) {
            var text = text(part.data().get());
            if (!text.equals(sent.put(part.name(), text))) {
                send(part.name(), text);
            }
        }
        var requests = journal.after(lastRequest);
        if (!requests.entries().isEmpty() || requests.began() > journalBegan) {
            journalBegan = requests.began();
            lastRequest = requests.entries().isEmpty()
                    ? lastRequest
                    : requests.entries().getLast().number();
            send("journal", text(requests));
        }
    }

    private void send(String name, String data) throws IOException {
        window.send(SseEmitter.event().name(name).data(data));
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalArgumentException("The page's data cannot be written as JSON", notWritable);
        }
    }
}
