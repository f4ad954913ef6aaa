package io.feishuhire.connector.feishu;

/**
 * A custom (self-built) app on Feishu's open platform, and where that platform lives.
 *
 * @param baseUrl the platform
 * @param appId the app id, {@code cli_…}
 * @param appSecret the app secret
 */
public record FeishuApp(BaseUrl baseUrl, String appId, String appSecret) {

    /** Leaves the credentials out. */
    @Override
    public String toString() {
        return "FeishuApp[baseUrl=" + baseUrl.uri() + ", appId=<redacted>, appSecret=<redacted>]";
    }
}
