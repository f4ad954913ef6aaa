package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the admin API shows, without any credentials. */
final class StateView {

    private final SandboxState state;

    StateView(SandboxState state) {
        this.state = state;
    }

    static String name(Advertisements.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, Object> state() {
        Map<String, Object> apps = new LinkedHashMap<>();
        state.apps().scopes().forEach((appId, scope) -> apps.put(appId, Map.of("scope", scope)));
        Map<String, Object> jobs = new LinkedHashMap<>();
        state.advertisements().states().forEach((id, job) -> jobs.put(id, name(job)));
        Map<String, Object> replies = new LinkedHashMap<>();
        for (Endpoint endpoint : Endpoint.values()) {
            replies.put(
                    endpoint.lowerCaseName(),
                    Map.of(
                            "queued", state.scriptedReplies().queued(endpoint),
                            "always", state.scriptedReplies().standing(endpoint)));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("apiSync", state.advertisements().apiSync());
        view.put("rateLimit", Map.of("perSecond", state.rateLimit().perSecond()));
        view.put("distance", state.distance().state());
        view.put("apps", apps);
        view.put("jobs", jobs);
        view.put("replies", replies);
        view.put("requests", state.requests().count());
        view.put("published", state.advertisements().publishedCount());
        return view;
    }

    List<Map<String, Object>> requests() {
        return state.requests().entries().stream().map(StateView::request).toList();
    }

    List<Map<String, Object>> published() {
        return state.advertisements().published().stream()
                .map(StateView::published)
                .toList();
    }

    private static Map<String, Object> request(RecordedRequest recorded) {
        RecordedRequest shown = recorded.redacted();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("endpoint", shown.endpoint().lowerCaseName());
        fields.put("method", shown.method());
        fields.put("path", shown.path());
        fields.put("headers", shown.headers());
        fields.put("body", shown.body());
        fields.put("receivedAt", shown.receivedAt().toString());
        fields.put("status", shown.status());
        fields.put("code", shown.code());
        fields.put("logId", shown.logId());
        return fields;
    }

    private static Map<String, Object> published(PublishedAdvertisement advertisement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("advertisementId", advertisement.advertisementId());
        fields.put("jobChannelId", advertisement.jobChannelId());
        fields.put("appId", advertisement.appId());
        fields.put("at", advertisement.at().toString());
        return fields;
    }
}
