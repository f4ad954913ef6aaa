package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Completes what the generator makes of the annotations. */
final class AnnotatedTemplate {

    private final Set<String> openGroups;

    AnnotatedTemplate(Connector connector) {
        this.openGroups = Arrays.stream(connector.annotation().propertyGroups())
                .filter(PropertyGroup::openByDefault)
                .map(PropertyGroup::id)
                .collect(Collectors.toSet());
    }

    ObjectNode complete(ObjectNode template) {
        showKeywords(template);
        addServiceFields(template);
        property(template, "errorExpression")
                .orElseThrow()
                .put("value", "=" + Json.resource("error-expression.feel").strip());
        property(template, "id").orElseThrow().put("value", template.path("id").asText());
        dropTextsThatNeverShow(template);
        openGroups(template);
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
    private void openGroups(ObjectNode template) {
        Json.objects(template.path("groups"))
                .forEach(group -> group.put(
                        "openByDefault", openGroups.contains(group.path("id").asText())));
    }
}
