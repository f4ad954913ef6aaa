package io.feishuhire.sandbox;

/** Everything a sandbox remembers. */
record Tenant(
        SandboxSettings settings,
        Apps apps,
        RateLimit rateLimit,
        Advertisements advertisements,
        Scripts scripts,
        Distance distance,
        Journal<RecordedRequest> requests) {

    static Tenant of(SandboxSettings settings) {
        Tenant tenant = new Tenant(
                settings,
                new Apps(settings.clock(), settings.tokens()),
                new RateLimit(settings.clock(), settings.requestsPerSecond()),
                new Advertisements(settings.clock(), settings.journalSize()),
                new Scripts(),
                new Distance(),
                new Journal<>(settings.journalSize()));
        tenant.reset();
        return tenant;
    }

    /** As it was at the start; tokens answered so far are no longer valid. */
    void reset() {
        apps.clear();
        apps.register(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
        rateLimit.set(settings.requestsPerSecond());
        advertisements.clear();
        scripts.clear();
        distance.set(0, 0);
        requests.clear();
    }
}
