package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recruitment websites. Guarded by the world's lock. */
final class Websites {

    private final Guesses guesses;
    private final Map<String, Website> byId = new LinkedHashMap<>();

    Websites(Guesses guesses) {
        this.guesses = guesses;
    }

    /** A website of the same id is replaced. */
    void add(Website website) {
        byId.put(website.id(), website);
    }

    void clear() {
        byId.clear();
    }

    /** By the id that the sandbox shows now. */
    Optional<Website> find(String websiteId) {
        return byId.values().stream()
                .filter(website -> shownId(website).equals(websiteId))
                .findFirst();
    }

    /** Not the website's own id, which is another number. */
    boolean haveChannel(String jobChannelId) {
        return byId.values().stream().anyMatch(website -> website.jobChannelId().equals(jobChannelId));
    }

    /** In the order in which they were added. */
    List<Website> added() {
        return List.copyOf(byId.values());
    }

    Pages.Listing<Website> list(Call call) {
        return new Pages.Listing<>(added(), this::fields);
    }

    Map<String, Object> fields(Website website) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", shownId(website));
        fields.put("name", website.name().fields());
        fields.put("process_type_list", website.processTypes());
        fields.put("job_channel_id", website.jobChannelId());
        return fields;
    }

    List<Map<String, Object>> all() {
        return byId.values().stream().map(this::fields).toList();
    }

    /** The id that the calls show now. */
    String shownId(Website website) {
        return guesses.websitesNumberedLikeChannels() ? website.jobChannelId() : website.id();
    }
}
