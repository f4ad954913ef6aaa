package io.feishuhire.connector.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

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
public record Publication(String advertisementId, String jobChannelId, String logId, String publishedAt) {}
