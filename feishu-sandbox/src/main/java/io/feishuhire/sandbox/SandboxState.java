package io.feishuhire.sandbox;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything a sandbox remembers. */
record SandboxState(
        SandboxSettings settings,
        Apps apps,
        World world,
        List<Route> routes,
        RateLimits rateLimits,
        ScriptedReplies scriptedReplies,
        Distance distance,
        AtomicBoolean down,
        Listeners listeners,
        Journal<RecordedRequest> requests) {

    static SandboxState of(SandboxSettings settings) {
        var world = new World(settings.clock(), settings.journalSize());
        var apps = new Apps(settings.clock(), settings.tokens());
        var routes = Routes.of(world, apps);
        var state = new SandboxState(
                settings,
                apps,
                world,
                routes,
                new RateLimits(settings.clock(), routes),
                new ScriptedReplies(),
                new Distance(),
                new AtomicBoolean(),
                new Listeners(),
                new Journal<>(settings.journalSize()));
        state.reset();
        return state;
    }

    /** As it was at the start; tokens answered so far are no longer valid, and listeners stay. */
    void reset() {
        apps.clear();
        apps.register(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
        rateLimits.reset();
        rateLimits.set(Endpoint.PUBLISH, settings.requestsPerSecond(), 0);
        world.reset();
        scriptedReplies.clear();
        distance.set(0, 0);
        down.set(false);
        requests.clear();
    }
}
