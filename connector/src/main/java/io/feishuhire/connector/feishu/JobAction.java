package io.feishuhire.connector.feishu;

import java.time.Instant;
import java.util.Optional;

/** What is done to a job. Doing it again does no harm. */
public sealed interface JobAction {

    /**
     * The job is opened (重启).
     *
     * @param expiresAt when it expires, to the millisecond; empty for never
     */
    record Open(Optional<Instant> expiresAt) implements JobAction {}

    /** The job is closed (关闭), which takes all its advertisements offline. */
    record Close() implements JobAction {}
}
