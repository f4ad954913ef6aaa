package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.Optional;

/**
 * One advertisement to publish.
 *
 * @param app who publishes
 * @param advertisementId what to publish
 * @param channel where to publish
 * @param lookBeforeRepeating whether to look, after an attempt that may have published, if the advertisement is online
 * @param jobId for {@code lookBeforeRepeating}: the job that the advertisement belongs to
 * @param link what the advertisement's address on a website looks like; empty for no link
 * @param timeout the longest that one HTTP exchange may take, from connecting (for which there are never more than 10
 *     seconds) to the last byte of the reply
 */
public record PublishRequest(
        FeishuApp app,
        AdvertisementId advertisementId,
        Channel channel,
        boolean lookBeforeRepeating,
        Optional<JobId> jobId,
        Optional<LinkPattern> link,
        Duration timeout) {

    /** A request that neither looks nor links. */
    public PublishRequest(FeishuApp app, AdvertisementId advertisementId, Channel channel, Duration timeout) {
        this(app, advertisementId, channel, false, Optional.empty(), Optional.empty(), timeout);
    }

    /** Leaves the ids and credentials out. */
    @Override
    public String toString() {
        return "PublishRequest[baseUrl=" + app.baseUrl().uri() + "]";
    }
}
