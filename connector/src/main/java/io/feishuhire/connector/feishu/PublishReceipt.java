package io.feishuhire.connector.feishu;

import java.time.Instant;
import java.util.Optional;

/**
 * Feishu's word that an advertisement is online.
 *
 * @param publishedAt when the answer arrived, by the clock of this machine
 * @param logId the id to give to Feishu support ({@code x-tt-logid}); empty when Feishu sent none
 * @param channelId the channel; empty when Feishu decided
 * @param channelName what people call the channel; empty when it is not known
 * @param alreadyOnline whether the attempt failed, and a look found the advertisement online
 * @param link the address of the advertisement; empty where it has none, or it could not be found out
 */
public record PublishReceipt(
        Instant publishedAt,
        Optional<String> logId,
        Optional<JobChannelId> channelId,
        Optional<LocalizedName> channelName,
        boolean alreadyOnline,
        Optional<String> link) {}
