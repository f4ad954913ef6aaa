package io.feishuhire.localcamunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.protocol.impl.record.CopiedRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.feishuhire.localcamunda.ProcessHistory.Incident;
import io.feishuhire.localcamunda.ProcessHistory.Job;
import io.feishuhire.localcamunda.ProcessHistory.JobFailure;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import io.feishuhire.localcamunda.ProcessHistory.ThrownError;
import io.feishuhire.localcamunda.ProcessHistory.UserTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** Builds the history of one process instance from its records, and lets callers wait for the next change. */
final class ProcessHistoryBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long processInstanceKey;
    private final LongFunction<String> formIds;
    private final List<Long> positions = new ArrayList<>();

    private final Map<String, Long> lastRuns = new LinkedHashMap<>();
    private final Map<Long, String> active = new LinkedHashMap<>();
    private final List<String> completed = new ArrayList<>();
    private final List<String> terminated = new ArrayList<>();
    private final List<String> flows = new ArrayList<>();
    private final Map<Long, Map<String, String>> variables = new LinkedHashMap<>();
    private final Map<Long, UserTask> userTasks = new LinkedHashMap<>();
    private final Map<Long, Job> jobs = new LinkedHashMap<>();
    private final List<JobFailure> jobFailures = new ArrayList<>();
    private final List<ThrownError> errorsThrown = new ArrayList<>();
    private final Map<Long, Incident> incidents = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Long> called = new ArrayList<>();
    private int changes;
    private ProcessInstanceState state = ProcessInstanceState.ACTIVE;

    ProcessHistoryBuilder(long processInstanceKey, LongFunction<String> formIds) {
        this.processInstanceKey = processInstanceKey;
        this.formIds = formIds;
    }

    synchronized void add(CopiedRecord<?> record) {
        positions.add(record.getPosition());
        changes++;
        if (record.getRecordType() == RecordType.EVENT) {
            apply(record.getKey(), record.getIntent(), record.getValue());
        }
        notifyAll();
    }

    synchronized void addCalled(long calledInstanceKey) {
        called.add(calledInstanceKey);
        changes++;
        notifyAll();
    }

    /** Where the engine's log has the records. A record itself takes some 6 KB. */
    synchronized List<Long> positions() {
        return List.copyOf(positions);
    }

    synchronized int changes() {
        return changes;
    }

    /**
     * Waits until there are more changes than the caller has seen.
     *
     * @return false if the deadline comes first
     */
    synchronized boolean awaitMoreThan(int seen, long deadlineNanos) throws InterruptedException {
        while (changes <= seen) {
            var left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
        return true;
    }

    synchronized ProcessHistory history() {
        var local = new LinkedHashMap<String, Map<String, Object>>();
        lastRuns.forEach((elementId, scope) -> {
            if (variables.containsKey(scope)) {
                local.put(elementId, Collections.unmodifiableMap(parse(variables.get(scope))));
            }
        });
        return new ProcessHistory(
                processInstanceKey,
                state,
                List.copyOf(active.values()),
                List.copyOf(completed),
                List.copyOf(terminated),
                List.copyOf(flows),
                Collections.unmodifiableMap(parse(variables.getOrDefault(processInstanceKey, Map.of()))),
                Collections.unmodifiableMap(local),
                List.copyOf(userTasks.values()),
                List.copyOf(jobs.values()),
                List.copyOf(jobFailures),
                List.copyOf(errorsThrown),
                List.copyOf(incidents.values()),
                List.copyOf(steps),
                List.copyOf(called));
    }

    private void apply(long key, Intent intent, Object value) {
        if (value instanceof ProcessInstanceRecordValue element) {
            if (element.getBpmnElementType() == BpmnElementType.PROCESS) {
                applyProcess(intent);
            } else {
                applyElement(key, intent, element);
            }
        } else if (value instanceof VariableRecordValue variable) {
            variables
                    .computeIfAbsent(variable.getScopeKey(), scope -> new LinkedHashMap<>())
                    .put(variable.getName(), variable.getValue());
        } else if (value instanceof UserTaskRecordValue task) {
            applyUserTask(key, intent, task);
        } else if (value instanceof JobRecordValue job) {
            applyJob(key, intent, job);
        } else if (value instanceof IncidentRecordValue incident) {
            applyIncident(key, intent, incident);
        }
    }

    private void applyIncident(long key, Intent intent, IncidentRecordValue incident) {
        incidents.put(
                key,
                new Incident(
                        key,
                        incident.getJobKey(),
                        incident.getElementId(),
                        incident.getErrorType().name(),
                        incident.getErrorMessage(),
                        intent == IncidentIntent.RESOLVED));
    }

    private void applyProcess(Intent intent) {
        if (intent == ProcessInstanceIntent.ELEMENT_COMPLETED) {
            state = ProcessInstanceState.COMPLETED;
        } else if (intent == ProcessInstanceIntent.ELEMENT_TERMINATED) {
            state = ProcessInstanceState.TERMINATED;
        }
    }

    private void applyElement(long key, Intent intent, ProcessInstanceRecordValue element) {
        var elementId = element.getElementId();
        lastRuns.merge(elementId, key, Math::max);
        switch (intent) {
            case ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN -> flows.add(elementId);
            case ProcessInstanceIntent.ELEMENT_ACTIVATED -> active.put(key, elementId);
            case ProcessInstanceIntent.ELEMENT_COMPLETED -> {
                active.remove(key);
                completed.add(elementId);
                if (element.getBpmnElementType() != BpmnElementType.MULTI_INSTANCE_BODY) {
                    steps.add(new Step(elementId, false));
                }
            }
            case ProcessInstanceIntent.ELEMENT_TERMINATED -> {
                active.remove(key);
                terminated.add(elementId);
            }
            default -> {}
        }
    }

    private void applyUserTask(long key, Intent intent, UserTaskRecordValue task) {
        switch (intent) {
            case UserTaskIntent.CREATED, UserTaskIntent.COMPLETION_DENIED ->
                userTasks.put(
                        key,
                        new UserTask(
                                key,
                                task.getElementId(),
                                formIds.apply(task.getFormKey()),
                                List.copyOf(task.getCandidateGroupsList())));
            case UserTaskIntent.COMPLETING, UserTaskIntent.CANCELED -> userTasks.remove(key);
            default -> {}
        }
    }

    private void applyJob(long key, Intent intent, JobRecordValue job) {
        switch (intent) {
            case JobIntent.COMPLETED, JobIntent.CANCELED -> jobs.remove(key);
            case JobIntent.ERROR_THROWN -> {
                jobs.remove(key);
                steps.add(new Step(job.getElementId(), true));
                errorsThrown.add(new ThrownError(job.getElementId(), job.getErrorCode(), job.getErrorMessage()));
            }
            case JobIntent.FAILED -> {
                jobs.put(key, openJob(key, job));
                jobFailures.add(new JobFailure(
                        job.getElementId(),
                        job.getRetries(),
                        job.getErrorMessage(),
                        Duration.ofMillis(job.getRetryBackoff())));
            }
            default -> jobs.put(key, openJob(key, job));
        }
    }

    private static Job openJob(long key, JobRecordValue job) {
        return new Job(key, job.getElementId(), job.getType(), job.getRetries());
    }

    private static Map<String, Object> parse(Map<String, String> values) {
        var parsed = new LinkedHashMap<String, Object>();
        values.forEach((name, json) -> {
            try {
                parsed.put(name, JSON.readValue(json, Object.class));
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException("The engine recorded a variable " + name + " that is no JSON", notJson);
            }
        });
        return parsed;
    }
}
