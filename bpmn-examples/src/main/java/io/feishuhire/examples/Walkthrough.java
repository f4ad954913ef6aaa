package io.feishuhire.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.CamundaEngine;
import io.feishuhire.localcamunda.CamundaEngine.Stop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes one instance of {@code publish-with-approval} from its start to its end, playing the people in it. */
final class Walkthrough {

    private static final String PROCESS = "publish-with-approval";
    private static final List<String> RESOURCES = List.of(
            "publish-with-approval.bpmn",
            "forms/publication-request.form",
            "forms/approve-publication.form",
            "forms/turn-on-api-sync.form",
            "forms/resolve-publishing-problem.form");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final CamundaEngine engine;
    private final FeishuSide feishu;
    private final Narrator narrator;
    private boolean gaveUp;

    Walkthrough(CamundaEngine engine, FeishuSide feishu, Narrator narrator) {
        this.engine = engine;
        this.feishu = feishu;
        this.narrator = narrator;
    }

    /** Returns whether the advertisement was published. */
    boolean run() {
        deploy();
        var instance = start();
        Set<Long> handled = new HashSet<>();
        while (true) {
            switch (engine.awaitStop(instance, handled, PATIENCE)) {
                case Stop.AtUserTask task -> {
                    handled.add(task.key());
                    if (!work(task, instance)) {
                        return false;
                    }
                }
                case Stop.AtIncident incident -> {
                    narrator.step("An incident stops the process at \"" + incident.elementId() + "\".");
                    narrator.detail(incident.message());
                    return false;
                }
                case Stop.AtEnd end -> {
                    return end.state() == ProcessInstanceState.COMPLETED && report(instance);
                }
            }
        }
    }

    private void deploy() {
        narrator.step("Deploying the example process \"publish-with-approval\" with its four forms.");
        deployTo(engine.client());
    }

    static void deployTo(CamundaClient client) {
        var classLoader = Walkthrough.class.getClassLoader();
        var deployment = client.newDeployResourceCommand();
        RESOURCES.stream()
                .map(resource -> deployment.addResourceStream(classLoader.getResourceAsStream(resource), resource))
                .reduce((first, last) -> last)
                .orElseThrow()
                .send()
                .join();
    }

    private long start() {
        var variables = feishu.startVariables();
        narrator.step("Starting an instance: somebody asks to publish advertisement " + variables.get("advertisementId")
                + " on channel " + variables.get("jobChannelId") + ".");
        return engine.client()
                .newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** Returns whether the process can go on. */
    private boolean work(Stop.AtUserTask task, long instance) {
        return switch (task.elementId()) {
            case "approve-publication" -> {
                narrator.step("User task \"Approve publication\" (group hr-managers): we approve.");
                complete(task, Map.of("approved", true));
                yield true;
            }
            case "turn-on-api-sync" -> {
                narrator.step(
                        "Feishu refused: boundary event \"API sync is off\", user task \"Turn on the API sync switch\".");
                explain(instance);
                narrator.detail("We turn the switch on in Feishu Hire and complete the task…");
                if (!feishu.turnOnApiSync()) {
                    narrator.detail("Nobody pressed Enter. The instance waits at the task.");
                    yield false;
                }
                complete(task, Map.of("apiSyncTurnedOn", true));
                narrator.detail("The switch is on. The process publishes again.");
                yield true;
            }
            case "resolve-publishing-problem" -> {
                narrator.step(
                        "Feishu refused: boundary event \"Any other problem\", user task \"Resolve publishing problem\".");
                explain(instance);
                narrator.detail("We give up here; in real life somebody corrects the ids and publishes again.");
                complete(task, Map.of("resolution", "give-up"));
                gaveUp = true;
                yield true;
            }
            default ->
                throw new IllegalStateException("A user task that the walkthrough does not know: " + task.elementId());
        };
    }

    private void complete(Stop.AtUserTask task, Map<String, Object> variables) {
        engine.completeUserTask(task.key(), variables);
    }

    private void explain(long instance) {
        var feishuError = variable(instance, "feishuError");
        narrator.detail("What the people in the process read (variable feishuError):");
        narrator.detail("  " + feishuError.path("message").asText());
        narrator.detail("  " + feishuError.path("advice").path("zh").asText());
    }

    private boolean report(long instance) {
        if (gaveUp) {
            narrator.step("The process ended without a publication.");
            return false;
        }
        narrator.step("Published. The process ended with the variable publication:");
        narrator.detail(variable(instance, "publication").toPrettyString());
        return true;
    }

    private JsonNode variable(long instance, String name) {
        try {
            return JSON.readTree(engine.awaitVariable(instance, name, PATIENCE));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("The engine's variables are JSON", notJson);
        }
    }
}
