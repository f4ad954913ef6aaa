package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The checks of Feishu in their order: the gateway's first, then Feishu Hire's. */
final class FeishuApi {

    private static final String BEARER = "Bearer ";

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Apps apps;
    private final RateLimit rateLimit;
    private final Advertisements advertisements;

    FeishuApi(Apps apps, RateLimit rateLimit, Advertisements advertisements) {
        this.apps = apps;
        this.rateLimit = rateLimit;
        this.advertisements = advertisements;
    }

    ReplyForm answer(Endpoint endpoint, String path, String authorization, String body) {
        return switch (endpoint) {
            case TOKEN -> token(body);
            case PUBLISH -> publish(Endpoint.advertisementId(path), authorization, body);
            case OTHER -> notFound();
        };
    }

    static ReplyForm notFound() {
        return new ReplyForm.Raw(404, "text/plain; charset=utf-8", "404 page not found".getBytes(UTF_8), Map.of());
    }

    private ReplyForm token(String body) {
        JsonNode request = read(body).orElse(json.nullNode());
        if (!request.path("app_id").isTextual() || !request.path("app_secret").isTextual()) {
            return invalidApp(400);
        }
        String appId = request.path("app_id").textValue();
        Optional<Apps.App> app = apps.find(appId);
        if (app.isEmpty()) {
            return invalidApp(200);
        }
        if (!app.get().secret().equals(request.path("app_secret").textValue())) {
            return ReplyForm.FeishuBody.error(400, 10_014, "app secret invalid", Map.of(), Map.of());
        }
        Apps.IssuedToken issue = apps.tokenFor(appId);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tenant_access_token", issue.token());
        fields.put("expire", issue.expireSeconds());
        return ReplyForm.FeishuBody.ok(fields);
    }

    private static ReplyForm invalidApp(int httpStatus) {
        return ReplyForm.FeishuBody.error(httpStatus, 10_003, "invalid param", Map.of(), Map.of());
    }

    private ReplyForm publish(String advertisementId, String authorization, String body) {
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || authorization.substring(BEARER.length()).isBlank()) {
            return GatewayErrors.tokenMissing();
        }
        Optional<String> caller = apps.appOf(authorization.substring(BEARER.length()));
        if (caller.isEmpty()) {
            return GatewayErrors.tokenInvalid();
        }
        String appId = caller.get();
        Optional<RateLimit.Refusal> refusal = rateLimit.take(appId);
        if (refusal.isPresent()) {
            return GatewayErrors.rateLimited(
                    Integer.toString(refusal.get().perSecond()),
                    Long.toString(refusal.get().resetSeconds()));
        }
        if (!apps.find(appId).map(Apps.App::scope).orElse(false)) {
            return GatewayErrors.scopeMissing(appId);
        }
        Optional<JsonNode> request = read(body);
        JsonNode channel = request.map(fields -> fields.path("job_channel_id")).orElse(json.missingNode());
        boolean omitted = channel.isMissingNode() || channel.isNull();
        if (request.isEmpty() || !(omitted || channel.isTextual())) {
            return Advertisements.invalidParameter();
        }
        return advertisements.publish(appId, advertisementId, omitted ? null : channel.textValue());
    }

    private Optional<JsonNode> read(String body) {
        try {
            return Optional.of(json.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
