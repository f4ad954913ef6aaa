package io.feishuhire.connector.mapping;

import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.ConnectorMeters.Outcome;
import java.time.Duration;
import java.util.Optional;

/** One execution of a job, for log and meters. */
final class Execution {

    private final FeishuOperation connector;
    private final JobLog.Entry line;
    private final ConnectorMeters meters;
    private final long begun = System.nanoTime();

    /**
     * An execution that begins.
     *
     * @param connector which one works the job
     */
    Execution(FeishuOperation connector, JobLog.Entry line, ConnectorMeters meters) {
        this.connector = connector;
        this.line = line;
        this.meters = meters;
    }

    /** The job is done. */
    void succeeded(Object result) {
        line.succeeded(result);
        count(Outcome.SUCCESS, Optional.empty());
    }

    /** Feishu, or a value of the input, did not allow it. */
    void failed(FeishuFailure failure) {
        line.failed(failure);
        count(outcome(failure.kind()), Optional.of(failure.error()));
    }

    /** The connector did not get to the end of it. */
    void gaveUp(Throwable reason) {
        line.gaveUp();
        count(reason instanceof ConnectorInputException ? Outcome.CONFIGURATION : Outcome.DEFECT, Optional.empty());
    }

    private static Outcome outcome(FailureKind kind) {
        return switch (kind) {
            case PERMANENT -> Outcome.PERMANENT;
            case TRANSIENT -> Outcome.TRANSIENT;
            case THROTTLED -> Outcome.THROTTLED;
        };
    }

    private void count(Outcome outcome, Optional<FeishuError> error) {
        meters.executed(connector, outcome, error, Duration.ofNanos(System.nanoTime() - begun));
    }
}
