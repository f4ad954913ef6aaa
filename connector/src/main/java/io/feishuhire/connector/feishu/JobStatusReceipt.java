package io.feishuhire.connector.feishu;

import java.time.Instant;
import java.util.Optional;

/**
 * Feishu's word that a job is open, or closed.
 *
 * @param changed whether this call made it so; it was open, or closed, before otherwise
 * @param expiresAt when the job expires, if this call set it
 * @param logId the id to give to Feishu support ({@code x-tt-logid}); empty when Feishu sent none
 * @param confirmedAt when the answer arrived, by the clock of this machine
 */
public record JobStatusReceipt(
        boolean changed, Optional<Instant> expiresAt, Optional<String> logId, Instant confirmedAt) {}
