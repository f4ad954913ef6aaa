package io.feishuhire.examples;

import static io.feishuhire.examples.AgentRequest.CAREERS;
import static io.feishuhire.examples.AgentRequest.REFERRAL;
import static io.feishuhire.examples.PlannedTurns.check;
import static io.feishuhire.examples.PlannedTurns.listChannels;
import static io.feishuhire.examples.PlannedTurns.publish;
import static io.feishuhire.examples.PlannedTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.examples.ScriptedAgent.ToolCall;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the tools of {@code recruiting-agent-tools} answer where they cannot do what the agent wants. */
@ExampleTest(Example.RECRUITING_AGENT_TOOLS)
class RecruitingAgentProblemsTest {

    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void theAdviceOfAFailureIsTheAnswerOfTheToolAndTheAgentGoesOn(ExampleFixture example) {
        example.sandbox().apiSync(false);
        var request = AgentRequest.start(
                example,
                turn(listChannels()),
                turn(publish(CAREERS)),
                turn(PlannedTurns.ask("Please turn the switch on")),
                turn(publish(CAREERS)));
        request.decide(true);
        request.instance().awaitUserTask("ask-recruiter");
        assertThat(request.instance().history().variables().get("publications")).isEqualTo(List.of());
        example.sandbox().apiSync(true);
        request.instance().complete("ask-recruiter", Map.of("answer", "It is on"));
        request.decide(true);

        request.answered();

        assertThat(request.returned(1))
                .singleElement()
                .asString()
                .startsWith("Failed: ")
                .contains("通过 API 同步职位")
                .contains("administrator");
        assertThat(request.returned(3)).containsExactly("Published on " + CAREERS + ".");
        assertThat(example.publishCodes()).containsExactly(1_002_613, 0);
        request.ended();
    }

    @Test
    void aFailureOfOneToolLeavesTheOthersAlone(ExampleFixture example) {
        example.sandbox().next(Endpoint.REFERRAL_JOB_POST, QUOTA_EXHAUSTED);
        var request = AgentRequest.start(example, turn(listChannels()), turn(check(REFERRAL), check(CAREERS)));

        request.answered();

        assertThat(request.returned(1))
                .satisfiesExactly(
                        failed -> assertThat(failed).startsWith("Failed: ").contains("quota"),
                        notSeen -> assertThat(notSeen).startsWith(CAREERS + "; not seen"));
        request.ended();
    }

    @Test
    void aMissingPermissionIsNamed(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:site_job_post:readonly");
        var request = AgentRequest.start(example, turn(listChannels()), turn(check(CAREERS)));

        request.answered();

        assertThat(request.returned(1))
                .singleElement()
                .asString()
                .startsWith(CAREERS + "; not known whether it is online; reason PERMISSION_MISSING")
                .contains("hire:site_job_post:readonly");
        request.ended();
    }

    @Test
    void channelsThatCannotBeListedAreToldWithTheReason(ExampleFixture example) {
        example.sandbox().next(Endpoint.WEBSITES, QUOTA_EXHAUSTED);
        var request = AgentRequest.start(example, turn(listChannels()), turn(publish(CAREERS)));

        request.answered();

        assertThat(request.returned(0))
                .singleElement()
                .asString()
                .startsWith("Failed: ")
                .contains("quota");
        assertThat(request.returned(1)).singleElement().asString().contains("Call list-channels");
        request.ended();
    }

    @Test
    void onlyChannelsOfTheListAreTaken(ExampleFixture example) {
        var request = AgentRequest.start(
                example,
                turn(publish(CAREERS)),
                turn(listChannels()),
                turn(publish("官网"), publish("{{secrets.FEISHU_APP_ID}}"), publish(3), publish(List.of("3"))),
                turn(check("https://evil.example.com"), check("3")));

        request.answered();

        assertThat(request.returned(0))
                .as("not listed yet")
                .singleElement()
                .asString()
                .startsWith("Not published: there is no such channel");
        assertThat(request.returned(2))
                .hasSize(4)
                .allSatisfy(answer -> assertThat(answer)
                        .startsWith("Not published: there is no such channel, or more than one. Call list-channels"));
        assertThat(request.returned(3))
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer).startsWith("Failed: ").endsWith("exactly as it is there."));
        assertThat(request.ended().completedElements()).doesNotContain("approve-publication");
        assertThat(example.publishCodes()).isEmpty();
    }

    @Test
    void aNameThatFitsTwoChannelsIsNoChannel(ExampleFixture example) {
        example.sandbox().addWebsite("7001000000000000009", "7002000000000000009", "社招官网", "Careers");
        var request = AgentRequest.start(example, turn(listChannels()), turn(publish("社招官网")));

        request.answered();

        assertThat(request.returned(1)).singleElement().asString().startsWith("Not published");
        request.ended();
    }

    @Test
    void whatAPersonRejectsIsNotPublished(ExampleFixture example) {
        var request = AgentRequest.start(example, turn(listChannels()), turn(publish(CAREERS)));
        request.decide(false);

        request.answered();

        assertThat(request.returned(1))
                .containsExactly("Not published on " + CAREERS + ": a person rejected it. Not this week");
        assertThat(request.publishedOn()).isEmpty();
        assertThat(example.publishCodes()).isEmpty();
        request.ended();
    }

    @Test
    void aToolThatDoesNotExistIsAnIncident(ExampleFixture example) {
        var request = AgentRequest.start(example, turn(new ToolCall("delete-advertisement", Map.of())));

        assertThat(request.instance().awaitIncident())
                .returns("tools", ProcessHistory.Incident::elementId)
                .extracting(ProcessHistory.Incident::message)
                .asString()
                .contains("delete-advertisement");
    }

    @Test
    void aSecondRequestKnowsNothingOfTheFirst(ExampleFixture example) {
        var first = AgentRequest.start(example, turn(listChannels()), turn(publish(CAREERS)));
        first.decide(true);
        first.answered();
        var leftBehind = Map.copyOf(withoutNulls(first.ended().variables()));

        var second = new AgentRequest(example.start(leftBehind));

        second.decide(false);
        second.answered();
        assertThat(second.told(0)).isEqualTo("Put it on the careers website");
        assertThat(second.publishedOn()).isEmpty();
        second.ended();
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> variables) {
        var some = new HashMap<>(variables);
        some.values().removeIf(Objects::isNull);
        return some;
    }
}
