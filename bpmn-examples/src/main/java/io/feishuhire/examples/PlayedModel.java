package io.feishuhire.examples;

import io.feishuhire.examples.ScriptedAgent.Decision;
import io.feishuhire.examples.ScriptedAgent.Script;
import io.feishuhire.examples.ScriptedAgent.ToolCall;
import io.feishuhire.examples.ScriptedAgent.Turn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The language model in {@code recruiting-agent-tools}, as the quickstart plays it: it follows a fixed plan. */
final class PlayedModel implements Script {

    private static final Map<String, String> ON_CAREERS_PAGE = Map.of("channelName", "社招官网 (Careers)");

    /** How the tool's result begins when it has published, in the diagram. */
    private static final String PUBLISHED = "Published on ";

    private final Narrator narrator;

    PlayedModel(Narrator narrator) {
        this.narrator = narrator;
    }

    @Override
    public Decision next(Turn turn) {
        narrator.step("The AI agent's turn %d. A script plays the model.".formatted(turn.number() + 1));
        turn.results()
                .forEach(result -> narrator.detail("The tool %s returned: %s"
                        .formatted(
                                result.path("name").asText(),
                                result.path("content").asText())));
        var decision = decide(turn);
        narrator.detail(
                switch (decision) {
                    case Decision.CallTools tools ->
                        "It calls: "
                                + tools.calls().stream()
                                        .map(PlayedModel::inWords)
                                        .collect(Collectors.joining(", "));
                    case Decision.Say answer -> "It calls no tool any more, and answers.";
                });
        return decision;
    }

    private static Decision decide(Turn turn) {
        return switch (turn.results().path(0).path("name").asText()) {
            case "" -> call("list-channels", Map.of());
            case "list-channels", "ask-recruiter" -> call("publish-advertisement", ON_CAREERS_PAGE);
            case "publish-advertisement" ->
                firstResult(turn).startsWith(PUBLISHED)
                        ? call("check-advertisement", ON_CAREERS_PAGE)
                        : call(
                                "ask-recruiter",
                                Map.of("question", "职位广告还不能发布，原因如下。请处理，完成后告诉我，我再发布一次。\n" + firstResult(turn)));
            default -> new Decision.Say("已按您的要求处理，查询结果：" + firstResult(turn));
        };
    }

    private static Decision call(String tool, Map<String, String> parameters) {
        return new Decision.CallTools(List.of(new ToolCall(tool, parameters)));
    }

    private static String firstResult(Turn turn) {
        return turn.results().path(0).path("content").asText();
    }

    private static String inWords(ToolCall call) {
        return call.parameters().isEmpty()
                ? call.tool()
                : call.tool() + " with "
                        + call.parameters().values().stream()
                                .map(value ->
                                        value.toString().lines().findFirst().orElse(""))
                                .collect(Collectors.joining(", "));
    }
}
