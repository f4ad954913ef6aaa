package io.feishuhire.connector.feishu;

/** What a failure means for the one who asked: whether asking again can help, and when. */
public enum FailureKind {
    /** Asking again changes nothing until a person acts. */
    PERMANENT,
    /** The same request may succeed later. It may also have been carried out already. */
    TRANSIENT,
    /** Not now: the request was not carried out and may be sent again after {@link FeishuFailure#retryAfter()}. */
    THROTTLED
}
