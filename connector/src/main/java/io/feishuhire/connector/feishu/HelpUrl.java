package io.feishuhire.connector.feishu;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which links of a reply may be put in front of a person as help: only https pages on Feishu's own domains. */
final class HelpUrl {

    private static final int MAX_LENGTH = 2_048;
    private static final List<String> FEISHU_DOMAINS = List.of("feishu.cn", "larksuite.com", "larkoffice.com");

    private HelpUrl() {}

    /**
     * Reads a link.
     *
     * @param text what the reply holds, or null
     */
    static Optional<URI> trusted(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getRawUserInfo() == null && isFeishu(uri.getHost())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isFeishu(String host) {
        return host != null
                && FEISHU_DOMAINS.stream()
                        .anyMatch(domain -> ("." + host.toLowerCase(Locale.ROOT)).endsWith("." + domain));
    }
}
