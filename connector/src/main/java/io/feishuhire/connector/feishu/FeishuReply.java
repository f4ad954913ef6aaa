package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A reply of Feishu's: a JSON object whose numeric {@code code} decides, at any HTTP status ("通用错误码": never decide on
 * {@code msg}).
 */
record FeishuReply(int httpStatus, int code, JsonNode body, HttpHeaders headers) {

    /** The code of success. */
    static final int OK = 0;

    /** A fresh token cures these: invalid or expired, app token invalid, tenant token illegal, bad format. */
    private static final Set<Integer> TOKEN_REFUSED = Set.of(99991663, 99991664, 99991665, 99991671);

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Pattern LOG_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern FEISHU_HOST =
            Pattern.compile("([a-z0-9-]+\\.)*(feishu\\.cn|larksuite\\.com|larkoffice\\.com)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    /** Strict, because what can be read in two ways must not be taken for a success: UTF-8 only, each key once. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /**
     * Reads a reply.
     *
     * @throws FeishuException with {@link FeishuError#RATE_LIMITED} for HTTP 429 without a code, else with
     *     {@link FeishuError#UNAVAILABLE} when the response is not a Feishu reply
     */
    static FeishuReply of(int httpStatus, HttpHeaders headers, byte[] json) {
        var body = readJson(json);
        var code = body.path("code");
        if (code.isIntegralNumber() && code.canConvertToInt()) {
            return new FeishuReply(httpStatus, code.intValue(), body, headers);
        }
        var rateLimited = httpStatus == TOO_MANY_REQUESTS;
        throw new FeishuException(new FeishuFailure(
                rateLimited ? FeishuError.RATE_LIMITED : FeishuError.UNAVAILABLE,
                rateLimited ? FailureKind.THROTTLED : FailureKind.TRANSIENT,
                rateLimited ? "" : noReply(httpStatus),
                OptionalInt.empty(),
                OptionalInt.of(httpStatus),
                logId(headers, body),
                Optional.empty(),
                rateLimited ? retryAfter(headers) : Duration.ZERO));
    }

    private static String noReply(int status) {
        return status == PROXY_AUTHENTICATION_REQUIRED
                ? "The proxy does not accept the user and password of the connector runtime's environment variables."
                : "What came back is not a reply of Feishu's.";
    }

    boolean isOk() {
        return code == OK;
    }

    boolean refusesToken() {
        return TOKEN_REFUSED.contains(code);
    }

    boolean isThrottled() {
        return !isOk() && failure().kind() == FailureKind.THROTTLED;
    }

    Optional<String> logId() {
        return logId(headers, body);
    }

    /** What a reply other than success means. */
    FeishuFailure failure() {
        var unlisted = httpStatus == TOO_MANY_REQUESTS ? FeishuError.RATE_LIMITED : FeishuError.UNKNOWN_ERROR;
        var error = FeishuError.ofCode(code).orElse(unlisted);
        var kind = error == FeishuError.UNKNOWN_ERROR && httpStatus >= FIRST_SERVER_ERROR
                ? FailureKind.TRANSIENT
                : error.kind();
        return new FeishuFailure(
                error,
                kind,
                "",
                OptionalInt.of(code),
                OptionalInt.of(httpStatus),
                logId(),
                helpUrl(),
                kind == FailureKind.THROTTLED ? retryAfter(headers) : Duration.ZERO);
    }

    private static JsonNode readJson(byte[] body) {
        try {
            // The HTTP client gives no body at all when a proxy refuses a tunnel.
            return body == null ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        } catch (IOException impossibleInMemory) {
            return JSON.missingNode();
        }
    }

    private static Optional<String> logId(HttpHeaders headers, JsonNode body) {
        var error = body.path("error");
        return Stream.of(
                        error.path("log_id").textValue(),
                        error.path("logid").textValue(),
                        headers.firstValue("x-tt-logid").orElse(null))
                .filter(id -> id != null && LOG_ID.matcher(id).matches())
                .findFirst();
    }

    private Optional<URI> helpUrl() {
        var error = body.path("error");
        var helps = StreamSupport.stream(error.path("helps").spliterator(), false)
                .map(help -> help.path("url").textValue());
        return Stream.concat(helps, Stream.of(error.path("troubleshooter").textValue()))
                .flatMap(url -> feishuPage(url).stream())
                .findFirst();
    }

    /** Only a page of Feishu's own may be put in front of a person as help. */
    private static Optional<URI> feishuPage(String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            var uri = new URI(url);
            var trusted = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && FEISHU_HOST
                            .matcher(uri.getHost().toLowerCase(Locale.ROOT))
                            .matches();
            return trusted ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Seconds by the page "频控策略"; fractions were observed, and a wait has to have an end. */
    private static Duration retryAfter(HttpHeaders headers) {
        var wait = headers.firstValue("x-ogw-ratelimit-reset")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(seconds -> Duration.ofMillis((long) Math.ceil(Double.parseDouble(seconds) * 1_000)))
                .orElse(Duration.ofSeconds(1));
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
