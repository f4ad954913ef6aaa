package io.feishuhire.connector.feishu;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a Feishu open platform lives: scheme, host, port and, for private deployments behind a gateway, a path prefix.
 * Two spellings of one address are equal, so they share a token and a limit.
 *
 * @param uri an https URL without user info, query, fragment, default port or trailing slash; http only for this
 *     machine
 */
public record BaseUrl(URI uri) {

    private static final int MAX_LENGTH = 2_048;
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The connector adds this path segment itself. */
    private static final String API_SEGMENT = "/open-apis/";

    /** Feishu. */
    public static final BaseUrl FEISHU = parse("https://open.feishu.cn");

    /** Lark, Feishu outside of China. That it offers Hire's publish call is documented nowhere. */
    public static final BaseUrl LARK = parse("https://open.larksuite.com");

    /**
     * Checks and normalises: scheme and host in lower case, no dot after the host, no default port, no trailing slash.
     *
     * @throws IllegalArgumentException when it is longer than 2,048 characters; when it is not an https URL (http is
     *     allowed for localhost, 127.0.0.1 and [::1]); when it has user info, a query or a fragment; or when its path
     *     has dots, escapes or the segment {@code open-apis}. The message continues a sentence that begins with the
     *     name of the value, and does not repeat the value
     */
    public BaseUrl {
        requireBounded(uri.toString());
        require(uri.getScheme() != null && uri.getHost() != null, "is not a URL with a scheme and a host");
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var host = withoutTrailing('.', 1, uri.getHost().toLowerCase(Locale.ROOT));
        require(scheme.equals("https") || (scheme.equals("http") && isLoopback(host)), "does not start with https://");
        require(
                uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null,
                "has user info, a query or a fragment");
        require(
                uri.getPort() != 0
                        && uri.getPort() <= 65_535
                        && !uri.getRawAuthority().endsWith(":"),
                "has a port outside of 1 to 65535");
        uri = URI.create(scheme + "://" + host + port(scheme, uri.getPort()) + path(uri.getRawPath()));
    }

    /**
     * Reads a base URL.
     *
     * @param text for example {@code https://open.feishu.cn}
     * @throws IllegalArgumentException as the constructor, and when the text is no URL at all
     */
    public static BaseUrl parse(String text) {
        requireBounded(text);
        try {
            return new BaseUrl(new URI(text));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("is not a URL");
        }
    }

    static boolean isLoopback(String host) {
        return LOOPBACK_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The host in lower case, without port; an IPv6 address has its brackets. */
    String host() {
        return uri.getHost();
    }

    URI resolve(String path) {
        return URI.create(uri + path);
    }

    private static String port(String scheme, int port) {
        var isDefault = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        return isDefault ? "" : ":" + port;
    }

    /** Checked character by character: a regular expression would recurse once for each segment. */
    private static String path(String raw) {
        var path = withoutTrailing('/', raw.length(), raw);
        require(
                !path.contains("//") && path.chars().allMatch(BaseUrl::isPathCharacter),
                "has a path with other characters than letters, digits, - and _ between its slashes");
        require(
                !(path + "/").toLowerCase(Locale.ROOT).contains(API_SEGMENT),
                "contains /open-apis, which the connector adds itself");
        return path;
    }

    private static boolean isPathCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '/';
    }

    private static String withoutTrailing(char unwanted, int atMost, String text) {
        var end = text.length();
        while (end > 0 && end > text.length() - atMost && text.charAt(end - 1) == unwanted) {
            end--;
        }
        return text.substring(0, end);
    }

    private static void requireBounded(String text) {
        require(text.length() <= MAX_LENGTH, "is longer than " + MAX_LENGTH + " characters");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
