package io.feishuhire.examples;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.feishuhire.examples.ScriptedAgent.Decision;
import io.feishuhire.examples.ScriptedAgent.Script;
import io.feishuhire.examples.ScriptedAgent.ToolCall;
import io.feishuhire.examples.ScriptedAgent.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays an agent by a plan that its own process instance carries, in a variable that no example knows. So one agent
 * serves all tests of an engine at once.
 */
final class PlannedTurns implements Script {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PLAN = "plannedTurns";

    /** What an agent does at once. */
    record PlannedTurn(List<ToolCall> calls) {}

    /** The variable for an agent that calls these tools, one list in each turn, and says something after that. */
    static Map<String, Object> plan(String answer, PlannedTurn... turns) {
        return Map.of(PLAN, Map.of("turns", List.of(turns), "answer", answer));
    }

    /** The tools that an agent calls at the same time. */
    static PlannedTurn turn(ToolCall... calls) {
        return new PlannedTurn(List.of(calls));
    }

    static ToolCall listChannels() {
        return new ToolCall("list-channels", Map.of());
    }

    static ToolCall publish(Object channelName) {
        return new ToolCall("publish-advertisement", Map.of("channelName", channelName));
    }

    static ToolCall check(Object channelName) {
        return new ToolCall("check-advertisement", Map.of("channelName", channelName));
    }

    static ToolCall ask(String question) {
        return new ToolCall("ask-recruiter", Map.of("question", question));
    }

    @Override
    public Decision next(Turn turn) {
        var plan = turn.variables().path(PLAN);
        var now = plan.path("turns").path(turn.number());
        if (now.isMissingNode()) {
            return new Decision.Say(plan.path("answer").asText());
        }
        var calls = new ArrayList<ToolCall>();
        now.path("calls").forEach(call -> {
            var parameters = new HashMap<String, Object>();
            call.path("parameters")
                    .properties()
                    .forEach(parameter ->
                            parameters.put(parameter.getKey(), JSON.convertValue(parameter.getValue(), Object.class)));
            calls.add(new ToolCall(call.path("tool").asText(), parameters));
        });
        return new Decision.CallTools(calls);
    }
}
