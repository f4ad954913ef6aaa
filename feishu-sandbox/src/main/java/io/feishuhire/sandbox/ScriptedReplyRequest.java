package io.feishuhire.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reply that was ordered over HTTP: a Feishu error ({@code httpStatus}, {@code code}, {@code msg}, {@code fields}) or
 * a named {@code fault}, for a number of requests or for all.
 */
record ScriptedReplyRequest(Endpoint endpoint, Reply reply, int times, boolean always) {

    private static final int MOST_TIMES = 10_000;

    static ScriptedReplyRequest read(ObjectMapper json, JsonNode input) {
        Endpoint endpoint = Endpoint.named(JsonFields.requiredText(input, "endpoint"))
                .orElseThrow(() -> new IllegalArgumentException("\"endpoint\" is token, publish or other."));
        boolean always = input.has("always") && JsonFields.requiredBoolean(input, "always");
        int times = JsonFields.optionalInt(input, "times", 1);
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("\"times\" is between 1 and " + MOST_TIMES + ".");
        }
        Reply reply = input.has("fault") ? fault(input) : error(json, input);
        int delay = JsonFields.optionalInt(input, "delayMillis", 0);
        return new ScriptedReplyRequest(
                endpoint, delay == 0 ? reply : Reply.delay(Duration.ofMillis(delay), reply), times, always);
    }

    void placeIn(ScriptedReplies scriptedReplies) {
        if (always && reply instanceof ReplyForm.Ordinary) {
            scriptedReplies.resetReplies(endpoint);
        } else if (always) {
            scriptedReplies.always(endpoint, reply);
        } else {
            scriptedReplies.next(endpoint, Collections.nCopies(times, reply));
        }
    }

    private static Reply error(ObjectMapper json, JsonNode input) {
        if (!input.has("code")) {
            throw new IllegalArgumentException(
                    "A reply needs a \"code\" (and \"httpStatus\", \"msg\") or a \"fault\".");
        }
        JsonNode fields = input.path("fields");
        if (!fields.isMissingNode() && !fields.isObject()) {
            throw new IllegalArgumentException("\"fields\" must be a JSON object.");
        }
        Map<?, ?> further = fields.isObject() ? json.convertValue(fields, Map.class) : Map.of();
        Map<String, Object> named = new LinkedHashMap<>();
        further.forEach((name, value) -> named.put((String) name, value));
        return Reply.error(
                JsonFields.optionalInt(input, "httpStatus", 400),
                JsonFields.requiredInt(input, "code"),
                JsonFields.optionalText(input, "msg", "scripted reply"),
                named);
    }

    private static Reply fault(JsonNode input) {
        return switch (JsonFields.requiredText(input, "fault")) {
            case "ordinary" -> Reply.fromSandbox();
            case "system-error" -> Reply.systemError();
            case "internal-error" -> Reply.internalError();
            case "rate-limited" -> Reply.rateLimited(JsonFields.optionalText(input, "resetSeconds", "1"));
            case "scope-missing" ->
                Reply.scopeMissing(JsonFields.optionalText(input, "appId", FeishuSandbox.DEFAULT_APP_ID));
            case "gateway-failure" -> Reply.gatewayFailure();
            case "truncated-json" -> Reply.truncatedJson();
            case "redirect" -> Reply.redirect(JsonFields.requiredText(input, "location"));
            case "huge" -> Reply.huge(JsonFields.optionalInt(input, "bytes", 200_000_000));
            case "dribble" ->
                Reply.dribble(
                        Duration.ofMillis(JsonFields.optionalInt(input, "dribbleMillis", 30_000)), Reply.fromSandbox());
            case "connection-reset" -> Reply.connectionReset();
            case "empty-reply" -> Reply.emptyReply();
            case "never-answers" -> Reply.neverAnswers();
            default ->
                throw new IllegalArgumentException("\"fault\" is ordinary, system-error, internal-error, rate-limited, "
                        + "scope-missing, gateway-failure, truncated-json, redirect, huge, dribble, connection-reset, "
                        + "empty-reply or never-answers.");
        };
    }
}
