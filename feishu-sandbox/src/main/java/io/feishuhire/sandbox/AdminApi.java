package io.feishuhire.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;

/** The sandbox's own switches over HTTP, under {@code /sandbox}. */
final class AdminApi {

    private static final String ROOT = "/sandbox";

    private final ObjectMapper json;
    private final SandboxState state;
    private final StateView view;

    AdminApi(ObjectMapper json, SandboxState state) {
        this.json = json;
        this.state = state;
        this.view = new StateView(state);
    }

    static boolean isControl(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** Answers JSON: what was asked for, or {@code {"error":"…"}} with 400 or 404. */
    Reply answer(String method, String path, String body) {
        String[] names = path.substring(ROOT.length()).split("/", 3);
        try {
            return names.length < 3 ? route(method + " " + path, body) : routeNamed(method, names[1], names[2], body);
        } catch (IllegalArgumentException invalid) {
            return sentence(400, invalid.getMessage());
        }
    }

    private Reply route(String call, String body) {
        return switch (call) {
            case "GET /sandbox" -> found(view.state());
            case "DELETE /sandbox" -> done(state::reset);
            case "GET /sandbox/requests" -> found(Map.of("requests", view.requests()));
            case "GET /sandbox/published" -> found(Map.of("published", view.published()));
            case "PUT /sandbox/api-sync" -> apiSync(read(body));
            case "PUT /sandbox/rate-limit" -> rateLimit(read(body));
            case "PUT /sandbox/distance" -> distance(read(body));
            case "POST /sandbox/revoke-tokens" -> done(state.apps()::revokeTokens);
            case "POST /sandbox/replies" -> replies(read(body));
            default -> unknown();
        };
    }

    private Reply routeNamed(String method, String kind, String id, String body) {
        return switch (method + " " + kind) {
            case "PUT jobs" -> job(id, read(body));
            case "PUT apps" -> app(id, read(body));
            default -> unknown();
        };
    }

    private static Reply unknown() {
        return sentence(404, "There is no such control. GET /sandbox shows the state; the README lists the rest.");
    }

    private Reply apiSync(JsonNode input) {
        boolean enabled = JsonFields.requiredBoolean(input, "enabled");
        return done(() -> state.advertisements().apiSync(enabled));
    }

    private Reply rateLimit(JsonNode input) {
        int perSecond = JsonFields.requiredInt(input, "perSecond");
        return done(() -> state.rateLimit().set(perSecond));
    }

    private Reply distance(JsonNode input) {
        int roundTrip = JsonFields.requiredInt(input, "roundTripMillis");
        int jitter = JsonFields.optionalInt(input, "jitterMillis", 0);
        return done(() -> state.distance().set(roundTrip, jitter));
    }

    private Reply job(String advertisementId, JsonNode input) {
        String name = JsonFields.requiredText(input, "state");
        Advertisements.State jobState = Arrays.stream(Advertisements.State.values())
                .filter(candidate -> StateView.name(candidate).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"state\" is open, closed or not-compliant."));
        return done(() -> state.advertisements().set(advertisementId, jobState));
    }

    private Reply app(String appId, JsonNode input) {
        boolean registered = state.apps().find(appId).isPresent();
        if (!input.has("secret") && !input.has("scope")) {
            throw new IllegalArgumentException("An app takes \"secret\" (text), \"scope\" (true or false) or both.");
        }
        if (!input.has("secret") && !registered) {
            throw new IllegalArgumentException("A new app needs a \"secret\".");
        }
        boolean scope = input.has("scope") && JsonFields.requiredBoolean(input, "scope");
        if (input.has("secret")) {
            state.apps().put(appId, JsonFields.requiredText(input, "secret"));
        }
        if (input.has("scope")) {
            state.apps().scope(appId, scope);
        }
        return done(() -> {});
    }

    private Reply replies(JsonNode input) {
        ScriptedReplyRequest order = ScriptedReplyRequest.read(json, input);
        return done(() -> order.placeIn(state.scriptedReplies()));
    }

    private JsonNode read(String body) {
        try {
            JsonNode input = json.readTree(body);
            if (input.isObject()) {
                return input;
            }
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("The body is not JSON.", notJson);
        }
        throw new IllegalArgumentException("The body must be a JSON object.");
    }

    private Reply done(Runnable change) {
        change.run();
        return found(view.state());
    }

    private static Reply found(Map<String, Object> fields) {
        return new ReplyForm.FeishuBody(200, 0, fields, Map.of());
    }

    private static Reply sentence(int status, String sentence) {
        return new ReplyForm.FeishuBody(status, 0, Map.of("error", sentence), Map.of());
    }
}
