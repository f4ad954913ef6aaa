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
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each connector a process with its task, as the committed element template makes it, and a boundary event for each
 * BPMN error code, which ends at an event of that name. Its variables set the fields that a test is about.
 */
final class OutcomesProcess {

    static final String TASK = "task";
    static final String DONE = "done";

    private static final Map<EveryConnector, String> TEMPLATES = Map.of(
            EveryConnector.PUBLISH, "publish-advertisement",
            EveryConnector.CHECK, "check-advertisement",
            EveryConnector.LIST_CHOICES, "list-choices",
            EveryConnector.CREATE, "create-job",
            EveryConnector.LOOK_UP, "look-up-job",
            EveryConnector.OPEN_OR_CLOSE, "open-or-close-job");

    /** What the Modeler would have stored, by the property's id. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("advertisementId", "=advertisementId"),
            Map.entry("channel.type", "=channelType"),
            Map.entry("channel.jobChannelId", "=jobChannelId"),
            Map.entry("channel.websiteName", "=websiteName"),
            Map.entry("channel.id", "=chosenChannel"),
            Map.entry("linkPattern", "=linkPattern"),
            Map.entry("lookBeforeRepeating", "=lookBeforeRepeating"),
            Map.entry("jobId", "=jobId"),
            Map.entry("action", "=action"),
            Map.entry("expiresAt", "=expiresAt"),
            Map.entry("timeZone", "=timeZone"),
            Map.entry("list.of", "=listOf"),
            Map.entry("list.language", "=language"),
            Map.entry("list.filter", "=filter"),
            Map.entry("list.root", "=root"),
            Map.entry("position.title", "=title"),
            Map.entry("position.code", "=code"),
            Map.entry("position.lookForCode", "=lookForCode"),
            Map.entry("position.headCount", "=headCount"),
            Map.entry("position.expiresAt", "=expiresAt"),
            Map.entry("people.recruiter", "=recruiter"),
            Map.entry("people.hiringManagers", "=hiringManagers"),
            Map.entry("people.assistants", "=assistants"),
            Map.entry("process.processType", "=processType"),
            Map.entry("process.processId", "=processId"),
            Map.entry("process.jobTypeId", "=jobTypeId"),
            Map.entry("process.recruitmentTypeId", "=recruitmentTypeId"),
            Map.entry("placement.departmentId", "=departmentId"),
            Map.entry("advertisement.highlightIds", "=highlightIds"),
            Map.entry("further", "=further"),
            Map.entry("authentication.appId", "=if is defined(appId) then appId else \"{{secrets.FEISHU_APP_ID}}\""),
            Map.entry("connection.region", "custom"),
            Map.entry("connection.baseUrl", "=baseUrl"),
            Map.entry("connection.timeoutInSeconds", "=timeoutInSeconds"),
            Map.entry("retryCount", "=if is defined(retries) then retries else 3"),
            Map.entry("retryBackoff", "PT0S"));

    /** A job that is created without a look, for people whose ids are given. */
    private static final Map<String, Object> NEW_JOB = Map.of(
            "title", "Backend engineer",
            "lookForCode", false,
            "recruiter", "ou_7010000000000000001",
            "hiringManagers", List.of("ou_7010000000000000002"),
            "processType", "1",
            "processId", "7005000000000000001",
            "jobTypeId", "7006000000000000001",
            "recruitmentTypeId", "101",
            "departmentId", "od-10");

    private OutcomesProcess() {}

    static void deploy(CamundaClient client) {
        var resources = client.newDeployResourceCommand();
        var all = TEMPLATES.keySet().stream()
                .map(connector -> resources.addProcessModel(model(connector), processId(connector) + ".bpmn"))
                .toList();
        all.getLast().send().join();
    }

    /** Starts an instance that publishes on the referral platform. */
    static long start(EmbeddedEngine engine, String baseUrl, Map<String, Object> others) {
        return start(engine, EveryConnector.PUBLISH, baseUrl, others);
    }

    /**
     * Starts an instance that publishes on the referral platform, looks there, lists job types, looks an open job up,
     * opens a closed one, or creates a job.
     *
     * @param others variables that differ from that
     */
    static long start(EmbeddedEngine engine, EveryConnector connector, String baseUrl, Map<String, Object> others) {
        var variables = new HashMap<String, Object>(NEW_JOB);
        variables.putAll(Map.of(
                "advertisementId",
                ConfidentialWords.ADVERTISEMENT_ID,
                "channelType",
                "referral",
                "jobChannelId",
                "",
                "listOf",
                "job-types",
                "baseUrl",
                baseUrl,
                "timeoutInSeconds",
                30));
        if (connector == EveryConnector.LOOK_UP) {
            variables.put("jobId", ConfidentialWords.JOB_ID);
        }
        if (connector == EveryConnector.OPEN_OR_CLOSE) {
            variables.putAll(Map.of("jobId", ConfidentialWords.CLOSED_JOB_ID, "action", "open", "timeZone", ""));
        }
        variables.putAll(others);
        return engine.start(processId(connector), variables);
    }

    private static String processId(EveryConnector connector) {
        return "outcomes-" + TEMPLATES.get(connector);
    }

    private static BpmnModelInstance model(EveryConnector connector) {
        var task =
                Bpmn.createExecutableProcess(processId(connector)).startEvent().serviceTask(TASK);
        apply(template(connector), task);
        task.endEvent(DONE);
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

    /** What the Modeler does: each property's value goes where its binding says. */
    private static void apply(JsonNode template, ServiceTaskBuilder task) {
        for (var property : template.path("properties")) {
            var value = VALUES.getOrDefault(
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

    private static JsonNode template(EveryConnector connector) {
        var file = Path.of("../element-templates/feishu-hire-" + TEMPLATES.get(connector) + ".json");
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
