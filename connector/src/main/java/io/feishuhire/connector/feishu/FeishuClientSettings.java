package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the operator of a runtime may decide, by environment variable.
 *
 * @param publishesPerSecond the most publish requests in any second, for each base URL and app; 1 to 1,000
 * @param proxies the proxies on the way to Feishu
 * @param feishu what the region "Feishu" means
 * @param allowedHosts hosts that credentials may be sent to besides those that {@link #allows} names; in lower case
 */
public record FeishuClientSettings(
        int publishesPerSecond, ProxySettings proxies, BaseUrl feishu, Set<String> allowedHosts) {

    /**
     * The environment variable for {@link #publishesPerSecond}. Runtimes that publish for the same app share the app's
     * limit of 10, so each of three gets 3.
     */
    public static final String PUBLISHES_PER_SECOND = "FEISHU_HIRE_PUBLISHES_PER_SECOND";

    /**
     * The environment variable for {@link #feishu}: the base URL of a private deployment, a gateway or the sandbox.
     * With it no diagram needs an address.
     */
    public static final String BASE_URL = "FEISHU_HIRE_BASE_URL";

    /** The environment variable for {@link #allowedHosts}: exact host names, separated by commas. */
    public static final String ALLOWED_HOSTS = "FEISHU_HIRE_ALLOWED_HOSTS";

    /** Feishu's own limit for "发布职位广告", Feishu's own address, and no proxies. */
    public static final FeishuClientSettings DEFAULT = new FeishuClientSettings(10);

    private static final int MOST_PER_SECOND = 1_000;
    private static final Pattern BETWEEN_HOSTS = Pattern.compile("[,\\s]+");

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when {@code publishesPerSecond} is not 1 to 1,000
     */
    public FeishuClientSettings {
        if (publishesPerSecond < 1 || publishesPerSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException(PUBLISHES_PER_SECOND + " must be a whole number from 1 to "
                    + MOST_PER_SECOND + ": how many advertisements one app may publish in a second.");
        }
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** Settings without proxies, for Feishu's own address. */
    public FeishuClientSettings(int publishesPerSecond) {
        this(publishesPerSecond, ProxySettings.NONE);
    }

    /** Settings for Feishu's own address. */
    public FeishuClientSettings(int publishesPerSecond, ProxySettings proxies) {
        this(publishesPerSecond, proxies, BaseUrl.FEISHU, Set.of());
    }

    /**
     * Reads the settings from environment variables; what is not set has Feishu's own value.
     *
     * @param environment usually {@link System#getenv()}
     * @throws IllegalArgumentException when a variable is set to something that cannot be used; it names the variable
     */
    public static FeishuClientSettings from(Map<String, String> environment) {
        var text = environment.getOrDefault(PUBLISHES_PER_SECOND, "").strip();
        return new FeishuClientSettings(
                text.isEmpty() ? DEFAULT.publishesPerSecond() : text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0,
                ProxySettings.from(environment),
                feishu(environment.getOrDefault(BASE_URL, "").strip()),
                allowedHosts(environment.getOrDefault(ALLOWED_HOSTS, "")));
    }

    /**
     * Whether credentials may be sent there: Feishu's and Lark's own hosts, this machine, the host of {@link #feishu}
     * and {@link #allowedHosts}. Hosts are compared whole.
     */
    public boolean allows(BaseUrl baseUrl) {
        var host = baseUrl.host();
        return BaseUrl.isLoopback(host)
                || host.equals(BaseUrl.FEISHU.host())
                || host.equals(BaseUrl.LARK.host())
                || host.equals(feishu.host())
                || allowedHosts.contains(host);
    }

    /** The settings in force, for an operator: hosts and figures, and no credentials. */
    public String inWords() {
        var others = allowedHosts.isEmpty() ? "no others" : String.join(", ", new TreeSet<>(allowedHosts));
        return "at most " + publishesPerSecond + " publications a second for each app; the region Feishu is "
                + feishu.uri() + "; hosts allowed beside Feishu's, Lark's and this machine: " + others + "; "
                + proxies.inWords();
    }

    private static BaseUrl feishu(String text) {
        try {
            return text.isEmpty() ? BaseUrl.FEISHU : BaseUrl.parse(text);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(BASE_URL + " " + unusable.getMessage()
                    + ". Set an https URL such as https://feishu.example.com, without the part that begins with"
                    + " /open-apis.");
        }
    }

    private static Set<String> allowedHosts(String list) {
        return BETWEEN_HOSTS
                .splitAsStream(list)
                .filter(host -> !host.isEmpty())
                .map(FeishuClientSettings::allowedHost)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String allowedHost(String host) {
        try {
            var baseUrl = BaseUrl.parse("https://" + host);
            if (baseUrl.uri().toString().equals("https://" + baseUrl.host())) {
                return baseUrl.host();
            }
        } catch (IllegalArgumentException noHost) {
            // The message below says what a host looks like.
        }
        throw new IllegalArgumentException(ALLOWED_HOSTS + " must be host names separated by commas, for example"
                + " open.feishu.example.com,gateway.example.com: no https://, port, path or *.");
    }
}
