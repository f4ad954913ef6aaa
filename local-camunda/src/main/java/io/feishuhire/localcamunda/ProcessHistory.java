package io.feishuhire.localcamunda;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one process instance did up to now, as the engine recorded it. It is a snapshot and does not change.
 *
 * <p>Elements and flows have their ids of the diagram, in the order in which they happened. An element that ran twice
 * is listed twice, a multi-instance activity once for each instance and not once more for all of them together. The
 * process itself is not among the elements.
 *
 * @param processId the id of its process in the diagram; empty as long as the engine has recorded nothing of it
 * @param startedAt when it was started, by the engine's clock
 * @param state whether the instance runs, was completed or was terminated
 * @param activeElements elements that are active now
 * @param completedElements elements that were completed
 * @param terminatedElements elements that were terminated, such as a task by its boundary event
 * @param sequenceFlowsTaken ids of the sequence flows
 * @param variables the variables of the process instance itself, as Jackson reads JSON into {@code Object}
 * @param localVariables the variables of elements by element id, including elements that have ended; the last run
 *     counts where an element ran more than once
 * @param openUserTasks native user tasks that wait for a person
 * @param openJobs jobs that are neither completed, cancelled nor ended by a BPMN error
 * @param jobFailures failed attempts of jobs
 * @param errorsThrown BPMN errors that jobs threw
 * @param incidents all incidents, resolved ones included
 * @param steps elements that ended by themselves, completed or with a BPMN error
 * @param calledInstances keys of the process instances that its call activities started
 * @param waits timers, messages and signals that its elements wait for now
 */
public record ProcessHistory(
        long processInstanceKey,
        String processId,
        Instant startedAt,
        ProcessInstanceState state,
        List<String> activeElements,
        List<String> completedElements,
        List<String> terminatedElements,
        List<String> sequenceFlowsTaken,
        Map<String, Object> variables,
        Map<String, Map<String, Object>> localVariables,
        List<UserTask> openUserTasks,
        List<Job> openJobs,
        List<JobFailure> jobFailures,
        List<ThrownError> errorsThrown,
        List<Incident> incidents,
        List<Step> steps,
        List<Long> calledInstances,
        List<Wait> waits) {

    /**
     * An open native user task.
     *
     * @param formId the id of the deployed form, or null if the task has none
     * @param createdAt when it was opened, by the engine's clock
     */
    public record UserTask(
            long key, String elementId, String formId, List<String> candidateGroups, Instant createdAt) {}

    /** An open job, with its remaining retries and what it waits for. */
    public record Job(long key, String elementId, String type, int retries, JobState state) {}

    /** What an open job waits for. */
    public enum JobState {
        /** A worker works it, or may begin to at any time. */
        READY,
        /** It failed, and the engine keeps it back for a time. */
        BACKING_OFF,
        /** It failed for the last time, and an incident waits for an operator. */
        NO_RETRIES_LEFT
    }

    /** Something that an element, or a boundary event at it, waits for. */
    public sealed interface Wait {
        /** The element that waits, or the boundary event. */
        String elementId();

        /** A timer that goes off at a time of the engine's clock. */
        record ForTimer(long key, String elementId, Instant due) implements Wait {}

        /** A message. */
        record ForMessage(long key, String elementId, String name, String correlationKey) implements Wait {}

        /** A signal. */
        record ForSignal(long key, String elementId, String name) implements Wait {}
    }

    /**
     * A failed attempt of a job.
     *
     * @param retriesLeft the retries after this failure
     * @param retryBackOff how long the engine keeps the job back; zero if it does not
     */
    public record JobFailure(String elementId, int retriesLeft, String message, Duration retryBackOff) {}

    /** A BPMN error that the job of an element threw. */
    public record ThrownError(String elementId, String code, String message) {}

    /**
     * An incident.
     *
     * @param jobKey the key of its job, or −1 if it has none
     * @param scopeKey the key of the element instance whose variables were seen
     * @param createdAt when it came, by the engine's clock
     * @param type Zeebe's name for its kind, such as {@code JOB_NO_RETRIES} or {@code UNHANDLED_ERROR_EVENT}
     */
    public record Incident(
            long key,
            long jobKey,
            long scopeKey,
            String elementId,
            String type,
            String message,
            Instant createdAt,
            boolean resolved) {}

    /**
     * An element that has ended.
     *
     * @param failed whether it ended in a BPMN error
     */
    public record Step(String elementId, boolean failed) {}

    /** The incidents that are not resolved. */
    public List<Incident> openIncidents() {
        return incidents.stream().filter(incident -> !incident.resolved()).toList();
    }

    /** The timer among these that is due next. */
    public static Optional<Wait.ForTimer> nextTimer(List<Wait> waits) {
        return waits.stream()
                .filter(Wait.ForTimer.class::isInstance)
                .map(Wait.ForTimer.class::cast)
                .min(Comparator.comparing(Wait.ForTimer::due));
    }

    /**
     * A description of where the instance stands, in a few lines for a person to read. It leaves out the variables,
     * because they may hold data that does not belong in a log.
     */
    public String describe() {
        var text = new StringBuilder("Process instance %d is %s".formatted(processInstanceKey, state));
        line(text, "in", activeElements);
        line(text, "completed", completedElements);
        line(text, "terminated", terminatedElements);
        line(text, "open user tasks", openUserTasks);
        line(text, "open jobs", openJobs);
        line(text, "job failures", jobFailures);
        line(text, "errors thrown", errorsThrown);
        line(text, "open incidents", openIncidents());
        return text.toString();
    }

    private static void line(StringBuilder text, String title, List<?> entries) {
        if (!entries.isEmpty()) {
            text.append("\n  ")
                    .append(title)
                    .append(": ")
                    .append(entries.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
    }
}
