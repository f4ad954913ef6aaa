package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Feishu Hire behind the gateway: the switch, the state of the jobs, and what was published. */
final class Advertisements {

    enum State {
        OPEN,
        CLOSED,
        NOT_COMPLIANT
    }

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final InstantSource clock;
    private final Map<String, State> states = new TreeMap<>();
    private final Journal<PublishedAdvertisement> published;
    private boolean apiSync = true;

    Advertisements(InstantSource clock, int journalSize) {
        this.clock = clock;
        this.published = new Journal<>(journalSize);
    }

    synchronized void apiSync(boolean enabled) {
        apiSync = enabled;
    }

    synchronized boolean apiSync() {
        return apiSync;
    }

    synchronized void set(String advertisementId, State state) {
        if (!isId(advertisementId)) {
            throw new IllegalArgumentException("An advertisement id is a string of digits");
        }
        if (state == State.OPEN) {
            states.remove(advertisementId);
        } else {
            states.put(advertisementId, state);
        }
    }

    /** The advertisements that are not open. */
    synchronized Map<String, State> states() {
        return new TreeMap<>(states);
    }

    synchronized ReplyForm publish(String appId, String advertisementId, String jobChannelId) {
        if (!isId(advertisementId) || (jobChannelId != null && !isId(jobChannelId))) {
            return invalidParameter();
        }
        if (!apiSync) {
            return ReplyForm.FeishuBody.error(400, 1_002_613, "sync job by api is not enabled", Map.of(), Map.of());
        }
        return switch (states.getOrDefault(advertisementId, State.OPEN)) {
            case CLOSED -> ReplyForm.FeishuBody.error(400, 1_002_609, "job is closed", Map.of(), Map.of());
            case NOT_COMPLIANT ->
                ReplyForm.FeishuBody.error(400, 1_002_624, "job advertisement is not compliant", Map.of(), Map.of());
            case OPEN -> {
                published.add(new PublishedAdvertisement(advertisementId, jobChannelId, appId, clock.instant()));
                yield ReplyForm.FeishuBody.ok(Map.of("data", Map.of()));
            }
        };
    }

    static ReplyForm invalidParameter() {
        return ReplyForm.FeishuBody.error(400, 1_002_002, "parameter error", Map.of(), Map.of());
    }

    List<PublishedAdvertisement> published() {
        return published.entries();
    }

    int publishedCount() {
        return published.count();
    }

    synchronized void clear() {
        apiSync = true;
        states.clear();
        published.clear();
    }

    private static boolean isId(String text) {
        return DIGITS.matcher(text).matches();
    }
}
