package io.feishuhire.connector.feishu;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An app as a key of what is kept for it. The secret is a hash only, so that a heap dump of a cache does not show it.
 */
record AppKey(BaseUrl baseUrl, String appId, String secretHash) {

    static AppKey of(FeishuApp app) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var hash = sha256.digest(app.appSecret().getBytes(StandardCharsets.UTF_8));
            return new AppKey(app.baseUrl(), app.appId(), HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
