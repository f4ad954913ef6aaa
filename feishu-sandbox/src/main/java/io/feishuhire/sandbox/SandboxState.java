package io.feishuhire.sandbox;

/** Everything a sandbox remembers. */
record SandboxState(
        SandboxSettings settings,
        Apps apps,
        RateLimit rateLimit,
        Advertisements advertisements,
        ScriptedReplies scriptedReplies,
        Distance distance,
        Journal<RecordedRequest> requests) {

    static SandboxState of(SandboxSettings settings) {
        var state = new SandboxState(
                settings,
                new Apps(settings.clock(), settings.tokens()),
                new RateLimit(settings.clock(), settings.requestsPerSecond()),
                new Advertisements(settings.clock(), settings.journalSize()),
                new ScriptedReplies(),
                new Distance(),
                new Journal<>(settings.journalSize()));
        state.reset();
        return state;
    }

    /** As it was at the start; tokens answered so far are no longer valid. */
    void reset() {
        apps.clear();
        apps.register(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
        rateLimit.set(settings.requestsPerSecond());
        advertisements.clear();
        scriptedReplies.clear();
        distance.set(0, 0);
        requests.clear();
    }
}
