package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A connector's task as the Modeler writes it when the template is applied, and each field that must be filled in takes
 * a process variable of its name.
 */
final class StarterTask {

    private final ObjectNode template;

    StarterTask(Connector connector) {
        this.template = connector.template(TemplateVariant.NORMAL).template();
    }

    String attributesAndExtensions() {
        return """
                zeebe:modelerTemplate="%s" zeebe:modelerTemplateVersion="%d" zeebe:modelerTemplateIcon="%s">
                      <bpmn:extensionElements>
                        <zeebe:taskDefinition type="%s" retries="%s" />
                        <zeebe:ioMapping>
                %s
                        </zeebe:ioMapping>
                        <zeebe:taskHeaders>
                %s
                        </zeebe:taskHeaders>
                      </bpmn:extensionElements>""".formatted(
                template.path("id").asText(),
                template.path("version").asInt(),
                template.path("icon").path("contents").asText(),
                taskDefinition("type"),
                taskDefinition("retries"),
                lines(
                        bound("zeebe:input").filter(StarterTask::isWritten),
                        property -> "          <zeebe:input source=\"%s\" target=\"%s\" />"
                                .formatted(Xml.escape(source(property)), binding(property, "name"))),
                lines(
                        bound("zeebe:taskHeader").filter(property -> property.has("value")),
                        property -> "          <zeebe:header key=\"%s\" value=\"%s\" />"
                                .formatted(
                                        binding(property, "key"),
                                        Xml.escape(property.path("value").asText()))));
    }

    private Stream<ObjectNode> bound(String type) {
        return properties()
                .filter(property -> binding(property, "type").equals(type))
                .filter(this::applies);
    }

    private Stream<ObjectNode> properties() {
        return Json.objects(template.path("properties"));
    }

    /** Whether a field shows as long as all others have their defaults. */
    private boolean applies(JsonNode property) {
        return isMet(property.path("condition"));
    }

    private boolean isMet(JsonNode condition) {
        if (condition.has("allMatch")) {
            return Json.objects(condition.path("allMatch")).allMatch(this::isMet);
        }
        return condition.isMissingNode()
                || properties()
                        .filter(other -> other.path("id").equals(condition.path("property")))
                        .anyMatch(other -> applies(other) && isMet(condition, other.path("value")));
    }

    private static boolean isMet(JsonNode condition, JsonNode value) {
        return condition.has("oneOf")
                ? condition.path("oneOf").valueStream().anyMatch(value::equals)
                : value.equals(condition.path("equals"));
    }

    private String taskDefinition(String name) {
        return bound("zeebe:taskDefinition")
                .filter(property -> binding(property, "property").equals(name))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asText();
    }

    /** The Modeler leaves out what may be left out and is. */
    private static boolean isWritten(JsonNode property) {
        return property.has("value") || !property.path("optional").asBoolean();
    }

    private static String source(JsonNode property) {
        var value = property.path("value");
        if (value.isMissingNode()) {
            return "=" + processVariable(property);
        }
        return value.isTextual() ? value.asText() : "=" + value;
    }

    /** What {@code channel.jobChannelId} is filled with: {@code jobChannelId}. */
    private static String processVariable(JsonNode property) {
        var input = binding(property, "name");
        return input.substring(input.lastIndexOf('.') + 1);
    }

    private static String binding(JsonNode property, String field) {
        return property.path("binding").path(field).asText();
    }

    private static String lines(Stream<ObjectNode> properties, Function<ObjectNode, String> line) {
        return properties.map(line).collect(Collectors.joining("\n"));
    }
}
