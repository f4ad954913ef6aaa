package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** The controls of apps, limits, distance, outage and scripted replies. */
final class SettingControls {

    private final SandboxState state;

    SettingControls(SandboxState state) {
        this.state = state;
    }

    void app(ControlInput input) {
        var appId = input.id("app_id");
        var registered = state.apps().find(appId).isPresent();
        if (!input.has("secret") && !input.has("scope") && !input.has("scopes")) {
            throw new IllegalArgumentException("An app takes \"secret\" (text), \"scope\" (true or false: that of "
                    + "publishing) and \"scopes\" (true or false by name).");
        }
        if (!input.has("secret") && !registered) {
            throw new IllegalArgumentException("A new app needs a \"secret\".");
        }
        var scopes = scopes(input);
        if (input.has("secret")) {
            state.apps().put(appId, input.requiredText("secret"));
        }
        scopes.forEach((scope, granted) -> state.apps().scope(appId, scope, granted));
    }

    private static Map<String, Boolean> scopes(ControlInput input) {
        var scopes = new LinkedHashMap<String, Boolean>();
        if (input.has("scope")) {
            scopes.put(Scopes.PUBLISH.getFirst(), input.requiredBoolean("scope"));
        }
        scopes.putAll(input.booleans("scopes"));
        return scopes;
    }

    void rateLimit(ControlInput input) {
        state.rateLimits()
                .set(
                        endpoint(input.optionalText("endpoint", "publish")),
                        input.requiredInt("perSecond"),
                        input.optionalInt("perMinute", 0));
    }

    void distance(ControlInput input) {
        state.distance().set(input.requiredInt("roundTripMillis"), input.optionalInt("jitterMillis", 0));
    }

    void down(ControlInput input) {
        state.down().set(input.requiredBoolean("enabled"));
    }

    void replies(ControlInput input) {
        ScriptedReplyRequest.read(endpoint(input.requiredText("endpoint")), input)
                .placeIn(state.scriptedReplies());
    }

    private static Endpoint endpoint(String name) {
        return Endpoint.named(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("\"endpoint\" is one of those that GET /sandbox lists under "
                                + "\"replies\", such as token, publish or other."));
    }
}
