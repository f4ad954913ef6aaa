package io.feishuhire.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Timers and messages that an instance waits for, as the engine's records have them; and the engine's clock. */
final class OwnWaits {

    /** A timer that is due has to be noticed, too. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final JsonMapper JSON = new JsonMapper();

    private final EmbeddedEngine engine;
    private Duration ahead = Duration.ZERO;

    OwnWaits(EmbeddedEngine engine) {
        this.engine = engine;
    }

    /** Something that an element waits for. */
    sealed interface Wait {
        /** The element that waits, or the boundary event at it. */
        String elementId();
    }

    /** A timer that goes off at a time of the engine's clock. */
    record ForTimer(long key, String elementId, Instant due) implements Wait {}

    /** A message that has not been sent yet. */
    record ForMessage(long key, String elementId, String name, String correlationKey) implements Wait {}

    static Optional<ForTimer> firstTimer(List<Wait> waits) {
        return waits.stream()
                .filter(ForTimer.class::isInstance)
                .map(ForTimer.class::cast)
                .min(Comparator.comparing(ForTimer::due));
    }

    /** What a process instance waits for now. */
    List<Wait> of(long processInstanceKey) {
        var open = new LinkedHashMap<String, Wait>();
        for (var text : engine.records(processInstanceKey)) {
            var json = read(text);
            var key = json.path("valueType").asText() + json.path("key").asLong();
            var value = json.path("value");
            switch (json.path("valueType").asText() + " " + json.path("intent").asText()) {
                case "TIMER CREATED" ->
                    open.put(
                            key,
                            new ForTimer(
                                    json.path("key").asLong(),
                                    value.path("targetElementId").asText(),
                                    Instant.ofEpochMilli(value.path("dueDate").asLong())));
                case "PROCESS_MESSAGE_SUBSCRIPTION CREATED" ->
                    open.put(
                            key,
                            new ForMessage(
                                    json.path("key").asLong(),
                                    value.path("elementId").asText(),
                                    value.path("messageName").asText(),
                                    value.path("correlationKey").asText()));
                case "TIMER TRIGGERED",
                        "TIMER CANCELED",
                        "PROCESS_MESSAGE_SUBSCRIPTION CORRELATED",
                        "PROCESS_MESSAGE_SUBSCRIPTION DELETED" -> open.remove(key);
                default -> {}
            }
        }
        return List.copyOf(open.values());
    }

    /** How far the engine's clock is from a timer. */
    Duration untilDue(ForTimer timer, Instant now) {
        var left = Duration.between(now.plus(ahead), timer.due()).plus(MARGIN);
        return left.isNegative() ? MARGIN : left;
    }

    void moveClock(Duration by) {
        ahead = ahead.plus(by);
        engine.increaseTime(by);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("The engine's records are JSON", notJson);
        }
    }
}
