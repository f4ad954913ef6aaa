package io.feishuhire.examples;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import io.feishuhire.localcamunda.ZeebeDistribution;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a test asks of Camunda's own distribution. It has no searches: what happens is read from its records. */
final class RealCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final ZeebeDistribution zeebe;

    private RealCluster(ZeebeDistribution zeebe) {
        this.zeebe = zeebe;
    }

    /**
     * Starts a cluster; it accepts commands when this returns.
     *
     * @param distribution the unpacked archive
     * @param directory for its data and its log
     */
    static RealCluster start(Path distribution, Path directory) {
        var cluster = new RealCluster(ZeebeDistribution.in(distribution, directory));
        try {
            cluster.zeebe.start();
            return cluster;
        } catch (RuntimeException notReady) {
            cluster.close();
            throw notReady;
        }
    }

    CamundaClient client() {
        return zeebe.client();
    }

    URI grpcAddress() {
        return zeebe.grpcAddress();
    }

    /** Waits for a native user task and completes it over REST. */
    void completeUserTask(long instance, String elementId, Map<String, Object> variables) {
        client().newCompleteUserTaskCommand(awaitUserTask(instance, elementId))
                .variables(variables)
                .send()
                .join();
    }

    long awaitUserTask(long instance, String elementId) {
        return awaitRecord(instance, "USER_TASK", "CREATED", elementId)
                .path("key")
                .asLong();
    }

    /**
     * Waits for the incident of an error that no event catches; its record has the keys of the incident and of the job,
     * and this instead of the id of the element.
     */
    JsonNode awaitIncidentOfUncaughtError(long instance) {
        return awaitRecord(instance, "INCIDENT", "CREATED", "NO_CATCH_EVENT_FOUND");
    }

    void awaitJob(long instance, String elementId) {
        awaitRecord(instance, "JOB", "CREATED", elementId);
    }

    /** Waits until an element is completed; its end event is the last one of a process instance. */
    void awaitCompleted(long instance, String elementId) {
        awaitRecord(instance, "PROCESS_INSTANCE", "ELEMENT_COMPLETED", elementId);
    }

    /** Returns the incidents that a process instance has had up to now. */
    List<JsonNode> incidents(long instance) {
        return records(instance, "INCIDENT", "CREATED");
    }

    private JsonNode awaitRecord(long instance, String valueType, String intent, String elementId) {
        return await("%s %s of %s".formatted(valueType, intent, elementId))
                .atMost(PATIENCE)
                .until(
                        () -> records(instance, valueType, intent).stream()
                                .filter(record ->
                                        record.at("/value/elementId").asText().equals(elementId))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private List<JsonNode> records(long instance, String valueType, String intent) {
        var key = Long.toString(instance);
        var found = new ArrayList<JsonNode>();
        zeebe.forEachRecord(line -> {
            if (line.contains(key) && line.contains(valueType) && line.contains(intent)) {
                var record = parse(line);
                if (record.path("valueType").asText().equals(valueType)
                        && record.path("intent").asText().equals(intent)
                        && record.at("/value/processInstanceKey").asLong() == instance) {
                    found.add(record);
                }
            }
        });
        return found;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException stillBeingWritten) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() {
        zeebe.close();
    }
}
