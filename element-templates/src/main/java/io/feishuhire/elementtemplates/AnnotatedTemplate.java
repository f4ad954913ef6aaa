package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Completes what the generator makes of the annotations. */
final class AnnotatedTemplate {

    /** Stands in the description of the error expression, so that a translation need not repeat the catalogue. */
    static final String CODES = "{codes}";

    private static final Set<String> OPEN_GROUPS = Set.of("advertisement", "channel", "authentication");

    private AnnotatedTemplate() {}

    static ObjectNode complete(ObjectNode template) {
        showKeywords(template);
        addServiceFields(template);
        property(template, "errorExpression")
                .orElseThrow()
                .put("value", "=" + Json.resource("error-expression.feel").strip());
        property(template, "id").orElseThrow().put("value", template.path("id").asText());
        dropTextsThatNeverShow(template);
        openTheFirstGroups(template);
        return template;
    }

    /** Puts the BPMN error codes where {@link #CODES} stands. */
    static ObjectNode nameCodes(ObjectNode template) {
        var codes = Arrays.stream(FeishuError.values())
                .map(error -> "<code>" + BpmnErrors.code(error) + "</code>")
                .collect(Collectors.joining(", "));
        var errorExpression = property(template, "errorExpression").orElseThrow();
        errorExpression.put(
                "description", errorExpression.path("description").asText().replace(CODES, codes));
        return template;
    }

    private static Optional<ObjectNode> property(JsonNode template, String id) {
        return Json.objects(template.path("properties"))
                .filter(property -> property.path("id").asText().equals(id))
                .findFirst();
    }

    /** The Modeler searches the keywords of the template itself, not those of its metadata. */
    private static void showKeywords(ObjectNode template) {
        template.set("keywords", template.path("metadata").path("keywords"));
    }

    /** The generator adds the fields for results, errors and retries, whose texts are its own. */
    private static void addServiceFields(ObjectNode template) {
        var fields = Json.resourceTree("service-fields.json");
        fields.properties()
                .forEach(field -> property(template, field.getKey())
                        .ifPresent(property -> property.setAll((ObjectNode) field.getValue())));
    }

    private static void dropTextsThatNeverShow(ObjectNode template) {
        Json.objects(template.path("properties"))
                .filter(property -> property.path("type").asText().equals("Hidden"))
                .forEach(property -> property.remove(Set.of("label", "description", "group")));
        var shown = Json.objects(template.path("properties"))
                .map(property -> property.path("group").asText())
                .collect(Collectors.toSet());
        template.withArray("groups")
                .removeIf(group -> !shown.contains(group.path("id").asText()));
    }

    /** The Modeler closes a group unless the template opens it; the generator only ever says "closed". */
    private static void openTheFirstGroups(ObjectNode template) {
        Json.objects(template.path("groups"))
                .forEach(group -> group.put(
                        "openByDefault", OPEN_GROUPS.contains(group.path("id").asText())));
    }
}
