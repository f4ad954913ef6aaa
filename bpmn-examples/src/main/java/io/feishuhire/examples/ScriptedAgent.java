package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays an AI agent by a script, where there is no language model: works the jobs of Camunda's <em>AI Agent Task</em>,
 * and completes them with a result of the same shape. It remembers nothing; like Camunda's connector, it keeps the
 * conversation in the process.
 */
public final class ScriptedAgent implements AutoCloseable {

    /** The type of the jobs that it works. */
    public static final String JOB_TYPE = "io.camunda.agenticai:aiagent:1";

    private static final JsonMapper JSON = new JsonMapper();

    private final Script script;
    private final JobWorker worker;

    private ScriptedAgent(CamundaClient client, Script script) {
        this.script = script;
        this.worker = client.newWorker().jobType(JOB_TYPE).handler(this::work).open();
    }

    /** Works the jobs of all agents of an engine until it is closed. The client has to stay open as long. */
    static ScriptedAgent open(CamundaClient client, Script script) {
        return new ScriptedAgent(client, script);
    }

    /** Works the same jobs by the plan of the quickstart, and tells nothing of it. */
    public static ScriptedAgent open(CamundaClient client) {
        return open(client, new PlayedModel(new Narrator(new PrintStream(OutputStream.nullOutputStream()))));
    }

    /** What a model would decide. It must not remember anything between two turns. */
    @FunctionalInterface
    interface Script {
        Decision next(Turn turn);
    }

    /**
     * What the agent knows when it decides.
     *
     * @param number how often it has decided before
     * @param request what it was asked for
     * @param results what the tools returned that it called last, each with {@code id}, {@code name} and
     *     {@code content}; empty at the beginning
     * @param variables all variables that its job sees
     */
    record Turn(int number, String request, JsonNode results, JsonNode variables) {}

    /** What the agent does next. */
    sealed interface Decision {

        /** Calls tools, all at the same time. */
        record CallTools(List<ToolCall> calls) implements Decision {}

        /** Calls none, and says something at the end. */
        record Say(String text) implements Decision {}
    }

    /**
     * A call of a tool.
     *
     * @param tool the id of an element in the ad-hoc sub-process
     * @param parameters what its documentation asks for
     */
    record ToolCall(String tool, Map<String, ?> parameters) {}

    private void work(JobClient client, ActivatedJob job) {
        JsonNode variables = JSON.valueToTree(job.getVariablesAsMap());
        var context = variables.at("/data/context");
        var turn = new Turn(
                context.path("turns").asInt(),
                variables.at("/data/userPrompt/prompt").asText(),
                variables.at("/data/tools/toolCallResults"),
                variables);
        var agent = new HashMap<String, Object>();
        agent.put("context", remembering(turn, context));
        switch (script.next(turn)) {
            case Decision.CallTools tools -> agent.put("toolCalls", toolCalls(turn, tools.calls()));
            case Decision.Say answer -> {
                agent.put("toolCalls", List.of());
                agent.put("responseText", answer.text());
            }
        }
        client.newCompleteCommand(job).variables(Map.of("agent", agent)).send().join();
    }

    private static Map<String, Object> remembering(Turn turn, JsonNode context) {
        var messages = new ArrayList<Object>();
        context.path("messages").forEach(messages::add);
        messages.add(turn.number() == 0 ? turn.request() : turn.results());
        return Map.of("state", "READY", "turns", turn.number() + 1, "messages", messages);
    }

    private static List<Map<String, Object>> toolCalls(Turn turn, List<ToolCall> calls) {
        var toolCalls = new ArrayList<Map<String, Object>>();
        for (var call : calls) {
            var toolCall = new HashMap<String, Object>(call.parameters());
            var id = "call-%d-%d".formatted(turn.number(), toolCalls.size());
            toolCall.put("_meta", Map.of("id", id, "name", call.tool()));
            toolCalls.add(toolCall);
        }
        return toolCalls;
    }

    @Override
    public void close() {
        worker.close();
    }
}
