package io.feishuhire.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A request that reached the sandbox, and what was answered. It is recorded before the reply leaves, so a request that
 * still waits for its reply is there too.
 *
 * <p>The components are what the client sent, credentials included; {@link #toString()} hides them.
 *
 * @param endpoint the call
 * @param method the HTTP method
 * @param path the path with its query, as sent
 * @param headers the request headers, names as sent
 * @param body the request body as text, its first 8,192 characters
 * @param receivedAt when, by the sandbox's clock
 * @param status the HTTP status of the reply; 0 if the reply is no HTTP (reset, closed, never answered)
 * @param code Feishu's code in the reply, or null if the reply has none
 * @param logId the {@code X-Tt-Logid} of the exchange
 */
public record RecordedRequest(
        Endpoint endpoint,
        String method,
        String path,
        Map<String, List<String>> headers,
        String body,
        Instant receivedAt,
        int status,
        Integer code,
        String logId) {

    private static final String HIDDEN = "***";
    /** Also matches a value that the body's end or the recorded length cuts off. */
    private static final Pattern SECRET =
            Pattern.compile("(\"app_secret\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\s]+)");

    /** Copies the headers. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * The first value of a request header.
     *
     * @param name the header's name in any case
     * @return its value, or empty if the request did not carry it
     */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst();
    }

    /** The same request without the values of the Authorization header and of {@code app_secret}. */
    RecordedRequest redacted() {
        var shown = new TreeMap<String, List<String>>(headers);
        shown.replaceAll((name, values) -> name.equalsIgnoreCase("Authorization") ? List.of(HIDDEN) : values);
        return new RecordedRequest(endpoint, method, path, shown, redactedBody(), receivedAt, status, code, logId);
    }

    /** A token call's body that is no plain JSON object with an {@code app_secret} may hold the secret anywhere. */
    private String redactedBody() {
        var redacted = SECRET.matcher(body).replaceAll("$1\"" + HIDDEN + "\"");
        var untouched = redacted.equals(body);
        return endpoint == Endpoint.TOKEN && untouched && !body.isEmpty() ? HIDDEN : redacted;
    }

    /** What was asked and answered, without credentials. */
    @Override
    public String toString() {
        var shown = redacted();
        return "%s %s %s %s at %s -> HTTP %d, code %s, log id %s"
                .formatted(method, path, shown.headers, shown.body, receivedAt, status, code, logId);
    }
}
