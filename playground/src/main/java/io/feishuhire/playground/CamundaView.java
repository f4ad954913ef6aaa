package io.feishuhire.playground;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.impl.CamundaObjectMapper;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the page shows of the engine. Keys are text, as JavaScript has no whole numbers of that size. */
final class CamundaView {

    private static final CamundaObjectMapper JSON = new CamundaObjectMapper();

    private final EmbeddedEngine engine;
    private final PlayedProcesses processes;
    private final EngineTime time;

    CamundaView(EmbeddedEngine engine, PlayedProcesses processes, EngineTime time) {
        this.engine = engine;
        this.processes = processes;
        this.time = time;
    }

    /**
     * A process that can be started.
     *
     * @param variables a JSON object as text: JavaScript would round long numbers in it
     */
    record ProcessEntry(String id, String name, boolean own, boolean startForm, String variables) {}

    /**
     * A process instance in a list, with how many of each it has.
     *
     * @param incidentsSoFar the open ones, and those that were resolved
     */
    record InstanceEntry(
            String key,
            String process,
            ProcessInstanceState state,
            Instant startedAt,
            int tasks,
            int incidents,
            int incidentsSoFar,
            int errors,
            int jobs) {}

    /** A task that waits for a person. */
    record TaskEntry(
            String key,
            String instance,
            String process,
            String element,
            String name,
            List<String> groups,
            Instant createdAt,
            String form) {}

    /** The clock, and what it waits for. */
    record Time(Instant now, long aheadMillis, PendingMove pending, NextTimer next) {

        Time at(Instant otherNow) {
            return new Time(otherNow, aheadMillis, pending, next);
        }
    }

    /**
     * A move of the clock that waits.
     *
     * @param by how far, or null for a move to the next timer
     * @param busy the names of the tasks whose connectors have not finished
     */
    record PendingMove(Duration by, List<String> busy) {}

    /** The timer that is due next. */
    record NextTimer(String element, String name, Instant due) {}

    List<ProcessEntry> processes() {
        return processes.all().stream()
                .map(process -> new ProcessEntry(
                        process.id(),
                        process.name(),
                        process.own(),
                        process.startForm().isPresent(),
                        JSON.toJson(process.variables())))
                .toList();
    }

    /** The newest first. */
    List<InstanceEntry> instances() {
        return engine.histories().reversed().stream()
                .map(instance -> new InstanceEntry(
                        Long.toString(instance.processInstanceKey()),
                        instance.processId(),
                        instance.state(),
                        instance.startedAt(),
                        instance.openUserTasks().size(),
                        instance.openIncidents().size(),
                        instance.incidents().size(),
                        instance.errorsThrown().size(),
                        instance.openJobs().size()))
                .toList();
    }

    /** The oldest first. */
    List<TaskEntry> tasks() {
        return engine.histories().stream()
                .flatMap(instance -> instance.openUserTasks().stream().map(task -> entry(instance, task)))
                .sorted(Comparator.comparing(TaskEntry::createdAt))
                .toList();
    }

    /**
     * The clock, what it waits for, and what is due next.
     *
     * @param last what a window has been sent last, or null. Its clock goes on by itself, so unless there is something
     *     else, this is sent no other time
     */
    Time time(Time last) {
        var now = engine.now();
        var current = new Time(
                now,
                engine.ahead().toMillis(),
                time.pending().map(this::pending).orElse(null),
                time.nextTimer().map(this::next).orElse(null));
        return last != null && current.equals(last.at(now)) ? last : current;
    }

    /** The instance of an open user task. */
    Optional<ProcessHistory> instanceOf(long userTaskKey) {
        return engine.histories().stream()
                .filter(instance -> instance.openUserTasks().stream().anyMatch(task -> task.key() == userTaskKey))
                .findFirst();
    }

    private TaskEntry entry(ProcessHistory instance, ProcessHistory.UserTask task) {
        return new TaskEntry(
                Long.toString(task.key()),
                Long.toString(instance.processInstanceKey()),
                instance.processId(),
                task.elementId(),
                processes.nameOf(instance.processId(), task.elementId()),
                task.candidateGroups(),
                task.createdAt(),
                task.formId());
    }

    private PendingMove pending(EngineTime.Move move) {
        var busy = time.busy()
                .map(job ->
                        processes.nameOf(job.instance().processId(), job.job().elementId()))
                .distinct()
                .sorted()
                .toList();
        return new PendingMove(move instanceof EngineTime.Move.By by ? by.duration() : null, busy);
    }

    private NextTimer next(EngineTime.NextTimer next) {
        return new NextTimer(next.elementId(), processes.nameOf(next.processId(), next.elementId()), next.due());
    }
}
