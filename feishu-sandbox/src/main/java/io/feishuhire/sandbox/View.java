package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the controls show, without any credentials. */
final class View {

    private final Tenant tenant;

    View(Tenant tenant) {
        this.tenant = tenant;
    }

    static String name(Advertisements.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, Object> state() {
        Map<String, Object> apps = new LinkedHashMap<>();
        tenant.apps().scopes().forEach((appId, scope) -> apps.put(appId, Map.of("scope", scope)));
        Map<String, Object> jobs = new LinkedHashMap<>();
        tenant.advertisements().states().forEach((id, state) -> jobs.put(id, name(state)));
        Map<String, Object> replies = new LinkedHashMap<>();
        for (Endpoint endpoint : Endpoint.values()) {
            replies.put(
                    endpoint.lowerCaseName(),
                    Map.of(
                            "queued", tenant.scripts().queued(endpoint),
                            "always", tenant.scripts().standing(endpoint)));
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("apiSync", tenant.advertisements().apiSync());
        state.put("rateLimit", Map.of("perSecond", tenant.rateLimit().perSecond()));
        state.put("distance", tenant.distance().state());
        state.put("apps", apps);
        state.put("jobs", jobs);
        state.put("replies", replies);
        state.put("requests", tenant.requests().count());
        state.put("published", tenant.advertisements().publishedCount());
        return state;
    }

    List<Map<String, Object>> requests() {
        return tenant.requests().entries().stream().map(View::request).toList();
    }

    List<Map<String, Object>> published() {
        return tenant.advertisements().published().stream().map(View::published).toList();
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
