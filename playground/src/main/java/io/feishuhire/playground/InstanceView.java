package io.feishuhire.playground;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the page shows of one process instance. */
final class InstanceView {

    private final EmbeddedEngine engine;
    private final WorkedTypes worked;

    InstanceView(EmbeddedEngine engine, WorkedTypes worked) {
        this.engine = engine;
        this.worked = worked;
    }

    /**
     * A process instance.
     *
     * @param active how often each element is active now, by its id; likewise the next three
     * @param local the variables that elements have for themselves
     */
    record Instance(
            String key,
            String process,
            ProcessInstanceState state,
            Instant startedAt,
            Map<String, Integer> active,
            Map<String, Integer> completed,
            Map<String, Integer> terminated,
            Map<String, Integer> flows,
            List<Incident> incidents,
            List<ThrownError> errors,
            List<Job> jobs,
            List<Map<String, Object>> waits,
            List<String> called,
            Map<String, Object> variables,
            Map<String, Map<String, Object>> local) {}

    /** An incident. */
    record Incident(String key, String element, String type, String message, Instant createdAt, boolean resolved) {}

    /** A BPMN error that a job threw. */
    record ThrownError(String element, String code, String message) {}

    /** An open job. */
    record Job(String key, String element, String type, int retries, String state) {}

    /** The instance of this key; empty if the engine has none. */
    Optional<Instance> find(long key) {
        return engine.find(key).map(this::instance);
    }

    private Instance instance(ProcessHistory history) {
        return new Instance(
                Long.toString(history.processInstanceKey()),
                history.processId(),
                history.state(),
                history.startedAt(),
                counted(reachedNow(history)),
                counted(history.completedElements()),
                counted(history.terminatedElements()),
                counted(history.sequenceFlowsTaken()),
                history.incidents().stream().map(InstanceView::incident).toList(),
                history.errorsThrown().stream()
                        .map(error -> new ThrownError(error.elementId(), error.code(), error.message()))
                        .toList(),
                history.openJobs().stream().map(this::job).toList(),
                history.waits().stream().map(InstanceView::wait).toList(),
                history.calledInstances().stream().map(String::valueOf).toList(),
                history.variables(),
                history.localVariables());
    }

    /** An incident may keep an element from becoming active. The token is there all the same. */
    private static List<String> reachedNow(ProcessHistory history) {
        var active = history.activeElements();
        var kept = history.openIncidents().stream()
                .map(ProcessHistory.Incident::elementId)
                .filter(element -> !active.contains(element));
        return Stream.concat(active.stream(), kept).toList();
    }

    private static Incident incident(ProcessHistory.Incident incident) {
        return new Incident(
                Long.toString(incident.key()),
                incident.elementId(),
                incident.type(),
                incident.message(),
                incident.createdAt(),
                incident.resolved());
    }

    private Job job(ProcessHistory.Job job) {
        var state = switch (job.state()) {
            case NO_RETRIES_LEFT -> "no-retries";
            case BACKING_OFF -> "backing-off";
            case READY -> worked.contains(job.type()) ? "working" : "unserved";
        };
        return new Job(Long.toString(job.key()), job.elementId(), job.type(), job.retries(), state);
    }

    private static Map<String, Object> wait(Wait wait) {
        return switch (wait) {
            case Wait.ForTimer timer -> Map.of("kind", "timer", "element", timer.elementId(), "due", timer.due());
            case Wait.ForSignal signal ->
                Map.of("kind", "signal", "element", signal.elementId(), "name", signal.name());
            case Wait.ForMessage message ->
                Map.of(
                        "kind",
                        "message",
                        "element",
                        message.elementId(),
                        "name",
                        message.name(),
                        "correlationKey",
                        message.correlationKey());
        };
    }

    private static Map<String, Integer> counted(List<String> elements) {
        var counts = new TreeMap<String, Integer>();
        elements.forEach(element -> counts.merge(element, 1, Integer::sum));
        return counts;
    }
}
