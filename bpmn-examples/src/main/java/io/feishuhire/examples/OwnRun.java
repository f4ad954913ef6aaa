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

/** Takes a diagram of the user's own to its end. A person at the keyboard plays the people in it. */
final class OwnRun {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final EmbeddedEngine engine;
    private final OwnDiagram own;
    private final FeishuAddress feishu;
    private final Narrator narrator;
    private final OwnTasks tasks;
    private final OwnWaits waits;
    private final Set<Long> sentMessages = new HashSet<>();

    /** Where the instance does not go on by itself. */
    private sealed interface Stop {
        record AtEnd(ProcessInstanceState state) implements Stop {}

        record AtIncident(ProcessHistory.Incident incident) implements Stop {}

        record AtUserTask(ProcessHistory.UserTask task) implements Stop {}

        record AtJob(ProcessHistory.Job job) implements Stop {}

        record Waiting(List<OwnWaits.Wait> waits) implements Stop {}
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
        narrator.step("Deploying %s with %d forms."
                .formatted(own.file().getFileName(), own.forms().size()));
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
                    tell(stop.incident());
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
                case Stop.Waiting stop -> {
                    if (!goOn(stop.waits())) {
                        return false;
                    }
                }
            }
        }
    }

    private void tell(ProcessHistory.Incident incident) {
        narrator.step(
                "An incident stops the process at \"%s\" (%s).".formatted(name(incident.elementId()), incident.type()));
        narrator.detail(incident.message());
        narrator.detail(
                "Put right in the diagram, or in -Dvariables, what it says, and run it again. What a person could"
                        + " put right in a running process deserves an error boundary event.");
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
        var wait = waits.untilDue(timer, Instant.now());
        narrator.step("The process waits at \"%s\" for a timer.".formatted(name(timer.elementId())));
        narrator.detail("We move the engine's clock by " + wait.truncatedTo(ChronoUnit.SECONDS) + ".");
        waits.moveClock(wait);
        return true;
    }

    private Stop awaitStop(long instance) {
        var history = engine.await(
                instance,
                "a task for a person, an incident, a timer, a message or the end",
                now -> stop(now).isPresent(),
                PATIENCE);
        return stop(history).orElseThrow();
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
        return all.isEmpty() ? Optional.empty() : Optional.of(new Stop.Waiting(all));
    }

    private void tellPath(long instance) {
        var names = engine.history(instance).steps().stream()
                .flatMap(
                        step -> own
                                .diagram()
                                .nameOf(step.elementId())
                                .map(name -> step.failed() ? name + " (failed)" : name)
                                .stream())
                .toList();
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
