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
 * <p>The components are what was sent, credentials included; {@link #redacted()} and {@link #toString()} hide them.
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
 * @param reply the body of the reply as text, its first 8,192 characters; empty if there is none, if it is no text in
 *     UTF-8, and of {@link Reply#huge}
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
        String logId,
        String reply) {

    private static final String HIDDEN = "***";
    private static final String TOKEN = "tenant_access_token";
    private static final Pattern SECRET_IN_BODY = valueOf("app_secret");
    private static final Pattern SECRET_IN_REPLY = valueOf("app_secret|" + TOKEN);

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

    /**
     * The same request without the values of the Authorization header, of {@code app_secret} and of
     * {@code tenant_access_token}: *** stands there.
     */
    public RecordedRequest redacted() {
        var shown = new TreeMap<String, List<String>>(headers);
        shown.replaceAll((name, values) -> name.equalsIgnoreCase("Authorization") ? List.of(HIDDEN) : values);
        return new RecordedRequest(
                endpoint, method, path, shown, redactedBody(), receivedAt, status, code, logId, redactedReply());
    }

    /** A token call's body that is no plain JSON object with an {@code app_secret} may hold the secret anywhere. */
    private String redactedBody() {
        return redacted(SECRET_IN_BODY, body, endpoint == Endpoint.TOKEN && !body.isEmpty());
    }

    /** A scripted reply may hold a token in another form than JSON. */
    private String redactedReply() {
        return redacted(SECRET_IN_REPLY, reply, reply.contains(TOKEN));
    }

    private static String redacted(Pattern secret, String text, boolean secretAnywhere) {
        var found = secret.matcher(text);
        if (found.find()) {
            return found.replaceAll("$1\"" + HIDDEN + "\"");
        }
        return secretAnywhere ? HIDDEN : text;
    }

    /** Also matches a value that the text's end or the recorded length cuts off. */
    private static Pattern valueOf(String names) {
        return Pattern.compile("(\"(?:" + names + ")\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\s]+)");
    }

    /** What was asked and answered, without credentials. */
    @Override
    public String toString() {
        var shown = redacted();
        return "%s %s %s %s at %s -> HTTP %d, code %s, log id %s, %s"
                .formatted(method, path, shown.headers, shown.body, receivedAt, status, code, logId, shown.reply);
    }
}
