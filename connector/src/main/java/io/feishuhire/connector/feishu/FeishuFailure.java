package io.feishuhire.connector.feishu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * Why a call to Feishu failed. It holds nothing that Feishu or the caller would want kept: no secret, no token, no
 * input value, no part of a body but the log id, the code, the names of permissions and a help link to Feishu, which
 * may name the app.
 *
 * @param error the catalogued error
 * @param kind whether asking again can help
 * @param detail what exactly happened, in English sentences; empty where the error says it all
 * @param code Feishu's code; empty when Feishu did not answer
 * @param httpStatus the HTTP status; empty when there was no HTTP response
 * @param logId the id to give to Feishu support ({@code x-tt-logid}); empty when there is none
 * @param helpUrl the Feishu page that helps to mend it; empty when Feishu gave none
 * @param scopes the permissions that Feishu asks for, such as {@code hire:advertisement}; mostly empty
 * @param retryAfter for {@link FailureKind#THROTTLED}: how long to wait before asking again; else zero
 * @param ownAdvice what to do where the error's own advice does not fit, with the braces of {@link FeishuOperation}
 * @param jobId the job that is concerned, where the caller cannot know it; mostly empty
 */
public record FeishuFailure(
        FeishuError error,
        FailureKind kind,
        String detail,
        OptionalInt code,
        OptionalInt httpStatus,
        Optional<String> logId,
        Optional<URI> helpUrl,
        List<String> scopes,
        Duration retryAfter,
        Optional<Advice> ownAdvice,
        Optional<JobId> jobId) {

    private static final String TIMED_OUT = "No complete answer within ";
    private static final Duration AFTER_A_STOP = Duration.ofSeconds(1);

    /** Takes a copy of the scopes. */
    public FeishuFailure {
        scopes = List.copyOf(scopes);
    }

    /**
     * A value that is rejected before anything is sent.
     *
     * @param detail sentences that name the value and say what is wrong with it, without repeating it
     * @param detailZh the same in Chinese, for the people in the process
     */
    public static FeishuFailure invalidParameter(String detail, String detailZh) {
        return withoutReply(FeishuError.INVALID_PARAMETER, "", FailureKind.PERMANENT, Duration.ZERO)
                .advising(new Advice(detail + " Correct that and {again}.", detailZh + "请更正后{again}。"));
    }

    /** A job with the code exists. No call tells the id of its advertisement. */
    static FeishuFailure alreadyCreated(JobId job) {
        return new FeishuFailure(
                FeishuError.JOB_ALREADY_CREATED,
                FailureKind.PERMANENT,
                "",
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                Optional.of(job));
    }

    static FeishuFailure unavailable(String detail) {
        return withoutReply(FeishuError.UNAVAILABLE, detail, FailureKind.TRANSIENT, Duration.ZERO);
    }

    /**
     * No complete answer in time.
     *
     * @param timeout how long the caller waited, which is rarely a round number of seconds and may be tiny
     */
    static FeishuFailure timedOut(Duration timeout) {
        var seconds = BigDecimal.valueOf(timeout.toNanos(), 9).setScale(1, RoundingMode.CEILING);
        return unavailable(TIMED_OUT + seconds + " s.");
    }

    /** Whether a caller ran out of time. Another one, with more time, may get an answer. */
    boolean isTimeOut() {
        return detail.startsWith(TIMED_OUT);
    }

    static FeishuFailure rateLimited(Duration retryAfter) {
        return withoutReply(FeishuError.RATE_LIMITED, "", FailureKind.THROTTLED, retryAfter);
    }

    /** Other calls already wait for Feishu with as many of the runtime's threads as they may. */
    static FeishuFailure withoutThread(Duration retryAfter) {
        return withoutReply(
                FeishuError.RATE_LIMITED,
                "Other calls to Feishu already take as many of the connector runtime's threads as they may, so nothing was"
                        + " sent. The job keeps its retries and runs again by itself.",
                FailureKind.THROTTLED,
                retryAfter);
    }

    /** Another job reads the list that this one needs, and takes its time. */
    static FeishuFailure listIsBeingRead(Duration retryAfter) {
        return withoutReply(
                FeishuError.RATE_LIMITED,
                "Another job is reading the list that this one needs, so nothing was sent. The job keeps its retries and"
                        + " runs again by itself.",
                FailureKind.THROTTLED,
                retryAfter);
    }

    /** The same failure of a reply that names no permission, for a call whose permission is known. */
    FeishuFailure needing(String scope) {
        var named = scopes.isEmpty() ? List.of(scope) : scopes;
        return new FeishuFailure(
                error, kind, detail, code, httpStatus, logId, helpUrl, named, retryAfter, ownAdvice, jobId);
    }

    /** The runtime stops before the request went out: nothing was published. */
    static FeishuFailure interruptedBeforeSending() {
        return interrupted("This call was stopped before anything was sent, as when the connector runtime shuts down.");
    }

    /** The runtime stops while Feishu's answer is outstanding. */
    static FeishuFailure interruptedWhileWaiting() {
        return interrupted("This call was stopped before Feishu answered, as when the connector runtime shuts down."
                + " Feishu may have carried it out.");
    }

    /** A stop is no failure of the job, so it costs no retry. */
    private static FeishuFailure interrupted(String detail) {
        return withoutReply(
                FeishuError.UNAVAILABLE,
                detail + " The job keeps its retries and runs again by itself.",
                FailureKind.THROTTLED,
                AFTER_A_STOP);
    }

    private static FeishuFailure withoutReply(FeishuError error, String detail, FailureKind kind, Duration retryAfter) {
        return new FeishuFailure(
                error,
                kind,
                detail,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                retryAfter,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another advice. */
    FeishuFailure advising(Advice advice) {
        return new FeishuFailure(
                error, kind, detail, code, httpStatus, logId, helpUrl, scopes, retryAfter, Optional.of(advice), jobId);
    }

    /** The same with another advice, where it has only that of its error. */
    FeishuFailure advisingUnlessAdvised(Advice advice) {
        return ownAdvice.isPresent() ? this : advising(advice);
    }

    FeishuFailure retryingAfter(Duration wait) {
        return new FeishuFailure(error, kind, detail, code, httpStatus, logId, helpUrl, scopes, wait, ownAdvice, jobId);
    }

    /** The {@link #detail} in Chinese; empty where there is none, or it has no Chinese words. */
    public Optional<String> detailZh() {
        return ChineseDetail.of(detail);
    }

    /** What a person should know and do, after an operation that failed in this way. */
    public Advice advice(FeishuOperation operation) {
        return ownAdvice
                .map(advice -> operation.complete(advice, scopes))
                .orElseGet(() -> error.advice(operation, scopes));
    }

    /** The same as {@link #message(FeishuOperation)}, whatever the operation was. */
    public String message() {
        return message(FeishuOperation.ANY);
    }

    /**
     * What happened, what it means, what to do after this operation, and the numbers that support asks for; in English.
     */
    public String message(FeishuOperation operation) {
        var facts = new StringJoiner(", ", " (", ")").setEmptyValue("");
        code.ifPresent(number -> facts.add("Feishu code " + number));
        httpStatus.ifPresent(status -> facts.add("HTTP status " + status));
        logId.ifPresent(id -> facts.add("Feishu log id " + id));
        return explanation(operation) + facts;
    }

    /** A job that comes back by itself needs no advice beyond what happened. */
    private String explanation(FeishuOperation operation) {
        if (detail.isEmpty()) {
            return advice(operation).en();
        }
        return kind == FailureKind.THROTTLED
                ? detail
                : detail + " " + advice(operation).en();
    }
}
