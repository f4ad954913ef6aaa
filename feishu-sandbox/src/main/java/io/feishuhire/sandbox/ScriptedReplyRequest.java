package io.feishuhire.sandbox;

import java.time.Duration;
import java.util.Collections;

/**
 * A reply that was ordered over HTTP: a Feishu error ({@code httpStatus}, {@code code}, {@code msg}, {@code fields}) or
 * a named {@code fault}, for a number of requests or for all; with {@code afterEffect} the call takes effect before.
 */
record ScriptedReplyRequest(Endpoint endpoint, Reply reply, int times, boolean always) {

    private static final int MOST_TIMES = 10_000;

    static ScriptedReplyRequest read(Endpoint endpoint, ControlInput input) {
        var always = input.optionalBoolean("always", false);
        var times = input.optionalInt("times", 1);
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("\"times\" is between 1 and " + MOST_TIMES + ".");
        }
        var answered = input.has("fault") ? fault(input) : error(input);
        var reply = input.optionalBoolean("afterEffect", false) ? Reply.afterEffect(answered) : answered;
        var delay = input.optionalInt("delayMillis", 0);
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

    private static Reply error(ControlInput input) {
        if (!input.has("code")) {
            throw new IllegalArgumentException(
                    "A reply needs a \"code\" (and \"httpStatus\", \"msg\") or a \"fault\".");
        }
        return Reply.error(
                input.optionalInt("httpStatus", 400),
                input.requiredInt("code"),
                input.optionalText("msg", "scripted reply"),
                input.object("fields"));
    }

    private static Reply fault(ControlInput input) {
        return switch (input.requiredText("fault")) {
            case "ordinary" -> Reply.fromSandbox();
            case "system-error" -> Reply.systemError();
            case "internal-error" -> Reply.internalError();
            case "rate-limited" -> Reply.rateLimited(input.optionalText("resetSeconds", "1"));
            case "scope-missing" -> Reply.scopeMissing(input.optionalText("appId", FeishuSandbox.DEFAULT_APP_ID));
            case "gateway-failure" -> Reply.gatewayFailure();
            case "truncated-json" -> Reply.truncatedJson();
            case "redirect" -> Reply.redirect(input.requiredText("location"));
            case "huge" -> Reply.huge(input.optionalInt("bytes", 200_000_000));
            case "dribble" ->
                Reply.dribble(Duration.ofMillis(input.optionalInt("dribbleMillis", 30_000)), Reply.fromSandbox());
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
