package io.feishuhire.connector.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A process with the connector's task, as the committed element template makes it, and a boundary event for each BPMN
 * error code, which ends at an event of that name. Its variables set the fields that a test is about.
 */
final class OutcomesProcess {

    static final String TASK = "publish";
    static final String PUBLISHED = "published";
    private static final String PROCESS = "outcomes";
    private static final Path TEMPLATE = Path.of("../element-templates/feishu-hire-publish-advertisement.json");

    private OutcomesProcess() {}

    static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(model(), "outcomes.bpmn")
                .send()
                .join();
    }

    /**
     * Starts an instance that publishes on the referral platform.
     *
     * @param others variables that differ from that
     */
    static long start(EmbeddedEngine engine, String baseUrl, Map<String, Object> others) {
        var variables = new HashMap<String, Object>(Map.of(
                "advertisementId",
                ConfidentialWords.ADVERTISEMENT_ID,
                "channelType",
                "referral",
                "jobChannelId",
                "",
                "baseUrl",
                baseUrl,
                "timeoutInSeconds",
                30));
        variables.putAll(others);
        return engine.start(PROCESS, variables);
    }

    private static BpmnModelInstance model() {
        var task = Bpmn.createExecutableProcess(PROCESS).startEvent().serviceTask(TASK);
        apply(template(), task);
        task.endEvent(PUBLISHED);
        for (var error : FeishuError.values()) {
            var code = BpmnErrors.code(error);
            task.boundaryEvent(
                    "boundary-" + code,
                    event -> event.error(code)
                            .zeebeOutputExpression("feishuError", "feishuError")
                            .endEvent(code));
        }
        return task.done();
    }

    /** What the Modeler does: each property's value, unless its condition is not met, goes where its binding says. */
    private static void apply(JsonNode template, ServiceTaskBuilder task) {
        Map<String, String> values = new HashMap<>();
        values.put("advertisementId", "=advertisementId");
        values.put("channel.type", "=channelType");
        values.put("channel.jobChannelId", "=jobChannelId");
        values.put("authentication.appId", "=if is defined(appId) then appId else \"{{secrets.FEISHU_APP_ID}}\"");
        values.put("connection.region", "custom");
        values.put("connection.baseUrl", "=baseUrl");
        values.put("connection.timeoutInSeconds", "=timeoutInSeconds");
        values.put("retryCount", "=if is defined(retries) then retries else 3");
        values.put("retryBackoff", "PT0S");
        for (var property : template.path("properties")) {
            var value = values.getOrDefault(
                    property.path("id").asText(), property.path("value").asText());
            if (!value.isEmpty()) {
                bind(property.path("binding"), value, task);
            }
        }
    }

    private static void bind(JsonNode binding, String value, ServiceTaskBuilder task) {
        switch (binding.path("type").asText()) {
            case "zeebe:taskDefinition" -> {
                if (binding.path("property").asText().equals("type")) {
                    task.zeebeJobType(value);
                } else {
                    task.zeebeJobRetries(value);
                }
            }
            case "zeebe:input" -> task.zeebeInput(value, binding.path("name").asText());
            case "zeebe:taskHeader" -> task.zeebeTaskHeader(binding.path("key").asText(), value);
            default -> throw new IllegalArgumentException("A binding that this test does not know: " + binding);
        }
    }

    private static JsonNode template() {
        try {
            return new ObjectMapper().readTree(TEMPLATE.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
