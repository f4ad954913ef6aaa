package io.feishuhire.connector.create;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.feishuhire.connector.feishu.CreatedJob;
import io.feishuhire.connector.mapping.FeishuResult;
import io.feishuhire.connector.mapping.UtcTimestamp;

/**
 * The connector's result, the process variable {@code createdJob}. No call leads from one id to the other later: keep
 * both.
 *
 * @param jobId the job, for looking it up, opening and closing it
 * @param advertisementId the advertisement, for publishing and checking it
 * @param code the code that the job was created with
 * @param title the title
 * @param createdAt when Feishu confirmed it, ISO-8601 in UTC with milliseconds
 * @param logId Feishu's id of the request; absent when Feishu sent none
 */
@JsonInclude(Include.NON_NULL)
public record CreatedJobResult(
        String jobId, String advertisementId, String code, String title, String createdAt, String logId)
        implements FeishuResult {

    static CreatedJobResult of(CreatedJob job) {
        return new CreatedJobResult(
                job.jobId().value(),
                job.advertisementId().value(),
                job.code().value(),
                job.title(),
                UtcTimestamp.of(job.createdAt()),
                job.logId().orElse(null));
    }
}
