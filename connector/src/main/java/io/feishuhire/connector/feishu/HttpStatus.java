package io.feishuhire.connector.feishu;

/** What an HTTP status means when it comes without a Feishu code. */
final class HttpStatus {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    private HttpStatus() {}

    /**
     * The error of an answer that is no Feishu reply. A redirect, or a 4xx that time does not heal, is a lasting
     * answer: the request went to the wrong place.
     */
    static FeishuError errorOf(int status) {
        return switch (status) {
            case TOO_MANY_REQUESTS -> FeishuError.RATE_LIMITED;
            case REQUEST_TIMEOUT, TOO_EARLY -> FeishuError.UNAVAILABLE;
            default -> status >= 300 && status < 500 ? FeishuError.UNEXPECTED_ANSWER : FeishuError.UNAVAILABLE;
        };
    }

    static boolean isServerError(int status) {
        return status >= 500;
    }
}
