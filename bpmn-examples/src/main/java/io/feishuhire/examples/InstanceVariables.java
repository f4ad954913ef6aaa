package io.feishuhire.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Variable;
import io.feishuhire.localcamunda.CamundaEngine;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.RemoteCluster;
import java.time.Duration;
import java.util.Map;

/** The variables of a process instance, as JSON. */
final class InstanceVariables {

    private static final JsonMapper JSON = new JsonMapper();

    private final CamundaEngine engine;
    private final long instance;
    private final Duration patience;

    InstanceVariables(CamundaEngine engine, long instance, Duration patience) {
        this.engine = engine;
        this.instance = instance;
        this.patience = patience;
    }

    /**
     * A variable of the process itself.
     *
     * @throws IllegalStateException if there is none of that name in time
     */
    JsonNode ofProcess(String name) {
        return json(engine.awaitVariable(instance, name, patience));
    }

    /** A variable that a sub-process has for itself; null where it has none of that name. */
    JsonNode ofSubProcess(String subProcess, String name) {
        return switch (engine) {
            case EmbeddedEngine embedded -> {
                var local = embedded.history(instance).localVariables().getOrDefault(subProcess, Map.of());
                yield JSON.valueToTree(local.get(name));
            }
            case RemoteCluster cluster -> newest(cluster.client(), name);
        };
    }

    /** A search tells of no sub-process, but only one at a time has a variable of that name. */
    private JsonNode newest(CamundaClient client, String name) {
        return client
                .newVariableSearchRequest()
                .filter(variable -> variable.processInstanceKey(instance).name(name))
                .sort(order -> order.variableKey().desc())
                .send()
                .join()
                .items()
                .stream()
                .findFirst()
                .map(Variable::getVariableKey)
                // A search cuts long values off.
                .map(key -> client.newVariableGetRequest(key).send().join().getValue())
                .map(InstanceVariables::json)
                .orElseGet(JSON::nullNode);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("The engine's variables are JSON", notJson);
        }
    }
}
