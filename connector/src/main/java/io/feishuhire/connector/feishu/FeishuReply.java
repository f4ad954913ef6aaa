package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What came back for a request. A Feishu reply is a JSON object with a numeric {@code code}; that code says what went
 * wrong, at any HTTP status ("通用错误码": never decide on {@code msg}). A success needs both: HTTP 2xx and code 0.
 *
 * @param code Feishu's code; empty when the body is no Feishu reply
 * @param gatewayLogId the log id of the HTTP header {@code x-tt-logid}, unchecked; empty when there is none
 * @param retryAfter how long a throttled caller has to wait
 */
record FeishuReply(
        int httpStatus, OptionalInt code, JsonNode body, Optional<String> gatewayLogId, Duration retryAfter) {

    /** The code of success. */
    static final int OK = 0;

    /** A fresh token may cure these: missing, invalid, expired, of the wrong type or format. */
    private static final Set<Integer> TOKEN_REFUSED =
            Set.of(20013, 20014, 99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677);

    /** Errors that an administrator mends at the app; a token of before may not know of it. */
    private static final Set<FeishuError> APP_REFUSED =
            Set.of(FeishuError.AUTHENTICATION_FAILED, FeishuError.PERMISSION_DENIED, FeishuError.APP_UNAVAILABLE);

    private static final Pattern LOG_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Strict, because what can be read in two ways must not be taken for a success: UTF-8 only, each key once. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** Reads what came back, whatever it is. */
    static FeishuReply of(int httpStatus, HttpHeaders headers, byte[] json) {
        var body = readJson(json);
        var code = body.path("code");
        return new FeishuReply(
                httpStatus,
                code.isIntegralNumber() && code.canConvertToInt()
                        ? OptionalInt.of(code.intValue())
                        : OptionalInt.empty(),
                body,
                headers.firstValue("x-tt-logid"),
                RetryAfter.of(headers, Instant.now()));
    }

    boolean isOk() {
        return isSuccessStatus() && code.isPresent() && code.getAsInt() == OK;
    }

    /** Whether Feishu's API gave this reply, and not a gateway or proxy on the way. */
    boolean isFeishus() {
        return code.isPresent();
    }

    boolean refusesToken() {
        return code.isPresent() && TOKEN_REFUSED.contains(code.getAsInt());
    }

    /** Whether Feishu took the token for a valid one, whatever it said to the request. */
    boolean acceptsToken() {
        return isFeishus()
                && !refusesToken()
                && !isThrottled()
                && (!refusesApp() || error() == FeishuError.PERMISSION_DENIED);
    }

    /** Whether Feishu refused the app rather than the request. */
    boolean refusesApp() {
        return !isOk() && APP_REFUSED.contains(error());
    }

    boolean isThrottled() {
        return !isOk() && error() == FeishuError.RATE_LIMITED;
    }

    /** What the call was made for; a missing node where there is none. */
    JsonNode data() {
        return body.path("data");
    }

    /** The same reply with another time to wait. */
    FeishuReply retryingAfter(Duration wait) {
        return new FeishuReply(httpStatus, code, body, gatewayLogId, wait);
    }

    Optional<String> logId() {
        return Stream.concat(details().logIds(), gatewayLogId.stream())
                .filter(id -> id != null && LOG_ID.matcher(id).matches())
                .findFirst();
    }

    /** What a reply other than success means. */
    FeishuFailure failure() {
        var error = error();
        var kind = error == FeishuError.UNKNOWN_ERROR && HttpStatus.isServerError(httpStatus)
                ? FailureKind.TRANSIENT
                : error.kind();
        return failure(error, kind, detail(error));
    }

    /** A failure that a success status hides: what the caller asked for is not in the reply. */
    FeishuFailure withoutResult(String detail) {
        return failure(FeishuError.UNAVAILABLE, FailureKind.TRANSIENT, detail);
    }

    private FeishuFailure failure(FeishuError error, FailureKind kind, String detail) {
        return new FeishuFailure(
                error,
                kind,
                detail,
                code,
                OptionalInt.of(httpStatus),
                logId(),
                details().helpUrl(),
                error == FeishuError.PERMISSION_DENIED ? details().scopes() : List.of(),
                kind == FailureKind.THROTTLED ? retryAfter : Duration.ZERO,
                ownAdvice(error),
                Optional.empty());
    }

    private Optional<Advice> ownAdvice(FeishuError error) {
        var fields = error == FeishuError.INVALID_PARAMETER ? details().fields() : List.<String>of();
        return fields.isEmpty() ? CodeMeaning.advice(code) : Optional.of(refusing(fields));
    }

    private static Advice refusing(List<String> fields) {
        return new Advice(
                "Feishu does not accept " + String.join(", ", fields)
                        + ": it is missing, or its value does not fit. {correct} and {again}.",
                "飞书不接受 " + String.join("、", fields) + "：未填写，或内容不符合要求。{correct}后{again}。");
    }

    private ErrorDetails details() {
        return new ErrorDetails(body.path("error"));
    }

    private FeishuError error() {
        var byStatus = HttpStatus.errorOf(httpStatus);
        if (code.isEmpty() || code.getAsInt() == OK) {
            return byStatus;
        }
        var unlisted = byStatus == FeishuError.RATE_LIMITED ? byStatus : FeishuError.UNKNOWN_ERROR;
        return FeishuError.ofCode(code.getAsInt()).orElse(unlisted);
    }

    private String detail(FeishuError error) {
        var scopes = details().scopes();
        if (error == FeishuError.PERMISSION_DENIED && !scopes.isEmpty()) {
            var one = scopes.size() == 1 ? "the permission " : "one of the permissions ";
            return "Feishu asks for " + one + String.join(", ", scopes) + ".";
        }
        if (code.isPresent() && code.getAsInt() == OK) {
            return "The answer contradicts itself: its code says success and its HTTP status says failure.";
        }
        return code.isPresent() || error == FeishuError.RATE_LIMITED
                ? ""
                : "The answer did not come from Feishu's API.";
    }

    /** The numbers alone: the body may hold a token. */
    @Override
    public String toString() {
        return "HTTP " + httpStatus
                + (code.isPresent() ? ", Feishu code " + code.getAsInt() : ", no Feishu reply")
                + logId().map(id -> ", Feishu log id " + id).orElse("");
    }

    private boolean isSuccessStatus() {
        return httpStatus >= 200 && httpStatus < 300;
    }

    private static JsonNode readJson(byte[] body) {
        var start = startsWithByteOrderMark(body) ? BYTE_ORDER_MARK.length : 0;
        try {
            return JSON.readTree(body, start, body.length - start);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        } catch (IOException impossibleInMemory) {
            return JSON.missingNode();
        }
    }

    private static boolean startsWithByteOrderMark(byte[] body) {
        return body.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(body, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
