package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.examples.OwnStops.Stop;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.Wait;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Takes a diagram of the user's own to its end. A person at the keyboard plays the people in it. */
final class OwnRun {

    /** A loop with a timer in it would go on for ever. */
    private static final int MOST_TIMERS = 50;

    private final EmbeddedEngine engine;
    private final OwnDiagram own;
    private final FeishuAddress feishu;
    private final Narrator narrator;
    private final OwnTasks tasks;
    private final OwnStops stops;

    OwnRun(EmbeddedEngine engine, OwnDiagram own, FeishuAddress feishu, Keyboard keyboard, Narrator narrator) {
        this.engine = engine;
        this.own = own;
        this.feishu = feishu;
        this.narrator = narrator;
        this.tasks = new OwnTasks(own, keyboard, narrator);
        this.stops = new OwnStops(engine, own.diagram());
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
            switch (stops.await(instance)) {
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
                    tasks.tellNoWorker(stop.job());
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
                    tasks.tellSignal(stop.elementId());
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
    private boolean goOn(List<Wait> all) {
        for (var wait : all) {
            if (wait instanceof Wait.ForMessage message) {
                var variables = tasks.askForMessage(message);
                variables.ifPresent(present -> stops.send(message, present));
                return variables.isPresent();
            }
        }
        var timer = ProcessHistory.nextTimer(all).orElseThrow();
        if (stops.timersPassed() == MOST_TIMERS) {
            narrator.step("The quickstart stops here, after %d timers, at \"%s\"."
                    .formatted(MOST_TIMERS, name(timer.elementId())));
            narrator.detail(
                    "A loop with a timer in it would go on for ever. Start the process with variables that let it"
                            + " leave the loop.");
            return false;
        }
        narrator.step("The process waits at \"%s\" for a timer.".formatted(name(timer.elementId())));
        var by = stops.pass(timer);
        narrator.detail("We moved the engine's clock by " + by.truncatedTo(ChronoUnit.SECONDS) + ".");
        return true;
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
