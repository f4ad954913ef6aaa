package io.feishuhire.sandbox;

import java.util.Map;

/** Ends a call with an error of Feishu's. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ReplyForm reply;

    private Refused(ReplyForm reply) {
        super("Refused", null, false, false);
        this.reply = reply;
    }

    static Refused with(int httpStatus, int code, String msg) {
        return new Refused(ReplyForm.FeishuBody.error(httpStatus, code, msg, Map.of(), Map.of()));
    }

    static Refused with(ReplyForm reply) {
        return new Refused(reply);
    }

    ReplyForm reply() {
        return reply;
    }
}
