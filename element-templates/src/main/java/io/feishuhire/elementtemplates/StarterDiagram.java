package io.feishuhire.elementtemplates;

import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A diagram to copy from: a connector's task with a boundary event for each BPMN error that it raises, because an
 * element template of Camunda 8 cannot bring error definitions along. It follows from the catalogue of errors.
 */
final class StarterDiagram {

    private final Connector connector;
    private final List<FeishuError> errors;

    StarterDiagram(Connector connector) {
        this.connector = connector;
        this.errors = connector.errors();
    }

    /** Where the diagram is committed, relative to {@code element-templates/}. */
    Path file() {
        return Path.of("starter", processId() + ".bpmn");
    }

    String bpmn() {
        var layout = new StarterLayout(errors);
        var starter = connector.starter();
        return Json.resource("starter.bpmn")
                .replace("{process-id}", processId())
                .replace("{process}", Xml.escape(connector.displayName() + ", with every error"))
                .replace("{how-to-run}", starter.howToRun())
                .replace("{start-id}", id(starter.requested()))
                .replace("{start}", starter.requested())
                .replace("{task-id}", taskId())
                .replace("{task}", starter.task())
                .replace("{end-id}", endId())
                .replace("{end}", starter.done())
                .replace("{task-extensions}", new StarterTask(connector).attributesAndExtensions())
                .replace("{task-width}", Integer.toString(layout.taskWidth()))
                .replace("{after-task}", Integer.toString(layout.taskRight()))
                .replace("{after-arrow}", Integer.toString(layout.endX()))
                .replace("{end-label}", Integer.toString(layout.endX() - 27))
                .replace("{boundary-events}", each(this::boundaryEvent))
                .replace("{errors}", each(StarterDiagram::errorDefinition))
                .replace("{boundary-shapes}", each(layout::shapes));
    }

    String processId() {
        return connector.fileStem() + "-starter";
    }

    String taskId() {
        return id(connector.starter().task());
    }

    String endId() {
        return id(connector.starter().done());
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private String each(Function<FeishuError, String> part) {
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
            case JOB_ALREADY_CREATED -> "Job exists already";
            case ADVERTISEMENT_NOT_COMPLIANT -> "Advertisement not compliant";
            case INVALID_PARAMETER -> "Invalid value";
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

    private String boundaryEvent(FeishuError error) {
        return """
                    <bpmn:boundaryEvent id="%1$s" name="%2$s" attachedToRef="%4$s">
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
                """.formatted(id(error), Xml.escape(title(error)), Xml.escape(documentation(error)), taskId());
    }

    private String documentation(FeishuError error) {
        var advice =
                connector.advice(error).en() + "\n\n" + connector.advice(error).zh();
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
