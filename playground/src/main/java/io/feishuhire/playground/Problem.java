package io.feishuhire.playground;

import org.springframework.http.HttpStatus;

/** Why a call of the page cannot be done, in a sentence for its user in both languages. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Text text;

    private Problem(HttpStatus status, Text text, Throwable cause) {
        super(text.en(), cause);
        this.status = status;
        this.text = text;
    }

    /** A sentence in both languages. */
    record Text(String en, String zh) {}

    static Problem notFound(String en, String zh) {
        return new Problem(HttpStatus.NOT_FOUND, new Text(en, zh), null);
    }

    static Problem invalid(String en, String zh) {
        return new Problem(HttpStatus.BAD_REQUEST, new Text(en, zh), null);
    }

    /** The engine, or the sandbox, does not do what it is asked for. */
    static Problem refused(String reason, Throwable cause) {
        return new Problem(HttpStatus.CONFLICT, new Text("This was refused: " + reason, "操作被拒绝：" + reason), cause);
    }

    static Problem engineStopped(Throwable cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                new Text("The engine has stopped. End the playground and start it again.", "流程引擎已停止。请结束演练场，然后重新启动。"),
                cause);
    }

    HttpStatus status() {
        return status;
    }

    Text text() {
        return text;
    }
}
