package io.feishuhire.connector.feishu;

import java.util.Map;

/**
 * What the operator of a runtime may decide, by environment variable.
 *
 * @param publishesPerSecond the most publish requests in any second, for each base URL and app; 1 to 1,000
 * @param proxies the proxies on the way to Feishu
 */
public record FeishuClientSettings(int publishesPerSecond, ProxySettings proxies) {

    /**
     * The environment variable for {@link #publishesPerSecond}. Runtimes that publish for the same app share the app's
     * limit of 10, so each of three gets 3.
     */
    public static final String PUBLISHES_PER_SECOND = "FEISHU_HIRE_PUBLISHES_PER_SECOND";

    /** Feishu's own limit for "发布职位广告", and no proxies. */
    public static final FeishuClientSettings DEFAULT = new FeishuClientSettings(10);

    private static final int MOST_PER_SECOND = 1_000;

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
    }

    /** Settings without proxies. */
    public FeishuClientSettings(int publishesPerSecond) {
        this(publishesPerSecond, ProxySettings.NONE);
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
                ProxySettings.from(environment));
    }
}
