package io.feishuhire.localcamunda;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Optional;

/**
 * An event of a process instance in an {@link EngineProcess}.
 *
 * @param processId the id of the process in its diagram
 * @param key the key of the job, incident or process instance
 * @param retries the remaining retries of a failed job; 0 otherwise
 */
public record EngineEvent(Kind kind, String processId, long key, int retries) {

    /** What happened. */
    public enum Kind {
        /** A worker handed a job back. */
        JOB_FAILED,
        /** An incident was raised. */
        INCIDENT_CREATED,
        /** A process instance reached an end. */
        INSTANCE_COMPLETED
    }

    static Optional<EngineEvent> of(Record<?> record) {
        var value = record.getValue();
        var intent = record.getIntent();
        if (record.getRecordType() != RecordType.EVENT) {
            return Optional.empty();
        }
        if (value instanceof JobRecordValue job && intent == JobIntent.FAILED) {
            return event(Kind.JOB_FAILED, job.getBpmnProcessId(), record, job.getRetries());
        }
        if (value instanceof IncidentRecordValue incident && intent == IncidentIntent.CREATED) {
            return event(Kind.INCIDENT_CREATED, incident.getBpmnProcessId(), record, 0);
        }
        if (value instanceof ProcessInstanceRecordValue element
                && intent == ProcessInstanceIntent.ELEMENT_COMPLETED
                && element.getBpmnElementType() == BpmnElementType.PROCESS) {
            return event(Kind.INSTANCE_COMPLETED, element.getBpmnProcessId(), record, 0);
        }
        return Optional.empty();
    }

    private static Optional<EngineEvent> event(Kind kind, String processId, Record<?> record, int retries) {
        return Optional.of(new EngineEvent(kind, processId, record.getKey(), retries));
    }
}
