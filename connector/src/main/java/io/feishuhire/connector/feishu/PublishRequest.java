package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.Optional;

/**
 * One advertisement to publish.
 *
 * @param app who publishes
 * @param advertisementId what to publish
 * @param jobChannelId where to publish; empty leaves the choice to Feishu, which is documented nowhere
 * @param timeout the longest that one HTTP exchange may take, from connecting (for which there are never more than 10
 *     seconds) to the last byte of the reply
 */
public record PublishRequest(
        FeishuApp app, AdvertisementId advertisementId, Optional<JobChannelId> jobChannelId, Duration timeout) {

    /** Leaves the ids and credentials out. */
    @Override
    public String toString() {
        return "PublishRequest[baseUrl=" + app.baseUrl().uri() + "]";
    }
}
