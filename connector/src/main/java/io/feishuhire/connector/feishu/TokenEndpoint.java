package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Feishu for tenant access tokens ("自建应用获取 tenant_access_token"). */
final class TokenEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);

    private static final String PATH = "/open-apis/auth/v3/tenant_access_token/internal";

    /** Keeps no buffers for the next time, as these would hold secrets. */
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build());

    private final FeishuHttp http;

    TokenEndpoint(FeishuHttp http) {
        this.http = http;
    }

    /**
     * Exchanges an app's credentials for a token.
     *
     * @return whatever Feishu answered
     * @throws FeishuException when no answer arrived in time, or the calling thread was interrupted
     */
    FeishuReply ask(FeishuApp app, Duration timeout) {
        try {
            var reply = http.post(app.baseUrl().resolve(PATH), credentials(app), timeout);
            LOG.debug("tenant access token: {}", reply);
            return reply;
        } catch (FeishuException failed) {
            // A fetch that was interrupted has published nothing.
            throw Thread.currentThread().isInterrupted()
                    ? new FeishuException(FeishuFailure.interruptedBeforeSending())
                    : failed;
        }
    }

    private static String credentials(FeishuApp app) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(Map.of("app_id", app.appId(), "app_secret", app.appSecret())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Two strings always make a JSON object");
        }
    }
}
