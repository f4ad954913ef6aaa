package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.Optional;

/**
 * One advertisement to look for.
 *
 * @param app who looks
 * @param advertisementId what to look for
 * @param channel where to look
 * @param jobId the job that the advertisement belongs to: where the channel does not have the advertisement under its
 *     id, the job is looked for
 * @param link what the advertisement's address on a website looks like; empty for no link
 * @param timeout the longest that one HTTP exchange may take, from connecting to the last byte of the reply
 */
public record CheckRequest(
        FeishuApp app,
        AdvertisementId advertisementId,
        Channel channel,
        Optional<JobId> jobId,
        Optional<LinkPattern> link,
        Duration timeout) {

    /** Leaves the ids and credentials out. */
    @Override
    public String toString() {
        return "CheckRequest[baseUrl=" + app.baseUrl().uri() + "]";
    }
}
