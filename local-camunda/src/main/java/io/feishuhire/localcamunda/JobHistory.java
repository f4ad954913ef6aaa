package io.feishuhire.localcamunda;

import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.feishuhire.localcamunda.ProcessHistory.Job;
import io.feishuhire.localcamunda.ProcessHistory.JobFailure;
import io.feishuhire.localcamunda.ProcessHistory.JobState;
import io.feishuhire.localcamunda.ProcessHistory.ThrownError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of one process instance. Guarded by the lock of its {@link ProcessHistoryBuilder}. */
final class JobHistory {

    private final Map<Long, Job> open = new LinkedHashMap<>();
    private final Map<Long, Job> withUncaughtError = new LinkedHashMap<>();
    private final List<JobFailure> failures = new ArrayList<>();
    private final List<ThrownError> errorsThrown = new ArrayList<>();

    void apply(long key, Intent intent, JobRecordValue job) {
        switch (intent) {
            case JobIntent.COMPLETED, JobIntent.CANCELED -> {
                open.remove(key);
                withUncaughtError.remove(key);
            }
            case JobIntent.ERROR_THROWN -> {
                var thrower = open.remove(key);
                if (thrower != null) {
                    withUncaughtError.put(key, thrower);
                    errorsThrown.add(new ThrownError(thrower.elementId(), job.getErrorCode(), job.getErrorMessage()));
                }
            }
            case JobIntent.FAILED -> {
                open.put(key, job(key, job, stateAfterFailure(job)));
                failures.add(new JobFailure(
                        job.getElementId(),
                        job.getRetries(),
                        job.getErrorMessage(),
                        Duration.ofMillis(job.getRetryBackoff())));
            }
            // More retries alone wake no job up: an incident keeps it until it is resolved, and a back-off lasts.
            case JobIntent.RETRIES_UPDATED, JobIntent.UPDATED, JobIntent.TIMEOUT_UPDATED ->
                open.computeIfPresent(key, (same, known) -> job(key, job, known.state()));
            default -> open.put(key, job(key, job, JobState.READY));
        }
    }

    /** The engine hands out a job again when its incident is resolved, and records nothing more of the job. */
    void incidentResolved(long jobKey) {
        var thrown = withUncaughtError.remove(jobKey);
        if (thrown != null) {
            open.put(jobKey, thrown);
        }
        open.computeIfPresent(
                jobKey, (key, job) -> new Job(key, job.elementId(), job.type(), job.retries(), JobState.READY));
    }

    /**
     * The element of an open job. Once a job has thrown an error that nothing catches, its records name another one.
     */
    Optional<String> elementOf(long key) {
        return Optional.ofNullable(open.get(key)).map(Job::elementId);
    }

    List<Job> open() {
        return List.copyOf(open.values());
    }

    List<JobFailure> failures() {
        return List.copyOf(failures);
    }

    List<ThrownError> errorsThrown() {
        return List.copyOf(errorsThrown);
    }

    private static JobState stateAfterFailure(JobRecordValue job) {
        if (job.getRetries() <= 0) {
            return JobState.NO_RETRIES_LEFT;
        }
        return job.getRetryBackoff() > 0 ? JobState.BACKING_OFF : JobState.READY;
    }

    private static Job job(long key, JobRecordValue job, JobState state) {
        return new Job(key, job.getElementId(), job.getType(), job.getRetries(), state);
    }
}
