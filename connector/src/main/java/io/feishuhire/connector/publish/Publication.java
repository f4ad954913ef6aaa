package io.feishuhire.connector.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.feishuhire.connector.feishu.JobChannelId;
import io.feishuhire.connector.feishu.PublishReceipt;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.connector.mapping.UtcTimestamp;

/**
 * The connector's result, the process variable {@code publication}. What is unknown is absent, not null.
 *
 * @param advertisementId the advertisement that is now online
 * @param jobChannelId the channel it was published on; absent when Feishu decided
 * @param logId the id to give to Feishu support; absent when Feishu sent none
 * @param publishedAt when Feishu's answer arrived, ISO-8601 in UTC with milliseconds, for example
 *     {@code 2026-11-22T08:30:00.123Z}
 */
@JsonInclude(Include.NON_NULL)
public record Publication(String advertisementId, String jobChannelId, String logId, String publishedAt) {

    static Publication of(PublishRequest request, PublishReceipt receipt) {
        return new Publication(
                request.advertisementId().value(),
                request.jobChannelId().map(JobChannelId::value).orElse(null),
                receipt.logId().orElse(null),
                UtcTimestamp.of(receipt.publishedAt()));
    }
}
