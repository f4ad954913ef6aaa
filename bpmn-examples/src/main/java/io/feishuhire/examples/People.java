package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.examples.QuickstartEngine.Stop;
import java.util.Map;

/** The people in the examples, as the quickstart plays them. */
final class People {

    /** What becomes of a process after a user task. */
    enum Answer {
        DONE,
        GIVEN_UP,
        LEFT_OPEN
    }

    /** What a person decides at a user task: an answer, and the variables to complete the task with. */
    record Decision(Answer answer, Map<String, Object> variables) {}

    private final Example example;
    private final ExampleDiagram diagram;
    private final QuickstartFeishu feishu;
    private final Narrator narrator;
    private final Requester requester;
    private final HiringTeam hiringTeam;
    private final AgentTeam agentTeam;

    People(Example example, QuickstartFeishu feishu, Narrator narrator) {
        this.example = example;
        this.diagram = example.diagram();
        this.feishu = feishu;
        this.narrator = narrator;
        this.requester = new Requester(example, feishu, narrator);
        this.hiringTeam = new HiringTeam(feishu, narrator);
        this.agentTeam = new AgentTeam(feishu, narrator);
    }

    /** Does what a user task asks for. */
    Decision perform(Stop.AtUserTask task, InstanceVariables variables) {
        narrator.step("User task \"%s\"%s."
                .formatted(
                        diagram.nameOf(task.elementId()).orElse(task.elementId()),
                        diagram.groupsOf(task.elementId())
                                .map(groups -> " (group " + groups + ")")
                                .orElse("")));
        return switch (task.elementId()) {
            case "request-publication" -> requester.requestPublication(variables);
            case "request-job" -> hiringTeam.requestJob(variables);
            case "complete-requisition" -> hiringTeam.completeRequisition(variables, variables.instance());
            case "see-result" -> requester.seeResult(variables);
            case "see-results", "see-what-was-given-up" -> requester.seeResults(variables);
            case "ask-recruiter" -> agentTeam.answer(variables);
            case "see-answer" -> agentTeam.seeAnswer(variables);
            case "approve-publication" -> {
                if (example == Example.RECRUITING_AGENT_TOOLS) {
                    yield agentTeam.approve(variables);
                }
                var request = variables.ofProcess("publicationRequest");
                narrator.detail("Advertisement %s, to be published on %s."
                        .formatted(
                                request.path("advertisementId").asText(),
                                request.path("channelName")
                                        .asText(request.path("jobChannelId").asText())));
                narrator.detail("We approve.");
                yield new Decision(Answer.DONE, Map.of("approved", true));
            }
            case "turn-on-api-sync" -> {
                explain(variables.ofProcess("feishuError"));
                narrator.detail(feishu.turningTheSwitchOn());
                if (!feishu.fix(task.elementId())) {
                    narrator.detail("Enter was not pressed. The instance waits at the task.");
                    yield new Decision(Answer.LEFT_OPEN, Map.of());
                }
                narrator.detail("The switch is on. The process goes on.");
                yield new Decision(Answer.DONE, Map.of("apiSyncTurnedOn", true));
            }
            case "review-failed-channels" -> {
                explainFailures(variables.ofProcess("results"));
                if (feishu.fix(task.elementId())) {
                    narrator.detail("We fix it and publish to the failed channels again.");
                    yield new Decision(Answer.DONE, Map.of("resolution", "publish-again"));
                }
                yield giveUp();
            }
            case "review-result-list" -> {
                explainFailures(variables.ofProcess("results"));
                narrator.detail("We take note of the list, which has the failed ids to paste into the next bulk.");
                yield new Decision(Answer.DONE, Map.of());
            }
            case "decide-on-closed-job", "resolve-publishing-problem" -> {
                explain(variables.ofProcess("feishuError"));
                yield giveUp();
            }
            default -> {
                explain(variables.ofProcess("feishuError"));
                narrator.detail("Do it and start again. This instance waits at the task.");
                yield new Decision(Answer.LEFT_OPEN, Map.of());
            }
        };
    }

    private Decision giveUp() {
        narrator.detail("We give up here. In real life a person solves the problem and publishes again.");
        return new Decision(Answer.GIVEN_UP, Map.of("resolution", "give-up"));
    }

    private void explain(JsonNode feishuError) {
        narrator.detail("What the people in the process read (variable feishuError):");
        narrator.detail("  " + feishuError.path("message").asText());
        narrator.detail("  " + feishuError.path("advice").path("zh").asText());
    }

    private void explainFailures(JsonNode results) {
        narrator.detail("What failed, and why (variable results):");
        Results.of(results)
                .failures()
                .forEach(failure -> narrator.detail("  " + failure.name() + ": " + failure.message()));
    }
}
