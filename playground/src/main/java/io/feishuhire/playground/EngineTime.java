package io.feishuhire.playground;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves the clock of engine and sandbox. While a connector works a job the clock must not move: the engine would take
 * the job's time as over, and hand it out again.
 */
final class EngineTime {

    private final EmbeddedEngine engine;
    private final WorkedTypes worked;
    private final Changes changes;
    private Optional<Move> pending = Optional.empty();

    EngineTime(EmbeddedEngine engine, WorkedTypes worked, Changes changes) {
        this.engine = engine;
        this.worked = worked;
        this.changes = changes;
    }

    /** How far the clock is to move. */
    sealed interface Move {
        record By(Duration duration) implements Move {}

        record ToNextTimer() implements Move {}
    }

    /** The timer that is due next, in an instance or at a start event. */
    record NextTimer(String processId, String elementId, Instant due) {}

    /** A job that a connector works. */
    record Busy(ProcessHistory instance, ProcessHistory.Job job) {}

    /**
     * Moves the clock now, or as soon as no connector works a job any more. An earlier move that waits is replaced.
     *
     * @return whether the clock was moved at once
     */
    synchronized boolean ask(Move move) {
        pending = Optional.of(move);
        var moved = moveIfIdle();
        changes.signal();
        return moved;
    }

    /** Gives a move up that waits. */
    synchronized void giveUp() {
        pending = Optional.empty();
        changes.signal();
    }

    synchronized Optional<Move> pending() {
        return pending;
    }

    /** Does the move that waits, if there is one and no connector works a job. */
    synchronized boolean moveIfIdle() {
        if (pending.isEmpty() || busy().findAny().isPresent()) {
            return false;
        }
        var move = pending.get();
        pending = Optional.empty();
        switch (move) {
            case Move.By by -> engine.increaseTime(by.duration());
            case Move.ToNextTimer toNext -> nextTimer().map(NextTimer::due).ifPresent(engine::increaseTimePast);
        }
        changes.signal();
        return true;
    }

    /** The jobs that connectors work. */
    Stream<Busy> busy() {
        return running()
                .flatMap(instance -> instance.openJobs().stream()
                        .filter(job -> job.state() == JobState.READY && worked.contains(job.type()))
                        .map(job -> new Busy(instance, job)));
    }

    Optional<NextTimer> nextTimer() {
        var inInstances = running()
                .flatMap(instance -> ProcessHistory.nextTimer(instance.waits()).stream()
                        .map(timer -> new NextTimer(instance.processId(), timer.elementId(), timer.due())));
        var atStartEvents = engine.startTimers().stream()
                .map(timer -> new NextTimer(timer.processId(), timer.elementId(), timer.due()));
        return Stream.concat(inInstances, atStartEvents).min(Comparator.comparing(NextTimer::due));
    }

    private Stream<ProcessHistory> running() {
        return engine.histories().stream().filter(instance -> instance.state() == ProcessInstanceState.ACTIVE);
    }
}
