package io.feishuhire.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The call that answers a tenant access token. It needs no token, and has no limit. */
final class TokenCall {

    private static final String PATH = "/open-apis/auth/v3/tenant_access_token/internal";

    private final Apps apps;

    TokenCall(Apps apps) {
        this.apps = apps;
    }

    static boolean is(String method, String path) {
        return method.equals("POST") && path.equals(PATH);
    }

    ReplyForm answer(Optional<JsonNode> body) {
        var appId = body.map(request -> request.path("app_id")).filter(JsonNode::isTextual);
        var secret = body.map(request -> request.path("app_secret")).filter(JsonNode::isTextual);
        if (appId.isEmpty() || secret.isEmpty()) {
            return invalidApp(400);
        }
        var id = appId.get().textValue();
        var app = apps.find(id);
        if (app.isEmpty()) {
            return invalidApp(200);
        }
        if (!app.get().secret().equals(secret.get().textValue())) {
            return ReplyForm.FeishuBody.error(400, 10_014, "app secret invalid", Map.of(), Map.of());
        }
        var issued = apps.tokenFor(id);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("tenant_access_token", issued.token());
        fields.put("expire", issued.expireSeconds());
        return ReplyForm.FeishuBody.ok(fields);
    }

    private static ReplyForm invalidApp(int httpStatus) {
        return ReplyForm.FeishuBody.error(httpStatus, 10_003, "invalid param", Map.of(), Map.of());
    }
}
