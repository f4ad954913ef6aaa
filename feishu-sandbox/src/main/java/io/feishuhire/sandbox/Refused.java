package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends a call with an error of Feishu's. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ReplyForm.FeishuBody reply;

    private Refused(ReplyForm.FeishuBody reply) {
        super("Refused", null, false, false);
        this.reply = reply;
    }

    static Refused with(int httpStatus, int code, String msg) {
        return new Refused(ReplyForm.FeishuBody.error(httpStatus, code, msg, Map.of(), Map.of()));
    }

    static Refused withoutScope(String appId, String scope) {
        return new Refused(GatewayErrors.scopeMissing(appId, List.of(scope)));
    }

    /** The same with the field that is to blame. */
    Refused naming(String field, String value, String description) {
        var violation = Map.of("field", field, "value", value, "description", description);
        var fields = new LinkedHashMap<>(reply.fields());
        fields.put("error", Map.of("message", reply.fields().get("msg"), "field_violations", List.of(violation)));
        return new Refused(new ReplyForm.FeishuBody(reply.status(), reply.code(), fields, reply.headers()));
    }

    ReplyForm reply() {
        return reply;
    }
}
