package io.feishuhire.connector.openclose;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.feishuhire.connector.feishu.JobAction;
import io.feishuhire.connector.feishu.JobStatusReceipt;
import io.feishuhire.connector.feishu.OpenOrCloseRequest;
import io.feishuhire.connector.mapping.FeishuResult;
import io.feishuhire.connector.mapping.UtcTimestamp;

/**
 * The connector's result, the process variable {@code jobStatus}. What is unknown is absent, not null.
 *
 * @param jobId the job
 * @param action {@code open} or {@code close}: what the job is now
 * @param changed whether this task made it so; false when the job was open, or closed, before
 * @param expiresAt when the job expires, ISO-8601 in UTC with milliseconds; absent unless this task set it
 * @param logId the id to give to Feishu support; absent when Feishu sent none
 * @param confirmedAt when Feishu's answer arrived, ISO-8601 in UTC with milliseconds
 */
@JsonInclude(Include.NON_NULL)
public record JobStatusResult(
        String jobId, String action, boolean changed, String expiresAt, String logId, String confirmedAt)
        implements FeishuResult {

    static JobStatusResult of(OpenOrCloseRequest request, JobStatusReceipt receipt) {
        return new JobStatusResult(
                request.jobId().value(),
                request.action() instanceof JobAction.Open ? OpenOrCloseJobInput.To.OPEN : OpenOrCloseJobInput.To.CLOSE,
                receipt.changed(),
                receipt.expiresAt().map(UtcTimestamp::of).orElse(null),
                receipt.logId().orElse(null),
                UtcTimestamp.of(receipt.confirmedAt()));
    }
}
