package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An advertisement on a channel, with what Feishu tells of its job.
 *
 * @param id the advertisement's id on that channel
 * @param title the title of the advertisement
 * @param jobId the job that it belongs to
 * @param jobCode the code of the job; empty when it has none
 * @param jobActive whether the job is open (启用)
 * @param jobExpiresAt when the job expires; empty when it never does
 */
public record JobPost(
        String id, String title, String jobId, String jobCode, boolean jobActive, Optional<Instant> jobExpiresAt) {

    private static final int NOT_ACTIVE = 2;

    static JobPost of(JsonNode post) {
        return new JobPost(
                post.path("id").asText(),
                post.path("title").asText(),
                post.path("job_id").asText(),
                post.path("job_code").asText(),
                post.path("job_active_status").asInt() != NOT_ACTIVE,
                time(post.path("job_expire_time")));
    }

    /** Milliseconds, as text or as a number; absent, null, empty or 0 where the job never expires. */
    private static Optional<Instant> time(JsonNode milliseconds) {
        var time = milliseconds.asLong();
        return time > 0 ? Optional.of(Instant.ofEpochMilli(time)) : Optional.empty();
    }
}
