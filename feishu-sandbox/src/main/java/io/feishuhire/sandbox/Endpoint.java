package io.feishuhire.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call that the sandbox answers. */
public enum Endpoint {
    /** {@code POST /open-apis/auth/v3/tenant_access_token/internal}, the tenant access token of a self-built app. */
    TOKEN,
    /** {@code POST /open-apis/hire/v1/advertisements/:advertisement_id/publish}. */
    PUBLISH,
    /** Every other path or method. Ordinarily answered with HTTP 404 and text that is no JSON. */
    OTHER;

    private static final String TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";
    private static final Pattern PUBLISH_PATH =
            Pattern.compile("/open-apis/hire/v1/advertisements/(?<id>[^/]+)/publish");

    static Endpoint of(String method, String path) {
        if (!method.equals("POST")) {
            return OTHER;
        }
        if (path.equals(TOKEN_PATH)) {
            return TOKEN;
        }
        return PUBLISH_PATH.matcher(path).matches() ? PUBLISH : OTHER;
    }

    /** The advertisement id as it stands in the path of a publish call, still percent-encoded. */
    static String advertisementId(String path) {
        Matcher matcher = PUBLISH_PATH.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the path of a publish call: " + path);
        }
        return matcher.group("id");
    }

    static Optional<Endpoint> named(String name) {
        for (Endpoint endpoint : values()) {
            if (endpoint.lowerCaseName().equals(name)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
