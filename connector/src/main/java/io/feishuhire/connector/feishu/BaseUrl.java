package io.feishuhire.connector.feishu;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a Feishu open platform lives: scheme, host, port and, for private deployments behind a gateway, a path prefix.
 *
 * @param uri an https URL without user info, query, fragment or trailing slash; http only for this machine
 */
public record BaseUrl(URI uri) {

    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Feishu. */
    public static final BaseUrl FEISHU = parse("https://open.feishu.cn");

    /** Lark, Feishu outside of China. That it offers Hire's publish call is documented nowhere. */
    public static final BaseUrl LARK = parse("https://open.larksuite.com");

    /**
     * Checks and normalises: scheme and host in lower case, no trailing slash.
     *
     * @throws IllegalArgumentException when it is not an https URL (http is allowed for localhost, 127.0.0.1 and
     *     [::1]), or has user info, a query, a fragment, or dots or escapes in its path; the message continues a
     *     sentence that begins with the name of the value, and does not repeat the value
     */
    public BaseUrl {
        require(uri.getScheme() != null && uri.getHost() != null, "is not a URL with a scheme and a host");
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        require(scheme.equals("https") || (scheme.equals("http") && isLoopback(host)), "does not start with https://");
        require(
                uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null,
                "has user info, a query or a fragment");
        require(uri.getPort() != 0 && uri.getPort() <= 65_535, "has a port outside of 1 to 65535");
        var path = uri.getRawPath().replaceAll("/+$", "");
        require(
                path.matches("(/[A-Za-z0-9_-]+)*"),
                "has a path with other characters than letters, digits, - and _ between its slashes");
        var port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        uri = URI.create(scheme + "://" + host + port + path);
    }

    /**
     * Reads a base URL.
     *
     * @param text for example {@code https://open.feishu.cn}
     * @throws IllegalArgumentException as the constructor, and when the text is no URL at all
     */
    public static BaseUrl parse(String text) {
        try {
            return new BaseUrl(new URI(text));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("is not a URL");
        }
    }

    static boolean isLoopback(String host) {
        return LOOPBACK_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }

    URI resolve(String path) {
        return URI.create(uri + path);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
