package io.feishuhire.connector.feishu;

import java.time.Instant;
import java.util.Optional;

/**
 * A job that was created. No call leads from one of its ids to the other later, so both have to be kept.
 *
 * @param jobId the job
 * @param advertisementId its advertisement, which can be published
 * @param code the code that it was created with
 * @param title its title
 * @param createdAt when the answer arrived, by the clock of this machine
 * @param logId the id to give to Feishu support ({@code x-tt-logid}); empty when Feishu sent none
 */
public record CreatedJob(
        JobId jobId,
        AdvertisementId advertisementId,
        JobCode code,
        String title,
        Instant createdAt,
        Optional<String> logId) {}
