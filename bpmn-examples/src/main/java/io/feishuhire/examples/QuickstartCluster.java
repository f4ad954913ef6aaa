package io.feishuhire.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.request.FinalSearchRequestStep;
import io.camunda.client.api.search.response.ProcessInstance;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A Camunda 8 cluster without authentication, such as Camunda 8 Run: gRPC for commands, REST (version 2) for user tasks
 * and searches.
 *
 * <p>Searches need a cluster with secondary storage (Elasticsearch, OpenSearch or a relational database). On a cluster
 * without it you can deploy, start and complete, but each wait fails with a message that says what to do.
 */
final class QuickstartCluster implements QuickstartEngine {

    private static final long SEARCH_INTERVAL_MILLIS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI restAddress;
    private final CamundaClient client;
    /** Searches lag behind, and may still find these. */
    private final Set<Long> completedUserTasks = ConcurrentHashMap.newKeySet();

    /**
     * Does not call the cluster yet.
     *
     * @param grpcAddress such as {@code http://127.0.0.1:26500}
     * @param restAddress such as {@code http://127.0.0.1:8080}
     */
    QuickstartCluster(URI grpcAddress, URI restAddress) {
        this.restAddress = restAddress;
        this.client = CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(grpcAddress)
                .restAddress(restAddress)
                .preferRestOverGrpc(false)
                .build();
    }

    @Override
    public CamundaClient client() {
        return client;
    }

    @Override
    public void completeUserTask(long userTaskKey, Map<String, Object> variables) {
        try {
            client.newCompleteUserTaskCommand(userTaskKey)
                    .variables(variables)
                    .send()
                    .join();
            completedUserTasks.add(userTaskKey);
        } catch (ClientException refused) {
            throw new IllegalStateException(
                    "User task %d was not completed: %s".formatted(userTaskKey, refused.getMessage()), refused);
        }
    }

    @Override
    public Stop awaitStop(long processInstanceKey, Duration atMost) {
        var wanted = "a user task, an incident or the end of process instance " + processInstanceKey;
        return await(wanted, "Follow the instance in Operate and Tasklist.", () -> stop(processInstanceKey), atMost);
    }

    @Override
    public JsonNode awaitVariable(long processInstanceKey, String name, Duration atMost) {
        var wanted = "the variable \"%s\" of process instance %d".formatted(name, processInstanceKey);
        return await(wanted, "Look at the instance in Operate.", () -> variable(processInstanceKey, name), atMost);
    }

    /** A search tells of no sub-process, but only one at a time has a variable of that name. */
    @Override
    public JsonNode localVariable(long processInstanceKey, String subProcess, String name) {
        return found(client.newVariableSearchRequest()
                        .filter(variable ->
                                variable.processInstanceKey(processInstanceKey).name(name))
                        .sort(order -> order.variableKey().desc())
                        .withFullValues())
                .findFirst()
                .map(newest -> parse(newest.getValue()))
                .orElseGet(JSON::nullNode);
    }

    @Override
    public Optional<List<Step>> steps(long processInstanceKey) {
        return Optional.empty();
    }

    @Override
    public void close() {
        client.close();
    }

    private Optional<Stop> stop(long processInstanceKey) {
        return userTask(processInstanceKey)
                .or(() -> incident(processInstanceKey))
                .or(() -> end(processInstanceKey));
    }

    private Optional<Stop> userTask(long processInstanceKey) {
        return found(client.newUserTaskSearchRequest()
                        .filter(task ->
                                task.processInstanceKey(processInstanceKey).state(UserTaskState.CREATED)))
                .filter(task -> !completedUserTasks.contains(task.getUserTaskKey()))
                .findFirst()
                .map(task -> new Stop.AtUserTask(task.getUserTaskKey(), task.getElementId()));
    }

    private Optional<Stop> incident(long processInstanceKey) {
        return found(client.newIncidentSearchRequest()
                        .filter(incident ->
                                incident.processInstanceKey(processInstanceKey).state(IncidentState.ACTIVE)))
                .findFirst()
                .map(incident -> new Stop.AtIncident(incident.getElementId(), incident.getErrorMessage()));
    }

    private Optional<Stop> end(long processInstanceKey) {
        return found(client.newProcessInstanceSearchRequest()
                        .filter(instance -> instance.processInstanceKey(processInstanceKey)))
                .map(ProcessInstance::getState)
                .filter(state -> state != ProcessInstanceState.ACTIVE)
                .findFirst()
                .map(Stop.AtEnd::new);
    }

    private Optional<JsonNode> variable(long processInstanceKey, String name) {
        return found(client.newVariableSearchRequest()
                        .filter(variable -> variable.processInstanceKey(processInstanceKey)
                                .scopeKey(processInstanceKey)
                                .name(name))
                        .withFullValues())
                .findFirst()
                .map(found -> parse(found.getValue()));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("The engine's variables are JSON", notJson);
        }
    }

    private static <T> Stream<T> found(FinalSearchRequestStep<T> search) {
        return search.send().join().items().stream();
    }

    private <T> T await(String wanted, String advice, Supplier<Optional<T>> search, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (true) {
                var found = search.get();
                if (found.isPresent()) {
                    return found.get();
                }
                if (System.nanoTime() >= deadline) {
                    throw new IllegalStateException("Waited %d ms for %s. %s has not seen it."
                            .formatted(atMost.toMillis(), wanted, restAddress));
                }
                TimeUnit.MILLISECONDS.sleep(SEARCH_INTERVAL_MILLIS);
            }
        } catch (ClientHttpException noSearch) {
            throw new IllegalStateException(
                    "Cannot look for %s: %s answers searches with HTTP %d. It probably runs without secondary storage. %s"
                            .formatted(wanted, restAddress, noSearch.code(), advice),
                    noSearch);
        } catch (ClientException unreachable) {
            throw new IllegalStateException(
                    "Cannot look for %s: %s cannot be reached. %s"
                            .formatted(wanted, restAddress, unreachable.getMessage()),
                    unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + wanted, interrupted);
        }
    }
}
