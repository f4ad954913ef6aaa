package io.feishuhire.connector.faults;

import static io.feishuhire.connector.ConfidentialWords.TOKEN_MARK;
import static io.feishuhire.connector.faults.Answers.CLOSE;
import static io.feishuhire.connector.faults.Answers.HALF_CLOSE;
import static io.feishuhire.connector.faults.Answers.RESET;
import static io.feishuhire.connector.faults.Answers.SILENCE;
import static io.feishuhire.connector.faults.Answers.SUCCESS;
import static io.feishuhire.connector.faults.Answers.TOKEN;
import static io.feishuhire.connector.faults.Answers.TOKEN_JSON;
import static io.feishuhire.connector.faults.Answers.brokenOff;
import static io.feishuhire.connector.faults.Answers.dripping;
import static io.feishuhire.connector.faults.Answers.error;
import static io.feishuhire.connector.faults.Answers.flooding;
import static io.feishuhire.connector.faults.Answers.gzip;
import static io.feishuhire.connector.faults.Answers.html;
import static io.feishuhire.connector.faults.Answers.in;
import static io.feishuhire.connector.faults.Answers.json;
import static io.feishuhire.connector.faults.Answers.raw;
import static io.feishuhire.connector.faults.Answers.reply;
import static io.feishuhire.connector.faults.Fault.End.AT_THE_DEADLINE;
import static io.feishuhire.connector.faults.Fault.End.BY_THE_DEADLINE;
import static io.feishuhire.connector.faults.Fault.Outcome.is;
import static io.feishuhire.connector.faults.Fault.Requests.requests;
import static io.feishuhire.connector.faults.Script.closedPort;
import static io.feishuhire.connector.faults.Script.connection;
import static io.feishuhire.connector.faults.Script.deaf;
import static io.feishuhire.connector.faults.Script.tls;
import static io.feishuhire.connector.faults.Script.token;
import static io.feishuhire.connector.faults.Script.unknownHost;
import static io.feishuhire.connector.feishu.FailureKind.TRANSIENT;
import static io.feishuhire.connector.feishu.FeishuError.API_SYNC_DISABLED;
import static io.feishuhire.connector.feishu.FeishuError.APP_UNAVAILABLE;
import static io.feishuhire.connector.feishu.FeishuError.AUTHENTICATION_FAILED;
import static io.feishuhire.connector.feishu.FeishuError.IP_NOT_ALLOWED;
import static io.feishuhire.connector.feishu.FeishuError.PERMISSION_DENIED;
import static io.feishuhire.connector.feishu.FeishuError.RATE_LIMITED;
import static io.feishuhire.connector.feishu.FeishuError.SYSTEM_ERROR;
import static io.feishuhire.connector.feishu.FeishuError.UNEXPECTED_ANSWER;
import static io.feishuhire.connector.feishu.FeishuError.UNKNOWN_ERROR;

import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuError;

/**
 * Every failure mode we know of between the connector and Feishu, one row each: what happens, how the server does it,
 * and what differs from most rows, which are unavailable at once after one token request and one call.
 */
