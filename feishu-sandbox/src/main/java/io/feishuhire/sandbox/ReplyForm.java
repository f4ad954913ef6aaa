package io.feishuhire.sandbox;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The forms that a {@link Reply} can take. */
sealed interface ReplyForm extends Reply {

    String JSON = "application/json; charset=utf-8";

    /** Left to the endpoint. */
    record Ordinary() implements ReplyForm {}

    /** A JSON object with a {@code code}. */
    record FeishuBody(int status, int code, Map<String, Object> fields, Map<String, String> headers)
            implements ReplyForm {

        public FeishuBody {
            requireStatus(status);
        }

        static FeishuBody error(int status, int code, String msg, Map<String, ?> fields, Map<String, String> headers) {
            var body = new LinkedHashMap<String, Object>();
            body.put("code", code);
            body.put("msg", msg);
            body.putAll(fields);
            return new FeishuBody(status, code, body, headers);
        }

        static FeishuBody ok(Map<String, ?> fields) {
            return error(200, 0, "ok", fields, Map.of());
        }

        /** The fields with the log id where Feishu repeats it. */
        Map<String, Object> fieldsWith(String logId) {
            if (!(fields.get("error") instanceof Map<?, ?> error)) {
                return fields;
            }
            var marked = new LinkedHashMap<Object, Object>(error);
            marked.put(error.containsKey("logid") ? "logid" : "log_id", logId);
            var body = new LinkedHashMap<String, Object>(fields);
            body.put("error", marked);
            return body;
        }
    }

    /** Bytes that need not mean anything. Not a record: an array is no value. */
    final class Raw implements ReplyForm {
        private final int status;
        private final String contentType;
        private final byte[] body;
        private final Map<String, String> headers;

        Raw(int status, String contentType, byte[] body, Map<String, String> headers) {
            requireStatus(status);
            this.status = status;
            this.contentType = Objects.requireNonNull(contentType, "contentType");
            this.body = body.clone();
            this.headers = Map.copyOf(headers);
        }

        int status() {
            return status;
        }

        String contentType() {
            return contentType;
        }

        byte[] body() {
            return body;
        }

        Map<String, String> headers() {
            return headers;
        }
    }

    /** A JSON object with a text of the given size. */
    record Huge(long bytes) implements ReplyForm {
        public Huge {
            if (bytes < 0) {
                throw new IllegalArgumentException("A reply cannot have " + bytes + " bytes");
            }
        }
    }

    /** Comes instead of the endpoint's own answer if that is a success. */
    record AfterEffect(Reply then) implements ReplyForm {
        public AfterEffect {
            Objects.requireNonNull(then, "then");
        }
    }

    /** Waits before the reply leaves. */
    record Delayed(Duration duration, Reply then) implements ReplyForm {
        public Delayed {
            requireNotNegative(duration);
            Objects.requireNonNull(then, "then");
        }
    }

    /** Spreads the body over a time. */
    record Dribbled(Duration duration, Reply then) implements ReplyForm {
        public Dribbled {
            requireNotNegative(duration);
            Objects.requireNonNull(then, "then");
        }
    }

    /** No HTTP reply. */
    record Broken(Fault fault) implements ReplyForm {}

    private static void requireStatus(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("The HTTP status of a reply is between 200 and 599, not " + status);
        }
    }

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative() || duration.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("A reply takes between no time and an hour, not " + duration);
        }
    }
}
