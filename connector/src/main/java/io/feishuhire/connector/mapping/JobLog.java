package io.feishuhire.connector.mapping;

import io.camunda.connector.api.outbound.JobContext;
import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuFailure;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of the log for each job: what became of it, which element of which process instance it was, and the id that
 * Feishu support asks for. It holds nothing of the input and nothing of Feishu's reply. A failure is no error of the
 * log: the process may expect it, and where it does not, Camunda makes an incident of it.
 */
final class JobLog {

    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

    private final LongSupplier nanoTime;

    /**
     * A log of jobs.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     */
    JobLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Begins to work a job. */
    Entry begin(JobContext job) {
        return new Entry(job, nanoTime.getAsLong());
    }

    /** The line of one job. */
    final class Entry {

        private final JobContext job;
        private final long begun;

        private Entry(JobContext job, long begun) {
            this.job = job;
            this.begun = begun;
        }

        /** The job is done. */
        void succeeded(Object result) {
            var logId = result instanceof FeishuResult known
                    ? Optional.ofNullable(known.logId())
                    : Optional.<String>empty();
            LOG.info("{}", line("succeeded", logId));
        }

        /** Feishu did not do it. A job that only waits for the limit comes back by itself, and often. */
        void failed(FeishuFailure failure) {
            if (failure.kind() == FailureKind.THROTTLED) {
                LOG.debug("{}", line("waits " + failure.retryAfter().toMillis() + " ms", failure.logId()));
            } else {
                LOG.info("{}", line(outcome(failure), failure.logId()));
            }
        }

        /** The connector is configured wrongly, or failed itself. */
        void gaveUp() {
            LOG.info("{}", line("ended in an incident", Optional.empty()));
        }

        private String outcome(FeishuFailure failure) {
            return "failed with " + BpmnErrors.code(failure.error()) + " ("
                    + failure.kind().name().toLowerCase(Locale.ROOT) + ")";
        }

        private String line(String outcome, Optional<String> logId) {
            return job.getType() + " " + outcome + " after "
                    + Duration.ofNanos(nanoTime.getAsLong() - begun).toMillis() + " ms: element "
                    + job.getElementId() + " of process " + job.getBpmnProcessId() + ", process instance "
                    + job.getProcessInstanceKey() + ", element instance " + job.getElementInstanceKey()
                    + logId.map(id -> ", Feishu log id " + id).orElse("");
        }
    }
}
