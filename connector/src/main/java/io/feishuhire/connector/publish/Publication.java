package io.feishuhire.connector.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.feishuhire.connector.feishu.JobChannelId;
import io.feishuhire.connector.feishu.PublishReceipt;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.connector.mapping.ChannelName;
import io.feishuhire.connector.mapping.FeishuResult;
import io.feishuhire.connector.mapping.UtcTimestamp;

/**
 * The connector's result, the process variable {@code publication}. What is unknown is absent, not null.
 *
 * @param advertisementId the advertisement that is now online
 * @param jobChannelId the channel it was published on; absent when Feishu decided
 * @param channelName what people call the channel, for example {@code 社招官网 (Careers)}; absent when it is not known
 * @param url the address of the advertisement, for candidates; absent where it has none
 * @param alreadyOnline true when an attempt failed and a look found the advertisement online; else absent
 * @param logId the id to give to Feishu support; absent when Feishu sent none
 * @param publishedAt when Feishu's answer arrived, ISO-8601 in UTC with milliseconds, for example
 *     {@code 2026-11-22T08:30:00.123Z}
 */
@JsonInclude(Include.NON_NULL)
public record Publication(
        String advertisementId,
        String jobChannelId,
        String channelName,
        String url,
        Boolean alreadyOnline,
        String logId,
        String publishedAt)
        implements FeishuResult {

    static Publication of(PublishRequest request, PublishReceipt receipt) {
        return new Publication(
                request.advertisementId().value(),
                receipt.channelId().map(JobChannelId::value).orElse(null),
                ChannelName.of(receipt.channelName()),
                receipt.link().orElse(null),
                receipt.alreadyOnline() ? true : null,
                receipt.logId().orElse(null),
                UtcTimestamp.of(receipt.publishedAt()));
    }
}
