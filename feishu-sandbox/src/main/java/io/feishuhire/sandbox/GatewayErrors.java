package io.feishuhire.sandbox;

import java.util.List;
import java.util.Map;

/** What Feishu's gateway answers before a call reaches Feishu Hire. */
final class GatewayErrors {

    private GatewayErrors() {}

    static ReplyForm tokenMissing() {
        return withErrorObject(
                99_991_661, "Missing access token for authorization. Please make a request with token attached.");
    }

    static ReplyForm tokenInvalid() {
        return withErrorObject(
                99_991_663, "Invalid access token for authorization. Please make a request with token attached.");
    }

    static ReplyForm rateLimited(String limit, String resetSeconds) {
        return ReplyForm.FeishuBody.error(
                429,
                99_991_400,
                "request trigger frequency limit",
                Map.of(),
                Map.of("x-ogw-ratelimit-limit", limit, "x-ogw-ratelimit-reset", resetSeconds));
    }

    /** The app has none of the scopes, of which the call needs one. */
    static ReplyForm.FeishuBody scopeMissing(String appId, List<String> scopes) {
        var violations = scopes.stream()
                .map(scope -> Map.of("type", "action_scope_required", "subject", scope))
                .toList();
        return scopeMissing(
                scopes,
                Map.of(
                        "message",
                        "Refer to the documentation to fix the error",
                        "permission_violations",
                        violations,
                        "helps",
                        List.of(Map.of("url", grantUrl(appId, scopes), "description", "Apply for the scope"))));
    }

    static ReplyForm scopeMissingAsDocumented(String appId) {
        var scopes = Scopes.PUBLISH;
        var violation = Map.of("scope", scopes.getFirst(), "url", grantUrl(appId, scopes));
        return scopeMissing(scopes, Map.of("logid", "", "permission_violations", List.of(violation)));
    }

    private static ReplyForm.FeishuBody scopeMissing(List<String> scopes, Map<String, ?> error) {
        var msg = "Access denied. One of the following scopes is required: " + scopes;
        return ReplyForm.FeishuBody.error(400, 99_991_672, msg, Map.of("error", error), Map.of());
    }

    private static ReplyForm withErrorObject(int code, String msg) {
        return ReplyForm.FeishuBody.error(400, code, msg, Map.of("error", Map.of("message", msg)), Map.of());
    }

    private static String grantUrl(String appId, List<String> scopes) {
        return "https://open.feishu.cn/app/" + appId + "/auth?q=" + String.join(",", scopes);
    }
}
