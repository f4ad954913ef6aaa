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
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.SignalSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.feishuhire.localcamunda.ProcessHistory.Incident;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import io.feishuhire.localcamunda.ProcessHistory.UserTask;
import java.time.Instant;
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
    private final JobHistory jobs = new JobHistory();
    private final WaitHistory waits = new WaitHistory();
    private final Map<Long, Incident> incidents = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Long> called = new ArrayList<>();
    private final Map<Long, Long> parents = new LinkedHashMap<>();
    private int changes;
    private ProcessHistory lastHistory;
    private String processId = "";
    private Instant startedAt = Instant.EPOCH;
    private ProcessInstanceState state = ProcessInstanceState.ACTIVE;

    ProcessHistoryBuilder(long processInstanceKey, LongFunction<String> formIds) {
        this.processInstanceKey = processInstanceKey;
        this.formIds = formIds;
    }

    synchronized void add(CopiedRecord<?> record) {
        positions.add(record.getPosition());
        changes++;
        lastHistory = null;
        if (record.getRecordType() == RecordType.EVENT) {
            apply(record);
        }
        notifyAll();
    }

    synchronized void addCalled(long calledInstanceKey) {
        called.add(calledInstanceKey);
        changes++;
        lastHistory = null;
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

    /** The history does not change, so it is made once for all who ask before the next record. */
    synchronized ProcessHistory history() {
        if (lastHistory == null) {
            lastHistory = snapshot();
        }
        return lastHistory;
    }

    /** The variables that an open user task sees: of all scopes around it, the innermost first. */
    synchronized Map<String, Object> variablesSeenBy(long userTaskKey) {
        var seen = new LinkedHashMap<String, String>();
        for (var scope = parents.get(userTaskKey); scope != null; scope = parents.get(scope)) {
            variables.getOrDefault(scope, Map.of()).forEach(seen::putIfAbsent);
        }
        return parse(seen);
    }

    private ProcessHistory snapshot() {
        var local = new LinkedHashMap<String, Map<String, Object>>();
        lastRuns.forEach((elementId, scope) -> {
            if (variables.containsKey(scope)) {
                local.put(elementId, Collections.unmodifiableMap(parse(variables.get(scope))));
            }
        });
        return new ProcessHistory(
                processInstanceKey,
                processId,
                startedAt,
                state,
                List.copyOf(active.values()),
                List.copyOf(completed),
                List.copyOf(terminated),
                List.copyOf(flows),
                Collections.unmodifiableMap(parse(variables.getOrDefault(processInstanceKey, Map.of()))),
                Collections.unmodifiableMap(local),
                List.copyOf(userTasks.values()),
                jobs.open(),
                jobs.failures(),
                jobs.errorsThrown(),
                List.copyOf(incidents.values()),
                List.copyOf(steps),
                List.copyOf(called),
                waits.open());
    }

    private void apply(CopiedRecord<?> record) {
        var key = record.getKey();
        var intent = record.getIntent();
        switch (record.getValue()) {
            case ProcessInstanceRecordValue element -> {
                parents.put(key, element.getFlowScopeKey());
                switch (element.getBpmnElementType()) {
                    case PROCESS -> applyProcess(record, element);
                    // Its instances have the same id, and are what people see.
                    case MULTI_INSTANCE_BODY -> {}
                    default -> applyElement(key, intent, element);
                }
            }
            case VariableRecordValue variable ->
                variables
                        .computeIfAbsent(variable.getScopeKey(), scope -> new LinkedHashMap<>())
                        .put(variable.getName(), variable.getValue());
            case UserTaskRecordValue task -> applyUserTask(record, task);
            case JobRecordValue job -> {
                if (intent == JobIntent.ERROR_THROWN) {
                    jobs.elementOf(key).ifPresent(elementId -> steps.add(new Step(elementId, true)));
                }
                jobs.apply(key, intent, job);
            }
            case IncidentRecordValue incident -> applyIncident(record, incident);
            case TimerRecordValue timer -> waits.apply(key, intent, timer);
            case ProcessMessageSubscriptionRecordValue message -> waits.apply(key, intent, message);
            case SignalSubscriptionRecordValue signal -> waits.apply(key, intent, signal);
            default -> {}
        }
    }

    private void applyIncident(CopiedRecord<?> record, IncidentRecordValue incident) {
        var key = record.getKey();
        var resolved = record.getIntent() == IncidentIntent.RESOLVED;
        var known = incidents.get(key);
        incidents.put(
                key,
                new Incident(
                        key,
                        incident.getJobKey(),
                        incident.getVariableScopeKey(),
                        incident.getElementId(),
                        incident.getErrorType().name(),
                        incident.getErrorMessage(),
                        known == null ? Instant.ofEpochMilli(record.getTimestamp()) : known.createdAt(),
                        resolved));
        if (resolved) {
            jobs.incidentResolved(incident.getJobKey());
        }
    }

    private void applyProcess(CopiedRecord<?> record, ProcessInstanceRecordValue process) {
        switch (record.getIntent()) {
            case ProcessInstanceIntent.ELEMENT_ACTIVATING -> {
                processId = process.getBpmnProcessId();
                startedAt = Instant.ofEpochMilli(record.getTimestamp());
            }
            case ProcessInstanceIntent.ELEMENT_COMPLETED -> state = ProcessInstanceState.COMPLETED;
            case ProcessInstanceIntent.ELEMENT_TERMINATED -> state = ProcessInstanceState.TERMINATED;
            default -> {}
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
                steps.add(new Step(elementId, false));
            }
            case ProcessInstanceIntent.ELEMENT_TERMINATED -> {
                active.remove(key);
                terminated.add(elementId);
            }
            default -> {}
        }
    }

    private void applyUserTask(CopiedRecord<?> record, UserTaskRecordValue task) {
        var key = record.getKey();
        switch (record.getIntent()) {
            case UserTaskIntent.CREATED -> {
                parents.put(key, task.getElementInstanceKey());
                userTasks.put(key, userTask(record, task));
            }
            case UserTaskIntent.COMPLETION_DENIED -> userTasks.put(key, userTask(record, task));
            case UserTaskIntent.COMPLETING, UserTaskIntent.CANCELED -> userTasks.remove(key);
            default -> {}
        }
    }

    private UserTask userTask(CopiedRecord<?> record, UserTaskRecordValue task) {
        return new UserTask(
                record.getKey(),
                task.getElementId(),
                formIds.apply(task.getFormKey()),
                List.copyOf(task.getCandidateGroupsList()),
                Instant.ofEpochMilli(record.getTimestamp()));
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
