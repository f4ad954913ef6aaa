package io.feishuhire.sandbox;

import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What the sandbox answers when a script decides: see {@link FeishuSandbox#next} and {@link FeishuSandbox#always}.
 * Codes and bodies are those of Feishu's "publish a job advertisement" page, its general error codes and its rate limit
 * page.
 */
public sealed interface Reply permits ReplyForm {

    /** What the sandbox would have answered anyway: for a script that fails once, works once and fails again. */
    static Reply fromSandbox() {
        return new ReplyForm.Ordinary();
    }

    /**
     * A Feishu error without an {@code error} object.
     *
     * @param httpStatus the HTTP status, such as 400
     * @param code Feishu's code, such as 1002613
     * @param msg the {@code msg} beside it
     */
    static Reply error(int httpStatus, int code, String msg) {
        return ReplyForm.FeishuBody.error(httpStatus, code, msg, Map.of(), Map.of());
    }

    /**
     * A Feishu error with more top-level fields than {@code code} and {@code msg}. If {@code error} is among them and
     * an object, the sandbox puts the log id of the exchange into its {@code log_id}, or into its {@code logid} if it
     * has that one.
     *
     * @param fields the further fields; values are what Jackson writes as JSON
     */
    static Reply error(int httpStatus, int code, String msg, Map<String, ?> fields) {
        return ReplyForm.FeishuBody.error(httpStatus, code, msg, fields, Map.of());
    }

    /** 99991672, the app lacks the scope {@code hire:advertisement}, with the {@code error} object of real replies. */
    static Reply scopeMissing(String appId) {
        return GatewayErrors.scopeMissing(appId, Scopes.PUBLISH);
    }

    /** The same in the spelling of Feishu's generic pages: {@code logid}, and violations as {@code {scope,url}}. */
    static Reply scopeMissingAsDocumented(String appId) {
        return GatewayErrors.scopeMissingAsDocumented(appId);
    }

    /** 1002001 with HTTP 500, "system error". */
    static Reply systemError() {
        return error(500, 1_002_001, "system error");
    }

    /** 2200 with HTTP 500, the gateway's "internal error". */
    static Reply internalError() {
        return error(500, 2200, "internal error");
    }

    /**
     * HTTP 429 with 99991400.
     *
     * @param resetSeconds the value of {@code x-ogw-ratelimit-reset} as it is to stand there, such as "1" or "0.5"
     */
    static Reply rateLimited(String resetSeconds) {
        return GatewayErrors.rateLimited("10", resetSeconds);
    }

    /** HTTP 502 with a page of HTML, as a gateway in between answers. */
    static Reply gatewayFailure() {
        var page = """
                <html>
                <head><title>502 Bad Gateway</title></head>
                <body>
                <center><h1>502 Bad Gateway</h1></center>
                </body>
                </html>
                """;
        return raw(502, "text/html", page, Map.of());
    }

    /** HTTP 200 with JSON that breaks off in the middle. */
    static Reply truncatedJson() {
        return raw(200, ReplyForm.JSON, "{\"code\":0,\"msg\":\"ok\",\"da", Map.of());
    }

    /** HTTP 302 to the given location. */
    static Reply redirect(String location) {
        return raw(302, "text/html", "", Map.of("Location", location));
    }

    /**
     * Anything.
     *
     * @param httpStatus the HTTP status
     * @param contentType the value of Content-Type
     * @param body the bytes of the body
     * @param headers further headers
     */
    static Reply raw(int httpStatus, String contentType, byte[] body, Map<String, String> headers) {
        return new ReplyForm.Raw(httpStatus, contentType, body, headers);
    }

    /** Anything, the body being text that is sent in UTF-8. */
    static Reply raw(int httpStatus, String contentType, String body, Map<String, String> headers) {
        return raw(httpStatus, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** HTTP 200 with JSON of about the given size, made while it is sent. */
    static Reply huge(long bytes) {
        return new ReplyForm.Huge(bytes);
    }

    /**
     * A reply that leaves later. The call itself takes effect at once: this is how a client's time-out meets an
     * advertisement that was published all the same.
     *
     * @param duration how long to wait, in real time whatever the sandbox's clock
     * @param then the reply
     */
    static Reply delay(Duration duration, Reply then) {
        return new ReplyForm.Delayed(duration, then);
    }

    /**
     * A reply that hides a success: the call takes effect, and the client gets this reply. For example, the sandbox
     * creates a job, and the answer with its ids is lost. A call that the sandbox refuses gets its usual answer.
     *
     * @param then the reply, such as {@link #systemError} or {@link #connectionReset}
     */
    static Reply afterEffect(Reply then) {
        return new ReplyForm.AfterEffect(then);
    }

    /**
     * A reply whose body comes byte by byte.
     *
     * @param duration how long the whole body takes, in real time
     * @param then the reply; one without a body comes as it is
     */
    static Reply dribble(Duration duration, Reply then) {
        return new ReplyForm.Dribbled(duration, then);
    }

    /** The connection is reset (TCP RST) instead of a reply. */
    static Reply connectionReset() {
        return new ReplyForm.Broken(Fault.CONNECTION_RESET_BY_PEER);
    }

    /** The connection is closed without a byte. */
    static Reply emptyReply() {
        return new ReplyForm.Broken(Fault.EMPTY_RESPONSE);
    }

    /** Nothing comes, and the connection stays open for ten minutes or until the sandbox is closed. */
    static Reply neverAnswers() {
        return delay(Duration.ofMinutes(10), new ReplyForm.Broken(Fault.EMPTY_RESPONSE));
    }
}
