package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Takes a diagram of the user's own to its end. A person at the keyboard plays the people in it. */
final class OwnRun {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** An instance that has done nothing for so long may wait for what the quickstart does not play. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** A loop with a timer in it would go on for ever. */
    private static final int MOST_TIMERS = 50;

    private final EmbeddedEngine engine;
    private final OwnDiagram own;
    private final FeishuAddress feishu;
    private final Narrator narrator;
    private final OwnTasks tasks;
    private final OwnWaits waits;
    private final Set<Long> sentMessages = new HashSet<>();
    private final Set<Long> timersMovedTo = new HashSet<>();

    /** Where the instance does not go on by itself. */
    private sealed interface Stop {
        record AtEnd(ProcessInstanceState state) implements Stop {}

        record AtIncident(ProcessHistory.Incident incident) implements Stop {}

        record AtUserTask(ProcessHistory.UserTask task) implements Stop {}

        record AtJob(ProcessHistory.Job job) implements Stop {}

        record Waiting(List<OwnWaits.Wait> waits) implements Stop {}

        record AtSignal(String elementId) implements Stop {}

        record InCalledProcess(Stop where) implements Stop {}
    }

    OwnRun(EmbeddedEngine engine, OwnDiagram own, FeishuAddress feishu, Keyboard keyboard, Narrator narrator) {
        this.engine = engine;
        this.own = own;
        this.feishu = feishu;
        this.narrator = narrator;
        this.tasks = new OwnTasks(own, keyboard, narrator);
        this.waits = new OwnWaits(engine);
    }

    /**
     * Deploys the diagram, starts a process of it, and takes it to its end.
     *
     * @return whether it came to its end
     */
    boolean run(String process, Map<String, Object> variables) {
        narrator.step("Deploying %s with %s."
                .formatted(
                        own.file().getFileName(), Narrator.counted(own.forms().size(), "form")));
        own.typesWithoutWorker()
                .forEach(type -> narrator.detail("No worker here works jobs of the type \"" + type
                        + "\": a task of that type will stop the process."));
        var instance = refusedInWords(() -> {
            own.deployTo(engine.client(), feishu);
            narrator.step("Starting an instance of \"" + process + "\"" + (variables.isEmpty() ? "." : " with"));
            new TreeMap<>(variables).forEach((name, value) -> narrator.detail(name + ": " + value));
            return engine.start(process, variables);
        });
        var ended = walk(instance);
        tellPath(instance);
        return ended;
    }

    private static long refusedInWords(LongSupplier command) {
        try {
            return command.getAsLong();
        } catch (ClientException refused) {
            throw new IllegalStateException("The engine refuses this diagram:\n" + refused.getMessage(), refused);
        }
    }

    private boolean walk(long instance) {
        while (true) {
            switch (awaitStop(instance)) {
                case Stop.AtEnd end -> {
                    narrator.step(
                            end.state() == ProcessInstanceState.COMPLETED
                                    ? "The process has ended, with these variables:"
                                    : "The process was terminated, with these variables:");
                    narrator.detail(json(engine.history(instance).variables()).toPrettyString());
                    return end.state() == ProcessInstanceState.COMPLETED;
                }
                case Stop.AtIncident stop -> {
                    tell(stop.incident(), engine.history(instance));
                    return false;
                }
                case Stop.AtJob stop -> {
                    tasks.tellNobodyWorks(stop.job());
                    return false;
                }
                case Stop.AtUserTask stop -> {
                    var variables = tasks.perform(stop.task(), engine.history(instance));
                    if (variables.isEmpty()) {
                        return false;
                    }
                    engine.completeUserTask(stop.task().key(), variables.get());
                }
                case Stop.AtSignal stop -> {
                    tasks.tellNobodySignals(stop.elementId());
                    return false;
                }
                case Stop.InCalledProcess stop -> {
                    tasks.tellCalled(
                            stop.where() instanceof Stop.AtIncident inside
                                    ? inside.incident().message()
                                    : "");
                    return false;
                }
                case Stop.Waiting stop -> {
                    if (!goOn(stop.waits())) {
                        return false;
                    }
                }
            }
        }
    }

