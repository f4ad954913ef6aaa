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
        var world = state.world();
        var jobs = new LinkedHashMap<String, Object>();
        world.advertisements().states().forEach((id, job) -> jobs.put(id, name(job)));
        var view = new LinkedHashMap<String, Object>();
        view.put("down", state.down().get());
        view.put("apiSync", world.advertisements().apiSync());
        view.put("guesses", guesses());
        view.put("rateLimit", limits(Endpoint.PUBLISH));
        view.put("rateLimits", rateLimits());
        view.put("distance", state.distance().state());
        view.put("apps", apps());
        view.put("websites", world.websites().all());
        view.put("jobs", jobs);
        view.put("departmentsOutOfRange", world.departments().outOfRange());
        view.put("jobLocks", world.jobLife().locks().state());
        view.put("requiredJobFields", world.jobLife().forms().requiredByTenant());
        view.put("peopleOutOfRange", world.people().outOfRange());
        view.put("replies", replies());
        view.put("requests", state.requests().count());
        view.put("published", world.advertisements().publishedCount());
        view.put("createdJobs", world.jobLife().createdCount());
        return view;
    }

    List<Map<String, Object>> requests() {
        return state.requests().entries().stream().map(StateView::request).toList();
    }

    List<Map<String, Object>> published() {
        return state.world().advertisements().published().stream()
                .map(StateView::published)
                .toList();
    }

    List<Map<String, Object>> createdJobs() {
        return state.world().jobLife().created().stream()
                .map(StateView::createdJob)
                .toList();
    }

    private Map<String, Object> guesses() {
        var guesses = state.world().guesses();
        var view = new LinkedHashMap<String, Object>();
        view.put("delayUntilSeenMillis", guesses.delayUntilSeen().toMillis());
        view.put("anotherIdOnWebsites", guesses.anotherIdOnWebsites());
        view.put("refusePublishingTwice", guesses.publishingTwiceRefused());
        view.put("acceptUnknownChannels", guesses.unknownChannelsAccepted());
        view.put("bringBackByReopening", guesses.broughtBackByReopening());
        view.put("numberWebsitesLikeChannels", guesses.websitesNumberedLikeChannels());
        view.put("readJobsByWritingScope", guesses.jobsReadByWritingScope());
        view.put("delayUntilListedMillis", guesses.delayUntilListed().toMillis());
        view.put("duplicateCodeError", guesses.duplicateCodeError());
        view.put("closeWithoutApiSync", guesses.closedWithoutApiSync());
        view.put("closeUnknownJobError", guesses.unknownJobError());
        return view;
    }

    private Map<String, Object> rateLimits() {
        var view = new LinkedHashMap<String, Object>();
        state.rateLimits().endpoints().forEach(endpoint -> view.put(endpoint.lowerCaseName(), limits(endpoint)));
        return view;
    }

    private Map<String, Object> limits(Endpoint endpoint) {
        var limits = state.rateLimits().of(endpoint);
        return Map.of("perSecond", limits.perSecond(), "perMinute", limits.perMinute());
    }

    private Map<String, Object> apps() {
        var view = new LinkedHashMap<String, Object>();
        state.apps().scopes().forEach((appId, scopes) -> {
            var publishes = scopes.getOrDefault(Scopes.PUBLISH.getFirst(), false);
            view.put(appId, Map.of("scope", publishes, "scopes", scopes));
        });
        return view;
    }

    private Map<String, Object> replies() {
        var view = new LinkedHashMap<String, Object>();
        for (var endpoint : Endpoint.values()) {
            var scripted = state.scriptedReplies();
            view.put(
                    endpoint.lowerCaseName(),
                    Map.of("queued", scripted.queued(endpoint), "always", scripted.standing(endpoint)));
        }
        return view;
    }

    private static Map<String, Object> request(RecordedRequest recorded) {
        var shown = recorded.redacted();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("endpoint", shown.endpoint().lowerCaseName());
        fields.put("method", shown.method());
        fields.put("path", shown.path());
        fields.put("headers", shown.headers());
        fields.put("body", shown.body());
        fields.put("receivedAt", shown.receivedAt().toString());
        fields.put("status", shown.status());
        fields.put("code", shown.code());
        fields.put("logId", shown.logId());
        fields.put("reply", shown.reply());
        return fields;
    }

    private static Map<String, Object> published(PublishedAdvertisement advertisement) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("advertisementId", advertisement.advertisementId());
        fields.put("jobChannelId", advertisement.jobChannelId());
        fields.put("appId", advertisement.appId());
        fields.put("at", advertisement.at().toString());
        return fields;
    }

    private static Map<String, Object> createdJob(CreatedJob job) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("jobId", job.jobId());
        fields.put("advertisementId", job.advertisementId());
        fields.put("code", job.code());
        fields.put("title", job.title());
        fields.put("appId", job.appId());
        fields.put("at", job.at().toString());
        return fields;
    }
}
