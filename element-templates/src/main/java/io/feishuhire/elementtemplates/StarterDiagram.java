package io.feishuhire.elementtemplates;

import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.BpmnErrors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A diagram to copy from: the publish task with a boundary event for each BPMN error, because an element template of
 * Camunda 8 cannot bring error definitions along. It follows from the catalogue of errors.
 */
final class StarterDiagram {

    static final Path FILE = Path.of("starter", "feishu-hire-publish-advertisement-starter.bpmn");

    private StarterDiagram() {}

    static String bpmn() {
        var errors = Arrays.stream(FeishuError.values()).toList();
        return Json.resource("starter.bpmn")
                .replace("{publish-task}", PublishTask.attributesAndExtensions())
                .replace("{task-width}", Integer.toString(StarterLayout.TASK_WIDTH))
                .replace("{after-task}", Integer.toString(StarterLayout.TASK_RIGHT))
                .replace("{after-arrow}", Integer.toString(StarterLayout.END_X))
                .replace("{end-label}", Integer.toString(StarterLayout.END_X - 27))
                .replace("{boundary-events}", each(errors, StarterDiagram::boundaryEvent))
                .replace("{errors}", each(errors, StarterDiagram::errorDefinition))
                .replace("{boundary-shapes}", each(errors, StarterLayout::shapes));
    }

    private static String each(List<FeishuError> errors, Function<FeishuError, String> part) {
        return errors.stream().map(part).collect(Collectors.joining()).stripTrailing();
    }

    /** The id of everything in the diagram that belongs to an error begins with this. */
    static String id(FeishuError error) {
        return BpmnErrors.code(error).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name that a boundary event shows. */
    static String title(FeishuError error) {
        return switch (error) {
            case API_SYNC_DISABLED -> "API sync is off";
            case JOB_CLOSED -> "Job is closed";
            case JOB_NOT_FOUND -> "Job not found";
            case ADVERTISEMENT_NOT_COMPLIANT -> "Advertisement not compliant";
            case INVALID_PARAMETER -> "Invalid ID";
            case SYSTEM_ERROR -> "Feishu failed inside";
            case RATE_LIMITED -> "Too many requests";
            case AUTHENTICATION_FAILED -> "Credentials refused";
            case PERMISSION_DENIED -> "App lacks permission";
            case APP_UNAVAILABLE -> "App unavailable";
            case IP_NOT_ALLOWED -> "IP not allowed";
            case QUOTA_EXHAUSTED -> "Quota used up";
            case UNAVAILABLE -> "Feishu not reachable";
            case UNEXPECTED_ANSWER -> "Not Feishu's answer";
            case UNKNOWN_ERROR -> "Unknown error";
        };
    }

    private static String boundaryEvent(FeishuError error) {
        return """
                    <bpmn:boundaryEvent id="%1$s" name="%2$s" attachedToRef="publish-advertisement">
                      <bpmn:documentation>%3$s</bpmn:documentation>
                      <bpmn:extensionElements>
                        <zeebe:ioMapping>
                          <zeebe:output source="=feishuError" target="feishuError" />
                        </zeebe:ioMapping>
                      </bpmn:extensionElements>
                      <bpmn:outgoing>%1$s-flow</bpmn:outgoing>
                      <bpmn:errorEventDefinition id="%1$s-definition" errorRef="%1$s-error" />
                    </bpmn:boundaryEvent>
                    <bpmn:sequenceFlow id="%1$s-flow" sourceRef="%1$s" targetRef="%1$s-end" />
                    <bpmn:endEvent id="%1$s-end">
                      <bpmn:incoming>%1$s-flow</bpmn:incoming>
                    </bpmn:endEvent>
                """.formatted(id(error), Xml.escape(title(error)), Xml.escape(documentation(error)));
    }

    private static String documentation(FeishuError error) {
        var advice = error.advice(FeishuOperation.PUBLISH).en() + "\n\n"
                + error.advice(FeishuOperation.PUBLISH).zh();
        return error == FeishuError.RATE_LIMITED
                ? "The error expression of the template waits instead of throwing this error. This event is for diagrams"
                        + " with an error expression of their own.\n\n"
                        + advice
                : advice;
    }

    private static String errorDefinition(FeishuError error) {
        return """
                  <bpmn:error id="%s-error" name="%s" errorCode="%s" />
                """.formatted(id(error), Xml.escape(title(error)), BpmnErrors.code(error));
    }
}
