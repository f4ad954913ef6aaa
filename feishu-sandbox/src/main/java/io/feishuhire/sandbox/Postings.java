package io.feishuhire.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What was published on which channel, and what is online there. Guarded by the world's lock. */
final class Postings {

    private final Map<String, Map<String, Posting>> byChannel = new LinkedHashMap<>();

    Optional<Posting> find(String channel, String advertisementId) {
        return Optional.ofNullable(on(channel).get(advertisementId));
    }

    /** In the order of their first publication. */
    List<Posting> of(String channel) {
        return List.copyOf(on(channel).values());
    }

    /** Those that something was ever published to; null among them if a publish call named none. */
    List<String> channels() {
        return new ArrayList<>(byChannel.keySet());
    }

    void publish(String channel, String advertisementId, Instant at) {
        byChannel
                .computeIfAbsent(channel, newChannel -> new LinkedHashMap<>())
                .compute(
                        advertisementId,
                        (id, known) -> known == null ? new Posting(id, channel, at, at, at) : known.publishedAgain(at));
    }

    void takeOffline(Collection<String> advertisementIds) {
        change(advertisementIds, Posting::online, Posting::takenOffline);
    }

    void bringBack(Collection<String> advertisementIds, Instant at) {
        change(advertisementIds, Predicate.not(Posting::online), posting -> posting.publishedAgain(at));
    }

    void clear() {
        byChannel.clear();
    }

    private void change(
            Collection<String> advertisementIds, Predicate<Posting> affected, UnaryOperator<Posting> change) {
        for (var channel : byChannel.values()) {
            for (var id : advertisementIds) {
                channel.computeIfPresent(
                        id, (same, posting) -> affected.test(posting) ? change.apply(posting) : posting);
            }
        }
    }

    private Map<String, Posting> on(String channel) {
        return byChannel.getOrDefault(channel, Map.of());
    }
}
