package io.feishuhire.examples;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.examples.QuickstartEngine.Stop;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes an example from its start to its end, plays the people in it, and tells what happens. */
final class Walkthrough {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINE = 100;
    private static final int LONG_PATH = 50;

    private final QuickstartEngine engine;
    private final Example example;
    private final ExampleDiagram diagram;
    private final QuickstartFeishu feishu;
    private final Narrator narrator;
    private final People people;
    private long process;

    Walkthrough(QuickstartEngine engine, Example example, QuickstartFeishu feishu, Narrator narrator) {
        this.engine = engine;
        this.example = example;
        this.diagram = example.diagram();
        this.feishu = feishu;
        this.narrator = narrator;
        this.people = new People(example, feishu, narrator);
    }

    /**
     * Deploys the example and takes it through.
     *
     * @return whether everything was published
     */
    boolean run() {
        narrator.step("Deploying the example process \"%s\" and %s."
                .formatted(
                        example.processId(), Narrator.counted(diagram.formIds().size(), "form")));
        process = example.deployTo(engine.client(), feishu.address());
        return example == Example.RECRUITING_AGENT_TOOLS ? publishByAgent() : publish(example.startVariables(feishu));
    }

    @SuppressWarnings("try") // The agent works jobs as long as it is open. No code calls it.
    private boolean publishByAgent() {
        var variables = example.startVariables(feishu);
        narrator.step("A script takes the place of Camunda's AI agent connector, which needs a language model.");
        narrator.detail(
                "It calls the tools of the process in a fixed order. With a model, the model decides what to call.");
        try (var agent = ScriptedAgent.open(engine.client(), new PlayedModel(narrator))) {
            return publish(variables);
        }
    }

    private boolean publish(Map<String, Object> variables) {
        var instance = start(variables);
        if (!walk(instance)) {
            return false;
        }
        engine.steps(instance).ifPresent(this::tellPath);
        return switch (example) {
            case PUBLISH_WITH_APPROVAL, PUBLISH_MINIMAL -> {
                narrator.step("Published. The process ended with the variable publication:");
                narrator.detail(variables(instance).ofProcess("publication").toPrettyString());
                yield true;
            }
            case REQUISITION_TO_LIVE -> {
                var ended = variables(instance);
                new HiringTeam(feishu, narrator).tellClosed(ended.ofProcess("jobStatus"), ended.ofProcess("results"));
                yield isPublished(results(instance));
            }
            case RECRUITING_AGENT_TOOLS -> {
                var publications = variables(instance).ofProcess("publications");
                narrator.step("The process ended with the variable publications: %d published by the agent's tools."
                        .formatted(publications.size()));
                yield !publications.isEmpty();
            }
            case PUBLISH_TO_CHANNELS -> isPublished(results(instance));
            case BULK_PUBLISH -> isPublished(results(instance)) || publishFailuresOf(instance);
        };
    }

    private long start(Map<String, Object> variables) {
        narrator.step("Starting an instance" + (variables.isEmpty() ? "." : " with"));
        new TreeMap<>(variables).forEach((name, value) -> narrator.detail(name + ": " + inOneLine(value)));
        return engine.client()
                .newCreateInstanceCommand()
                .processDefinitionKey(process)
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private static String inOneLine(Object value) {
        var text = value.toString().replace("\n", " ");
        return text.length() > LINE ? text.substring(0, LINE) + "…" : text;
    }

    /**
     * Works through the user tasks.
     *
     * @return whether the process came to its end and nothing was given up
     */
    private boolean walk(long instance) {
        var givenUp = false;
        while (true) {
            switch (engine.awaitStop(instance, PATIENCE)) {
                case Stop.AtUserTask task -> {
                    var decision = people.perform(task, variables(instance));
                    if (decision.answer() == People.Answer.LEFT_OPEN) {
                        return false;
                    }
                    givenUp |= decision.answer() == People.Answer.GIVEN_UP;
                    engine.completeUserTask(task.key(), decision.variables());
                    if (example == Example.REQUISITION_TO_LIVE
                            && task.elementId().equals("see-results")) {
                        fillPosition(instance);
                    }
                }
                case Stop.AtIncident incident -> {
                    narrator.step("An incident stops the process at \"" + incident.elementId() + "\".");
                    narrator.detail(incident.message());
                    return false;
                }
                case Stop.AtEnd end -> {
                    if (givenUp) {
                        narrator.step("The process ended, and not everything is published.");
                    }
                    return !givenUp && end.state() == ProcessInstanceState.COMPLETED;
                }
            }
        }
    }

    /** What the process waits for once all people have done their part. */
    private void fillPosition(long instance) {
        var code = variables(instance).ofProcess("requisition").path("code").asText();
        narrator.step("The advertisement stays online until its last day, or until the position is filled.");
        narrator.detail("The position is filled: we send the message \"position-filled\" with the code " + code + ".");
        engine.client()
                .newPublishMessageCommand()
                .messageName("position-filled")
                .correlationKey(code)
                .timeToLive(PATIENCE)
                .send()
                .join();
    }

    private boolean publishFailuresOf(long instance) {
        if (!feishu.fix("review-result-list")) {
            return false;
        }
        narrator.step("We fix it in Feishu Hire and paste the failed ids into the next bulk.");
        var failedIds =
                results(instance).failures().stream().map(Results.Result::id).toList();
        var again = new HashMap<>(example.startVariables(feishu));
        again.putAll(Example.bulkOf(failedIds, feishu.bulkChannelId()));
        return publish(again);
    }

    private boolean isPublished(Results results) {
        int failed = results.failures().size();
        narrator.step("The process ended with the variable results: %d published, %d failed."
                .formatted(results.all().size() - failed, failed));
        return failed == 0;
    }

    private void tellPath(List<Step> path) {
        var steps = path.stream().map(this::nameOf).flatMap(Optional::stream).toList();
        narrator.step("The path it took:");
        narrator.detail(String.join("\n→ ", steps.size() > LONG_PATH ? addedUp(steps) : steps));
    }

    /** A bulk takes each step many times, in an order that tells nothing. */
    private static List<String> addedUp(List<String> steps) {
        return steps.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(step -> step.getKey() + (step.getValue() > 1 ? " (" + step.getValue() + "×)" : ""))
                .toList();
    }

    private Optional<String> nameOf(Step step) {
        return diagram.nameOf(step.elementId()).map(name -> step.failed() ? name + " (failed)" : name);
    }

    private Results results(long instance) {
        return Results.of(variables(instance).ofProcess("results"));
    }

    private InstanceVariables variables(long instance) {
        return new InstanceVariables(engine, instance, PATIENCE);
    }
}
