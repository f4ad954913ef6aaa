package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limit of each call. Calls are counted apart. */
final class RateLimits {

    private final Map<Endpoint, RateLimit> limits = new EnumMap<>(Endpoint.class);
    private final Map<Endpoint, RateLimit.Limits> defaults = new EnumMap<>(Endpoint.class);

    RateLimits(InstantSource clock, List<Route> routes) {
        for (var route : routes) {
            defaults.put(route.endpoint(), route.limits());
            limits.put(route.endpoint(), new RateLimit(clock, route.limits()));
        }
    }

    void set(Endpoint endpoint, int perSecond, int perMinute) {
        limit(endpoint).set(new RateLimit.Limits(perSecond, perMinute));
    }

    Optional<RateLimit.Refusal> take(Endpoint endpoint, String appId) {
        return limit(endpoint).take(appId);
    }

    RateLimit.Limits of(Endpoint endpoint) {
        return limit(endpoint).limits();
    }

    /** The calls that have a limit to be set. */
    Iterable<Endpoint> endpoints() {
        return defaults.keySet();
    }

    void reset() {
        defaults.forEach((endpoint, byDefault) -> limits.get(endpoint).set(byDefault));
    }

    private RateLimit limit(Endpoint endpoint) {
        var limit = limits.get(endpoint);
        if (limit == null) {
            throw new IllegalArgumentException("The sandbox counts no requests of " + endpoint.lowerCaseName() + ".");
        }
        return limit;
    }
}
