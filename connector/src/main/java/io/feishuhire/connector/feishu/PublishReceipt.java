package io.feishuhire.connector.feishu;

import java.time.Instant;
import java.util.Optional;

/**
 * Feishu's word that an advertisement is published.
 *
 * @param publishedAt when the answer arrived, by the clock of this machine
 * @param logId the id to give to Feishu support ({@code x-tt-logid}); empty when Feishu sent none
 */
public record PublishReceipt(Instant publishedAt, Optional<String> logId) {}
