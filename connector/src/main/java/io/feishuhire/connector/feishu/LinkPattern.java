package io.feishuhire.connector.feishu;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the address of an advertisement on a recruitment website looks like. Feishu documents no such address, so the
 * modeler says it.
 *
 * @param text an https URL of at most {@value #MAX_LENGTH} characters, with the placeholders {@value #ADVERTISEMENT_ID}
 *     and {@value #WEBSITE_ID}; http for this machine only
 */
public record LinkPattern(String text) {

    private static final int MAX_LENGTH = 500;
    private static final String ADVERTISEMENT_ID = "{advertisementId}";
    private static final String WEBSITE_ID = "{websiteId}";
    private static final Pattern BRACES = Pattern.compile("[{}]");

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException when it cannot make a link; the message continues a sentence that begins with
     *     the name of the value, and does not repeat the value
     */
    public LinkPattern {
        text = text.strip();
        InvalidValue.unless(
                text.length() <= MAX_LENGTH,
                "is longer than " + MAX_LENGTH + " characters",
                "超过 " + MAX_LENGTH + " 个字符");
        var example = fill(text, "1", "1");
        InvalidValue.unless(
                !BRACES.matcher(example).find(),
                "has another placeholder than " + ADVERTISEMENT_ID + " and " + WEBSITE_ID,
                "含有 " + ADVERTISEMENT_ID + " 和 " + WEBSITE_ID + " 以外的占位符");
        InvalidValue.unless(isLink(example), "is no https URL", "不是 https 地址");
    }

    private static boolean isLink(String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            var scheme = host != null && BaseUrl.isLoopback(host) ? "https?" : "https";
            return host != null
                    && uri.isAbsolute()
                    && uri.getUserInfo() == null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches(scheme);
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    boolean needsWebsite() {
        return text.contains(WEBSITE_ID);
    }

    /** The address of an advertisement. */
    String link(String advertisementId, String websiteId) {
        return fill(text, encoded(advertisementId), encoded(websiteId));
    }

    private static String fill(String pattern, String advertisementId, String websiteId) {
        return pattern.replace(ADVERTISEMENT_ID, advertisementId).replace(WEBSITE_ID, websiteId);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
