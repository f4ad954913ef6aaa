package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An advertisement on a channel, with what Feishu tells of its job.
 *
 * @param id the advertisement's id on that channel, 1 to 32 digits
 * @param title the title of the advertisement
 * @param jobId the job that it belongs to
 * @param jobCode the code of the job; empty when it has none
 * @param jobActive whether the job is open (启用)
 * @param jobExpiresAt when the job expires; empty when it never does
 */
public record JobPost(
        String id, String title, String jobId, String jobCode, boolean jobActive, Optional<Instant> jobExpiresAt) {

    private static final String ACTIVE = "1";

    /**
     * Checks the form of the id, which becomes a part of a link.
     *
     * @throws IllegalArgumentException when the id is not 1 to 32 digits
     */
    public JobPost {
        NumericId.require(id);
    }

    /**
     * Reads an answer. What is not clearly open is not.
     *
     * @throws IllegalArgumentException when it cannot be an advertisement
     */
    static JobPost of(JsonNode post) {
        return new JobPost(
                JsonText.of(post, "id"),
                JsonText.shown(post, "title"),
                JsonText.of(post, "job_id"),
                JsonText.shown(post, "job_code"),
                JsonText.of(post, "job_active_status").equals(ACTIVE),
                JsonText.time(post, "job_expire_time"));
    }
}
