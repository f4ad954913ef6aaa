package io.feishuhire.connector.feishu;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * Why an advertisement was not published. It holds nothing that Feishu or the caller would want kept: no secret, no
 * token, no input value, no part of a body but the log id, the code and a help link of Feishu's own.
 *
 * @param error the catalogued error
 * @param kind whether asking again can help
 * @param detail what exactly happened, one English sentence; empty where the error says it all
 * @param code Feishu's code; empty when the failure is not an answer of Feishu's
 * @param httpStatus the HTTP status; empty when there was no HTTP response
 * @param logId the id to give to Feishu support ({@code x-tt-logid}); empty when there is none
 * @param helpUrl a page of Feishu's that helps to mend it; empty when Feishu gave none
 * @param retryAfter for {@link FailureKind#THROTTLED}: how long to wait before asking again; else zero
 */
public record FeishuFailure(
        FeishuError error,
        FailureKind kind,
        String detail,
        OptionalInt code,
        OptionalInt httpStatus,
        Optional<String> logId,
        Optional<URI> helpUrl,
        Duration retryAfter) {

    /**
     * A value that is rejected before anything is sent.
     *
     * @param detail one sentence that names the value and says what is wrong with it, without repeating it
     */
    public static FeishuFailure invalidParameter(String detail) {
        return withoutReply(FeishuError.INVALID_PARAMETER, detail, Duration.ZERO);
    }

    static FeishuFailure unavailable(String detail) {
        return withoutReply(FeishuError.UNAVAILABLE, detail, Duration.ZERO);
    }

    static FeishuFailure rateLimited(Duration retryAfter) {
        return withoutReply(FeishuError.RATE_LIMITED, "", retryAfter);
    }

    private static FeishuFailure withoutReply(FeishuError error, String detail, Duration retryAfter) {
        return new FeishuFailure(
                error,
                error.kind(),
                detail,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                retryAfter);
    }

    FeishuFailure retryingAfter(Duration wait) {
        return new FeishuFailure(error, kind, detail, code, httpStatus, logId, helpUrl, wait);
    }

    /** What happened, what it means, what to do, and the numbers that support asks for; in English. */
    public String message() {
        var facts = new StringJoiner(", ", " (", ")").setEmptyValue("");
        code.ifPresent(number -> facts.add("Feishu code " + number));
        httpStatus.ifPresent(status -> facts.add("HTTP status " + status));
        logId.ifPresent(id -> facts.add("Feishu log id " + id));
        return (detail.isEmpty() ? "" : detail + " ") + error.advice().en() + facts;
    }
}