    private void tell(ProcessHistory.Incident incident, ProcessHistory history) {
        narrator.step(
                "An incident stops the process at \"%s\" (%s).".formatted(name(incident.elementId()), incident.type()));
        narrator.detail(incident.message());
        narrator.detail(uncaught(incident, history)
                .map(code -> "Draw an error boundary event with the code " + code + " at this task, and from it the way"
                        + " that the process then takes: docs/errors.md says what each code means, and what people do"
                        + " about it. The cause may be in Feishu, and not in the diagram.")
                .orElse("Put right in the diagram, or in -Dvariables, what it says, and run it again."));
    }

    /** The BPMN error that became the incident, because nothing catches it. */
    private static Optional<String> uncaught(ProcessHistory.Incident incident, ProcessHistory history) {
        return history.errorsThrown().stream()
                .map(ProcessHistory.ThrownError::code)
                .filter(code -> incident.type().equals("UNHANDLED_ERROR_EVENT")
                        && incident.message().contains("'" + code + "'"))
                .reduce((before, last) -> last);
    }

    /** Moves the clock to the first timer, or sends the message that the instance waits for. */
    private boolean goOn(List<OwnWaits.Wait> all) {
        for (var wait : all) {
            if (wait instanceof OwnWaits.ForMessage message) {
                var variables = tasks.askForMessage(message);
                if (variables.isEmpty()) {
                    return false;
                }
                sentMessages.add(message.key());
                engine.client()
                        .newPublishMessageCommand()
                        .messageName(message.name())
                        .correlationKey(message.correlationKey())
                        .variables(variables.get())
                        .send()
                        .join();
                return true;
            }
        }
        var timer = OwnWaits.firstTimer(all).orElseThrow();
        if (timersMovedTo.size() == MOST_TIMERS) {
            narrator.step("The process waits at \"%s\" for a timer, after %d timers before."
                    .formatted(name(timer.elementId()), MOST_TIMERS));
            narrator.detail("The quickstart stops here: a loop with a timer in it would go on for ever. Start it with"
                    + " variables that let it leave the loop.");
            return false;
        }
        timersMovedTo.add(timer.key());
        var wait = waits.untilDue(timer, Instant.now());
        narrator.step("The process waits at \"%s\" for a timer.".formatted(name(timer.elementId())));
        narrator.detail("We move the engine's clock by " + wait.truncatedTo(ChronoUnit.SECONDS) + ".");
        waits.moveClock(wait);
        return true;
    }

    private Stop awaitStop(long instance) {
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
            return now.activeElements().stream()
                    .filter(own.diagram()::isSignal)
                    .findFirst()
                    .map(Stop.AtSignal::new);
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
        var all = waits.of(now.processInstanceKey()).stream()
                .filter(wait -> !(wait instanceof OwnWaits.ForMessage message) || !sentMessages.contains(message.key()))
                .filter(wait -> now.activeElements().contains(wait.elementId())
                        || own.diagram().isBoundary(wait.elementId()))
                .toList();
        var oneGoesOff = all.stream()
                .anyMatch(wait -> wait instanceof OwnWaits.ForTimer timer && timersMovedTo.contains(timer.key()));
        return all.isEmpty() || oneGoesOff ? Optional.empty() : Optional.of(new Stop.Waiting(all));
    }

    private void tellPath(long instance) {
        var history = engine.history(instance);
        var ended = history.steps().stream()
                .map(step ->
                        own.diagram().nameOf(step.elementId()).map(name -> step.failed() ? name + " (failed)" : name));
        var stopped =
                history.openIncidents().stream().map(incident -> Optional.of(name(incident.elementId()) + " (failed)"));
        var names = Stream.concat(ended, stopped).flatMap(Optional::stream).toList();
        if (!names.isEmpty()) {
            narrator.step("The path it took:");
            narrator.detail(String.join("\n→ ", names));
        }
    }

    private String name(String elementId) {
        return own.diagram().nameOf(elementId).orElse(elementId);
    }

    private static JsonNode json(Map<String, Object> variables) {
        return new JsonMapper().valueToTree(new TreeMap<>(variables));
    }
}