@SuppressWarnings("ImmutableEnumChecker") // Answers are functions without state.
public enum Fault {
    PORT_CLOSED("Nothing listens on the port.", closedPort(), requests(0, 0)),
    UNKNOWN_HOST("The name of the host does not exist.", unknownHost(), requests(0, 0), BY_THE_DEADLINE),
    NEVER_ACCEPTED("The connection is never accepted.", deaf(), requests(0, 0), BY_THE_DEADLINE),
    CLOSED_AT_ONCE("Every connection is closed at once.", connection(CLOSE), requests(0, 0)),
    RESET_AT_ONCE("Every connection is reset before the request.", connection(RESET), requests(0, 0)),
    NO_TLS(
            "An https URL leads to a server that does not speak TLS.",
            tls(raw("HTTP/1.1 400 Bad Request\r\n\r\n")),
            requests(0, 0)),
    TLS_REFUSED(
            "The TLS handshake ends with the alert \"handshake failure\".",
            tls(raw("\u0015\u0003\u0003\u0000\u0002\u0002(")),
            requests(0, 0)),
    TLS_SILENT("The TLS handshake never ends.", tls(SILENCE), requests(0, 0), AT_THE_DEADLINE),
    TOKEN_SECRET_WRONG(
            "The token endpoint does not know the secret.",
            token(error(400, 10014)),
            is(AUTHENTICATION_FAILED),
            requests(1, 0)),
    TOKEN_APP_NOT_PUBLISHED(
            "The token endpoint refuses an unpublished app, with HTTP 200.",
            token(error(200, 10003)),
            is(AUTHENTICATION_FAILED),
            requests(1, 0)),
    TOKEN_APP_DISABLED(
            "The token endpoint says that the app is disabled.",
            token(error(400, 99991662)),
            is(APP_UNAVAILABLE),
            requests(1, 0)),
    TOKEN_IP_REFUSED(
            "The token endpoint refuses the caller's address.",
            token(error(400, 99991401)),
            is(IP_NOT_ALLOWED),
            requests(1, 0)),
    TOKEN_THROTTLED(
            "The token endpoint has its own rate limit.",
            token(error(429, 99991400)),
            is(RATE_LIMITED),
            requests(1, 0)),
    TOKEN_INTERNAL_ERROR("The token endpoint fails inside.", token(error(500, 2200)), is(SYSTEM_ERROR), requests(1, 0)),
    TOKEN_GATEWAY_HTML(
            "A gateway answers for the token endpoint, in HTML.",
            token(reply(502, "text/html", in("UTF-8", "<html>Bad Gateway</html>"), "")),
            requests(1, 0)),
    TOKEN_SILENT("The token endpoint accepts and says nothing.", token(SILENCE), requests(1, 0), AT_THE_DEADLINE),
    TOKEN_DRIPPING(
            "The token endpoint's answer comes byte by byte.",
            token(dripping("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", " ")),
            requests(1, 0),
            AT_THE_DEADLINE),
    TOKEN_RESET("The token endpoint resets the connection.", token(RESET), requests(1, 0)),
    TOKEN_REDIRECT(
            "The token endpoint redirects; the secret must not follow.",
            token(reply(307, "text/html", new byte[0], "Location: /elsewhere\r\n")),
            is(UNEXPECTED_ANSWER),
            requests(1, 0)),
    TOKEN_PAGE_NOT_FOUND(
            "A web server that is not Feishu's has no token endpoint.",
            token(html(404)),
            is(UNEXPECTED_ANSWER),
            requests(1, 0)),
    TOKEN_CONTRADICTION_UNAVAILABLE("A token under HTTP 503.", token(json(503, TOKEN_JSON)), requests(1, 0)),
    TOKEN_CONTRADICTION_REDIRECT(
            "A token under a redirect.", token(json(302, TOKEN_JSON)), is(UNEXPECTED_ANSWER), requests(1, 0)),
    TOKEN_TOO_MANY_REQUESTS_BY_A_GATEWAY(
            "HTTP 429 for the token, without a code.", token(html(429)), is(RATE_LIMITED), requests(1, 0)),
    TOKEN_EXPIRE_ZERO(
            "The token is at its end already.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "1\",\"expire\":0}")),
            requests(1, 0)),
    TOKEN_EXPIRE_NEGATIVE(
            "The token has ended long ago.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "1\",\"expire\":-7200}")),
            requests(1, 0)),
    TOKEN_EXPIRE_MISSING(
            "The reply does not say how long the token lives.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "1\"}")),
            requests(1, 0)),
    TOKEN_EXPIRE_TEXT(
            "The life of the token is text.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "1\",\"expire\":\"7200\"}")),
            requests(1, 0)),
    TOKEN_EXPIRE_OVERFLOW(
            "The life of the token is no number that fits.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "1\",\"expire\":99999999999999999999}")),
            requests(1, 0)),
    TOKEN_EMPTY(
            "The token is empty.",
            token(json("{\"code\":0,\"tenant_access_token\":\"\",\"expire\":7200}")),
            requests(1, 0)),
    TOKEN_NULL(
            "The token is null.",
            token(json("{\"code\":0,\"tenant_access_token\":null,\"expire\":7200}")),
            requests(1, 0)),
    TOKEN_LINE_BREAK(
            "The token has a line break, and a header of its own behind it.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "\\r\\nX-Evil: 1\",\"expire\":7200}")),
            requests(1, 0)),
    TOKEN_BLANK_INSIDE(
            "The token has a blank in it.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "1 2\",\"expire\":7200}")),
            requests(1, 0)),
    TOKEN_NOT_ASCII(
            "The token has letters that no header can carry.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK + "令牌\",\"expire\":7200}")),
            requests(1, 0)),
    TOKEN_HUGE(
            "The token has 500 KB.",
            token(json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN_MARK.repeat(13_000) + "\",\"expire\":7200}")),
            requests(1, 0)),
    TOKEN_UNDER_DATA(
            "The token is where other calls have their data.",
            token(json("{\"code\":0,\"data\":{\"tenant_access_token\":\"" + TOKEN_MARK + "1\",\"expire\":7200}}")),
            requests(1, 0)),
    RESET_AFTER_REQUEST(
            "The connection is reset after the request.", token(TOKEN).call(RESET)),
    CLOSED_AFTER_REQUEST(
            "The connection is closed after the request.", token(TOKEN).call(CLOSE)),
    HALF_CLOSED("The server sends no more, but keeps listening.", token(TOKEN).call(HALF_CLOSE)),
    SILENT("The server accepts and says nothing.", token(TOKEN).call(SILENCE), AT_THE_DEADLINE),
    DRIPPING_BODY(
            "The body comes byte by byte.",
            token(TOKEN).call(dripping("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", " ")),
            AT_THE_DEADLINE),
    DRIPPING_HEADERS(
            "The headers come byte by byte.",
            token(TOKEN).call(dripping("HTTP/1.1 200 OK\r\nX-Slow: ", "x")),
            AT_THE_DEADLINE),
    BODY_WITHOUT_END(
            "The body never ends.",
            token(TOKEN).call(flooding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")),
            BY_THE_DEADLINE),
    HEADERS_WITHOUT_END(
            "The headers never end.",
            token(TOKEN).call(flooding("HTTP/1.1 200 OK\r\n", "X-More: x\r\n")),
            BY_THE_DEADLINE),
    INTERIM_WITHOUT_END(
            "HTTP 103 comes again and again.",
            token(TOKEN).call(dripping("", "HTTP/1.1 103 Early Hints\r\n\r\n")),
            BY_THE_DEADLINE),
    TEN_MEGABYTES(
            "The body is larger than any reply of Feishu's.",
            token(TOKEN).call(json("{\"code\":0,\"x\":\"" + "x".repeat(10_000_000) + "\"}"))),
    RESET_IN_BODY(
            "The connection is reset in the middle of the body.",
            token(TOKEN).call(brokenOff("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":0,"))),
    LENGTH_TOO_LARGE(
            "Content-Length promises more than comes.",
            token(TOKEN).call(raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":0}"))),
    LENGTH_TOO_SMALL(
            "Content-Length cuts the body short.",
            token(TOKEN).call(raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"code\":0}"))),
    LENGTH_NO_NUMBER(
            "Content-Length is no number.",
            token(TOKEN).call(raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{\"code\":0}"))),
    NO_HTTP("What answers is not HTTP.", token(TOKEN).call(raw("SSH-2.0-OpenSSH_9.6\r\n"))),
    SWITCHING_PROTOCOLS(
            "The server wants to speak another protocol.",
            token(TOKEN)
                    .call(raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")),
            BY_THE_DEADLINE),
    NO_CONTENT("HTTP 204, no body.", token(TOKEN).call(raw("HTTP/1.1 204 No Content\r\n\r\n"))),
    EMPTY_BODY("HTTP 200 with an empty body.", token(TOKEN).call(json(""))),
    HTML(
            "A gateway answers in HTML.",
            token(TOKEN).call(reply(502, "text/html", in("UTF-8", "<html>Bad Gateway</html>"), ""))),
    TRUNCATED_JSON("The JSON breaks off.", token(TOKEN).call(json("{\"code\":0,\"msg\":\"o"))),
    TWO_OBJECTS(
            "There is a second object behind the first.", token(TOKEN).call(json("{\"code\":0}{\"code\":1002613}"))),
    ARRAY("The JSON is an array.", token(TOKEN).call(json("[{\"code\":0}]"))),
    CODE_MISSING("There is no code.", token(TOKEN).call(json("{\"msg\":\"ok\"}"))),
    CODE_TEXT("The code is text.", token(TOKEN).call(json("{\"code\":\"0\"}"))),
    CODE_FRACTION("The code is a fraction.", token(TOKEN).call(json("{\"code\":0.0}"))),
    CODE_OVERFLOW("The code is a number that wraps round to 0.", token(TOKEN).call(json("{\"code\":4294967296}"))),
    CODE_TWICE("The code is there twice, once as success.", token(TOKEN).call(json("{\"code\":1002613,\"code\":0}"))),
    DEEP_JSON(
            "The JSON is nested 100,000 times.",
            token(TOKEN).call(json("{\"code\":0,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))),
    GZIP(
            "The body is compressed, though the request did not ask for that.",
            token(TOKEN).call(reply(200, "application/json", gzip("{\"code\":0}"), "Content-Encoding: gzip\r\n"))),
    UTF_16(
            "The body is JSON in UTF-16.",
            token(TOKEN).call(reply(200, "application/json; charset=utf-16", in("UTF-16", "{\"code\":0}"), ""))),
    GBK(
            "The body is JSON in GBK.",
            token(TOKEN)
                    .call(reply(200, "application/json; charset=gbk", in("GBK", "{\"code\":0,\"msg\":\"成功\"}"), ""))),
    REDIRECT(
            "A redirect; the token must not follow.",
            token(TOKEN).call(reply(302, "text/html", new byte[0], "Location: /elsewhere\r\n")),
            is(UNEXPECTED_ANSWER)),
    CONTRADICTION_UNAVAILABLE("Code 0 under HTTP 503.", token(TOKEN).call(json(503, SUCCESS))),
    CONTRADICTION_REDIRECT("Code 0 under a redirect.", token(TOKEN).call(json(302, SUCCESS)), is(UNEXPECTED_ANSWER)),
    CONTRADICTION_REFUSED("Code 0 under HTTP 403.", token(TOKEN).call(json(403, SUCCESS)), is(UNEXPECTED_ANSWER)),
    CONTRADICTION_THROTTLED("Code 0 under HTTP 429.", token(TOKEN).call(json(429, SUCCESS)), is(RATE_LIMITED)),
    HTML_401(
            "A page in HTML under HTTP 401, which will not pass by itself.",
            token(TOKEN).call(html(401)),
            is(UNEXPECTED_ANSWER)),
    HTML_403(
            "A page in HTML under HTTP 403, which will not pass by itself.",
            token(TOKEN).call(html(403)),
            is(UNEXPECTED_ANSWER)),
    HTML_404(
            "A page in HTML under HTTP 404, which will not pass by itself.",
            token(TOKEN).call(html(404)),
            is(UNEXPECTED_ANSWER)),
    HTML_405(
            "A page in HTML under HTTP 405, which will not pass by itself.",
            token(TOKEN).call(html(405)),
            is(UNEXPECTED_ANSWER)),
    HTML_499(
            "A page in HTML under HTTP 499, which will not pass by itself.",
            token(TOKEN).call(html(499)),
            is(UNEXPECTED_ANSWER)),
    HTML_408("A page in HTML under HTTP 408, which may pass.", token(TOKEN).call(html(408))),
    HTML_425("A page in HTML under HTTP 425, which may pass.", token(TOKEN).call(html(425))),
    HTML_500("A page in HTML under HTTP 500, which may pass.", token(TOKEN).call(html(500))),
    HTML_502("A page in HTML under HTTP 502, which may pass.", token(TOKEN).call(html(502))),
    HTML_503("A page in HTML under HTTP 503, which may pass.", token(TOKEN).call(html(503))),
    HTML_504("A page in HTML under HTTP 504, which may pass.", token(TOKEN).call(html(504))),
    TOO_MANY_REQUESTS("Feishu's rate limit.", token(TOKEN).call(error(429, 99991400)), is(RATE_LIMITED)),
    TOO_MANY_REQUESTS_OLD_STYLE(
            "Feishu's rate limit, with HTTP 400 as in older APIs.",
            token(TOKEN).call(error(400, 99991400)),
            is(RATE_LIMITED)),
    TOO_MANY_REQUESTS_BY_A_GATEWAY(
            "HTTP 429 that is not Feishu's own.",
            token(TOKEN).call(reply(429, "text/plain", in("UTF-8", "slow down"), "")),
            is(RATE_LIMITED)),
    PERMISSION_MISSING("The app lacks the permission.", token(TOKEN).call(error(400, 99991672)), is(PERMISSION_DENIED)),
    SYNC_OFF(
            "The switch in Feishu Hire is off, with HTTP 500.",
            token(TOKEN).call(error(500, 1002613)),
            is(API_SYNC_DISABLED)),
    INTERNAL_ERROR("Feishu fails inside.", token(TOKEN).call(error(500, 1002001)), is(SYSTEM_ERROR)),
    UNKNOWN_CODE("An unknown code, below HTTP 500.", token(TOKEN).call(error(400, 4711)), is(UNKNOWN_ERROR)),
    UNKNOWN_CODE_500(
            "An unknown code, with HTTP 503.", token(TOKEN).call(error(503, 4711)), is(UNKNOWN_ERROR, TRANSIENT)),
    TOKEN_REFUSED_TWICE(
            "A fresh token is refused like the first one.",
            token(TOKEN).call(error(400, 99991663)),
            is(AUTHENTICATION_FAILED),
            requests(2, 2)),
    TOKEN_REFUSED_TWICE_99991661(
            "A fresh token is refused like the first one, with another code.",
            token(TOKEN).call(error(400, 99991661)),
            is(AUTHENTICATION_FAILED),
            requests(2, 2)),
    TOKEN_REFUSED_TWICE_99991668(
            "A fresh token is refused like the first one, with another code.",
            token(TOKEN).call(error(400, 99991668)),
            is(AUTHENTICATION_FAILED),
            requests(2, 2)),
    TOKEN_REFUSED_TWICE_99991677(
            "A fresh token is refused like the first one, with another code.",
            token(TOKEN).call(error(400, 99991677)),
            is(AUTHENTICATION_FAILED),
            requests(2, 2)),
    TOKEN_REFUSED_AND_NO_OTHER(
            "The token is refused, and the token endpoint then is down.",
            token(TOKEN, CLOSE).call(error(400, 99991663)),
            requests(2, 1)),
    TOKEN_REFUSED_THEN_SILENCE(
            "The token is refused, and the replay meets silence.",
            token(TOKEN).call(error(400, 99991663), SILENCE),
            requests(2, 2),
            AT_THE_DEADLINE);

    /** When the one execution is over. */
    enum End implements Expectation {
        /** Long before the deadline of an exchange. */
        AT_ONCE,
        /** When the exchange's deadline is reached, and not earlier. */
        AT_THE_DEADLINE,
        /** At once or at the deadline, whichever the platform sees to. */
        BY_THE_DEADLINE
    }

    /** How many requests arrive whole. */
    record Requests(int token, int call) implements Expectation {
        static Requests requests(int token, int call) {
            return new Requests(token, call);
        }
    }

    /** Which error comes of it. */
    record Outcome(FeishuError error, FailureKind kind) implements Expectation {
        static Outcome is(FeishuError error) {
            return new Outcome(error, error.kind());
        }

        static Outcome is(FeishuError error, FailureKind kind) {
            return new Outcome(error, kind);
        }
    }

    /** What differs from most rows: these are unavailable at once, after one request of each kind. */
    sealed interface Expectation permits Outcome, Requests, End {}

    private final String description;
    private final Script script;
    private final Outcome outcome;
    private final Requests requests;
    private final End end;

    Fault(String description, Script script, Expectation... differences) {
        var is = Outcome.is(FeishuError.UNAVAILABLE);
        var arrived = new Requests(1, 1);
        var over = End.AT_ONCE;
        for (var difference : differences) {
            switch (difference) {
                case Outcome other -> is = other;
                case Requests other -> arrived = other;
                case End other -> over = other;
            }
        }
        this.description = description;
        this.script = script;
        this.outcome = is;
        this.requests = arrived;
        this.end = over;
    }

    Script script() {
        return script;
    }

    /** What must come of it. */
    public FeishuError expectedError() {
        return outcome.error();
    }

    /** What must come of it. */
    public FailureKind expectedKind() {
        return outcome.kind();
    }

    Requests expectedRequests() {
        return requests;
    }

    End end() {
        return end;
    }

    /** Whether one execution may last until the deadline. */
    public boolean isSlow() {
        return end != End.AT_ONCE;
    }

    @Override
    public String toString() {
        return name() + ": " + description;
    }
}
