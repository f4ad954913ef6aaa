package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * One job to look up.
 *
 * @param app who looks
 * @param jobId which job
 * @param timeout the longest that one HTTP exchange may take, from connecting to the last byte of the reply
 */
public record LookUpRequest(FeishuApp app, JobId jobId, Duration timeout) {

    /** Leaves the id and credentials out. */
    @Override
    public String toString() {
        return "LookUpRequest[baseUrl=" + app.baseUrl().uri() + "]";
    }
}
