package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What makes a template misbehave in the Modeler although Camunda's schema accepts it. */
final class TemplateRules {

    private static final Set<String> TOP_LEVEL_KEYS = Set.of(
            "$schema",
            "name",
            "id",
            "description",
            "documentationRef",
            "metadata",
            "keywords",
            "version",
            "category",
            "appliesTo",
            "elementType",
            "engines",
            "groups",
            "properties",
            "icon");

    private static final Pattern TAG = Pattern.compile("</?(\\w+)");
    private static final Set<String> TAGS = Set.of("a", "br", "code", "em", "li", "p", "strong", "ul");

    private TemplateRules() {}

    /** Returns one sentence for each thing that is wrong with the template. */
    static List<String> violations(JsonNode template) {
        return Stream.of(
                        unknownKeys(template),
                        unknownGroups(template),
                        emptyGroups(template),
                        duplicateIds(template),
                        conditions(template),
                        defaults(template),
                        markup(template))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> unknownKeys(JsonNode template) {
        return template.properties().stream()
                .map(entry -> entry.getKey())
                .filter(key -> !TOP_LEVEL_KEYS.contains(key))
                .map(key -> "The template has an unknown key " + key + ".")
                .toList();
    }

    private static List<String> unknownGroups(JsonNode template) {
        var groups = ids(template.path("groups"));
        return properties(template)
                .filter(property -> property.has("group") && !groups.contains(text(property, "group")))
                .map(property -> name(property) + " is in the unknown group " + text(property, "group") + ".")
                .toList();
    }

    private static List<String> emptyGroups(JsonNode template) {
        var shown = properties(template)
                .filter(property -> !text(property, "type").equals("Hidden"))
                .map(property -> text(property, "group"))
                .collect(Collectors.toSet());
        return ids(template.path("groups")).stream()
                .filter(group -> !shown.contains(group))
                .map(group -> "The group " + group + " has no field that shows.")
                .toList();
    }

    private static List<String> duplicateIds(JsonNode template) {
        var seen = new HashSet<String>();
        return properties(template)
                .filter(property -> property.has("id") && !seen.add(text(property, "id")))
                .map(property -> name(property) + " is there twice.")
                .toList();
    }

    private static List<String> conditions(JsonNode template) {
        var all = ids(template.path("properties"));
        var before = new HashSet<String>();
        var violations = new ArrayList<String>();
        properties(template).forEach(property -> {
            conditionedOn(property.path("condition")).forEach(other -> {
                if (!all.contains(other)) {
                    violations.add(name(property) + " depends on " + other + ", which is not there.");
                } else if (!before.contains(other)) {
                    violations.add(name(property) + " depends on " + other + ", which comes after it.");
                }
            });
            before.add(text(property, "id"));
        });
        return violations;
    }

    private static Stream<String> conditionedOn(JsonNode condition) {
        var here = condition.has("property") ? Stream.of(text(condition, "property")) : Stream.<String>empty();
        return Stream.concat(here, stream(condition.path("allMatch")).flatMap(TemplateRules::conditionedOn));
    }

    private static List<String> defaults(JsonNode template) {
        return properties(template)
                .filter(property -> property.has("choices") && property.has("value"))
                .filter(property -> stream(property.path("choices"))
                        .noneMatch(choice -> choice.path("value").equals(property.path("value"))))
                .map(property -> name(property) + " has a default that is none of its choices.")
                .toList();
    }

    /** The Modeler removes an element that it does not know, with the text in it. */
    private static List<String> markup(JsonNode template) {
        return properties(template)
                .flatMap(property -> Stream.of("description", "tooltip")
                        .flatMap(text -> TAG.matcher(text(property, text)).results())
                        .map(tag -> tag.group(1))
                        .filter(tag -> !TAGS.contains(tag))
                        .map(tag -> name(property) + " uses <" + tag + ">, which the Modeler removes."))
                .toList();
    }

    private static Set<String> ids(JsonNode elements) {
        return stream(elements).map(element -> text(element, "id")).collect(Collectors.toSet());
    }

    private static String name(JsonNode property) {
        return "The property " + (property.has("id") ? text(property, "id") : property.path("binding"));
    }

    private static Stream<JsonNode> properties(JsonNode template) {
        return stream(template.path("properties"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
