package io.feishuhire.examples;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.Wait;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where an instance of a diagram of the user's own stops, and how it goes on from a timer or a message. */
final class OwnStops {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** An instance that has done nothing for so long may wait for what the quickstart does not play. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final EmbeddedEngine engine;
    private final ExampleDiagram diagram;
    private final Set<Long> sentMessages = new HashSet<>();
    private final Set<Long> timersMovedTo = new HashSet<>();

    /** Where the instance does not go on by itself. */
    sealed interface Stop {
        record AtEnd(ProcessInstanceState state) implements Stop {}

        record AtIncident(ProcessHistory.Incident incident) implements Stop {}

        record AtUserTask(ProcessHistory.UserTask task) implements Stop {}

        record AtJob(ProcessHistory.Job job) implements Stop {}

        record Waiting(List<Wait> waits) implements Stop {}

        record AtSignal(String elementId) implements Stop {}

        record InCalledProcess(Stop where) implements Stop {}
    }

    OwnStops(EmbeddedEngine engine, ExampleDiagram diagram) {
        this.engine = engine;
        this.diagram = diagram;
    }

    /**
     * Waits until the instance does not go on by itself.
     *
     * @throws IllegalStateException if it neither stops nor ends in time
     */
    Stop await(long instance) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var history = engine.await(
                        instance,
                        "a task for a person, an incident, a timer, a message or the end",
                        now -> stop(now).isPresent(),
                        QUIET);
                return stop(history).orElseThrow();
            } catch (IllegalStateException notYet) {
                var unplayed = unplayed(engine.history(instance));
                if (unplayed.isPresent()) {
                    return unplayed.get();
                }
                if (Thread.currentThread().isInterrupted() || System.nanoTime() - deadline > 0) {
                    throw notYet;
                }
            }
        }
    }

    /** What the quickstart does not play: signals, and what happens in the processes that this one has called. */
    private Optional<Stop> unplayed(ProcessHistory now) {
        if (!now.openJobs().isEmpty()) {
            return Optional.empty();
        }
        var called = now.calledInstances().stream()
                .map(engine::history)
                .filter(process -> process.state() == ProcessInstanceState.ACTIVE)
                .toList();
        if (called.isEmpty()) {
            return now.waits().stream()
                    .filter(Wait.ForSignal.class::isInstance)
                    .findFirst()
                    .map(wait -> new Stop.AtSignal(wait.elementId()));
        }
        return called.stream()
                .map(process -> stop(process).or(() -> unplayed(process)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Stop.InCalledProcess::new);
    }

    private Optional<Stop> stop(ProcessHistory now) {
        if (now.state() != ProcessInstanceState.ACTIVE) {
            return Optional.of(new Stop.AtEnd(now.state()));
        }
        return now.openIncidents().stream()
                .findFirst()
                .<Stop>map(Stop.AtIncident::new)
                .or(() -> now.openUserTasks().stream().findFirst().map(Stop.AtUserTask::new))
                .or(() -> now.openJobs().isEmpty() ? waiting(now) : Optional.empty())
                .or(() -> now.openJobs().stream().allMatch(job -> !OwnDiagram.isWorked(job.type()))
                        ? now.openJobs().stream().findFirst().map(Stop.AtJob::new)
                        : Optional.empty());
    }

    private Optional<Stop> waiting(ProcessHistory now) {
        var all = now.waits().stream()
                .filter(wait -> !(wait instanceof Wait.ForSignal))
                .filter(wait -> !(wait instanceof Wait.ForMessage message) || !sentMessages.contains(message.key()))
                .filter(wait -> now.activeElements().contains(wait.elementId()) || diagram.isBoundary(wait.elementId()))
                .toList();
        var oneGoesOff = all.stream()
                .anyMatch(wait -> wait instanceof Wait.ForTimer timer && timersMovedTo.contains(timer.key()));
        return all.isEmpty() || oneGoesOff ? Optional.empty() : Optional.of(new Stop.Waiting(all));
    }

    /** Sends a message that the instance waits for. */
    void send(Wait.ForMessage message, Map<String, Object> variables) {
        sentMessages.add(message.key());
        engine.client()
                .newPublishMessageCommand()
                .messageName(message.name())
                .correlationKey(message.correlationKey())
                .variables(variables)
                .send()
                .join();
    }

    /** How many timers the clock has been moved to. */
    int timersPassed() {
        return timersMovedTo.size();
    }

    /**
     * Moves the engine's clock to a timer.
     *
     * @return by how much
     */
    Duration pass(Wait.ForTimer timer) {
        timersMovedTo.add(timer.key());
        return engine.increaseTimePast(timer.due());
    }
}
