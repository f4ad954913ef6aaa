package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The publish task as the Modeler writes it when the template is applied and nothing but the id is filled in. */
final class PublishTask {

    private final ObjectNode template = PublishAdvertisementTemplate.NORMAL.template();

    private PublishTask() {}

    static String attributesAndExtensions() {
        return new PublishTask().xml();
    }

    private String xml() {
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
                        bound("zeebe:input"),
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
        return Json.objects(template.path("properties"))
                .filter(property -> binding(property, "type").equals(type))
                .filter(this::applies);
    }

    private boolean applies(JsonNode property) {
        var condition = property.path("condition");
        return condition.isMissingNode()
                || Json.objects(template.path("properties"))
                        .filter(other -> other.path("id").equals(condition.path("property")))
                        .anyMatch(other -> other.path("value").equals(condition.path("equals")));
    }

    private String taskDefinition(String name) {
        return bound("zeebe:taskDefinition")
                .filter(property -> binding(property, "property").equals(name))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asText();
    }

    /** The advertisement id, the one field without a default, comes from a process variable. */
    private static String source(JsonNode property) {
        return property.path("value").asText("=" + property.path("id").asText());
    }

    private static String binding(JsonNode property, String field) {
        return property.path("binding").path(field).asText();
    }

    private static String lines(Stream<ObjectNode> properties, Function<ObjectNode, String> line) {
        return properties.map(line).collect(Collectors.joining("\n"));
    }
}
