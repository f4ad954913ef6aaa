package io.feishuhire.connector.feishu;

/**
 * Thrown when a call to Feishu failed, or may have failed. It never has a cause: the exceptions of HTTP and JSON
 * libraries quote what they read, and what they read may be confidential.
 */
public final class FeishuException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FeishuFailure failure;

    /**
     * Wraps a failure.
     *
     * @param failure what went wrong; its {@link FeishuFailure#message() message} becomes the exception's
     */
    public FeishuException(FeishuFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** What went wrong. */
    public FeishuFailure failure() {
        return failure;
    }
}
