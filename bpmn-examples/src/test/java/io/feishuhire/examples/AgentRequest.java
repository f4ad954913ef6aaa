package io.feishuhire.examples;

import io.feishuhire.examples.PlannedTurns.PlannedTurn;
import io.feishuhire.localcamunda.ProcessHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance of {@code recruiting-agent-tools}, and what its agent was told. */
record AgentRequest(ExampleInstance instance) {

    static final String ADVERTISEMENT_ID = "7004000000000000001";
    static final String REFERRAL = "内推平台 (Referral platform)";
    static final String CAREERS = "社招官网 (Careers)";
    static final String CAMPUS = "校园招聘官网 (Campus)";

    /** Starts an instance whose agent calls these tools, one list in each turn, and then says that it is done. */
    static AgentRequest start(ExampleFixture example, PlannedTurn... turns) {
        return start(example, "Put it on the careers website", turns);
    }

    static AgentRequest start(ExampleFixture example, String request, PlannedTurn... turns) {
        var variables = new HashMap<>(PlannedTurns.plan("All done", turns));
        variables.put("agentRequest", request);
        variables.put("advertisementId", ADVERTISEMENT_ID);
        return new AgentRequest(example.start(variables));
    }

    void decide(boolean approved) {
        instance.complete("approve-publication", Map.of("approved", approved, "approvalComment", "Not this week"));
    }

    /** Waits until the agent has said the last word. */
    AgentRequest answered() {
        instance.awaitUserTask("see-answer");
        return this;
    }

    /** Has the recruiter read the answer, and waits for the end. */
    ProcessHistory ended() {
        instance.complete("see-answer", Map.of());
        return instance.ended();
    }

    /** What the agent was told in a turn: the request in the first one, then what its tools returned. */
    @SuppressWarnings("unchecked")
    Object told(int turn) {
        var agent = (Map<String, Map<String, Object>>)
                instance.history().variables().get("agent");
        return ((List<Object>) agent.get("context").get("messages")).get(turn);
    }

    /** What the tools returned that the agent called in a turn, in the order of the calls. */
    @SuppressWarnings("unchecked")
    List<String> returned(int turn) {
        return ((List<Map<String, String>>) told(turn + 1))
                .stream().map(result -> result.get("content")).toList();
    }

    /** The names of the channels that the process has published on. */
    @SuppressWarnings("unchecked")
    List<String> publishedOn() {
        return ((List<Map<String, String>>) instance.history().variables().get("publications"))
                .stream().map(publication -> publication.get("channelName")).toList();
    }
}
