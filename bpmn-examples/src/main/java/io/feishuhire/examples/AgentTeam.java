package io.feishuhire.examples;

import io.feishuhire.examples.People.Answer;
import io.feishuhire.examples.People.Decision;
import java.util.Map;

/** The people around the AI agent in {@code recruiting-agent-tools}, as the quickstart plays them. */
final class AgentTeam {

    private final QuickstartFeishu feishu;
    private final Narrator narrator;

    AgentTeam(QuickstartFeishu feishu, Narrator narrator) {
        this.feishu = feishu;
        this.narrator = narrator;
    }

    /** Approves what the agent wants to publish. */
    Decision approve(InstanceVariables variables) {
        narrator.detail("The agent wants to publish advertisement %s on %s. Nothing goes online without this task."
                .formatted(
                        variables.ofProcess("advertisementId").asText(),
                        variables
                                .ofSubProcess("approve-publication", "channelName")
                                .asText()));
        narrator.detail("We approve.");
        return new Decision(Answer.DONE, Map.of("approved", true));
    }

    /** Does what the agent asks for, and says so. */
    Decision answer(InstanceVariables variables) {
        narrator.detail("The agent asks:");
        narrator.detail(
                variables.ofSubProcess("ask-recruiter", "question").asText().indent(2));
        feishu.fix("ask-recruiter");
        narrator.detail("We turn the switch on in Feishu Hire, and answer: 开关已开启，请继续。");
        return new Decision(Answer.DONE, Map.of("answer", "开关已开启，请继续。"));
    }

    /** Reads the agent's answer, and what the process has published. */
    Decision seeAnswer(InstanceVariables variables) {
        narrator.detail("The agent says:");
        narrator.detail(
                variables.ofSubProcess("see-answer", "agentAnswer").asText().indent(2));
        narrator.detail("What the process itself has published, whatever the agent says (variable publications):");
        variables.ofProcess("publications").forEach(publication -> {
            var url = publication.path("url").asText("");
            narrator.detail("  " + publication.path("channelName").asText() + " " + url);
            feishu.open(url).ifPresent(title -> narrator.detail("  We open the link. The page says: " + title));
        });
        return new Decision(Answer.DONE, Map.of());
    }
}
