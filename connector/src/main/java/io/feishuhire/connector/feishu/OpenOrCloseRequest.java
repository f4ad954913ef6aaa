package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * One job to open or to close.
 *
 * @param app who does it
 * @param jobId which job
 * @param action what is done
 * @param timeout the longest that one HTTP exchange may take, from connecting to the last byte of the reply
 */
public record OpenOrCloseRequest(FeishuApp app, JobId jobId, JobAction action, Duration timeout) {

    /** Leaves the id, the time and credentials out. */
    @Override
    public String toString() {
        return "OpenOrCloseRequest[baseUrl=" + app.baseUrl().uri() + "]";
    }
}
