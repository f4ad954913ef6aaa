package io.feishuhire.playground;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalLong;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of what changes. */
@RestController
final class EventsApi {

    private static final long UNTIL_THE_WINDOW_CLOSES = -1;

    private final Playground playground;
    private final PageView view;
    private final ObjectMapper json;

    EventsApi(Playground playground, PageView view, ObjectMapper json) {
        this.playground = playground;
        this.view = view;
        this.json = json;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestParam(required = false) Long instance) {
        var window = new SseEmitter(UNTIL_THE_WINDOW_CLOSES);
        var selected = instance == null ? OptionalLong.empty() : OptionalLong.of(instance);
        var stream = new EventStream(playground.changes(), view.parts(selected), playground.journal(), json, window);
        window.onCompletion(stream::close);
        window.onError(gone -> stream.close());
        // A thread of its own for each window, of which there are few: it mostly waits.
        Thread.ofPlatform().daemon().name("events").start(stream);
        return window;
    }
}
