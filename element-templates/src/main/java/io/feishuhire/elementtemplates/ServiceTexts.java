package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.mapping.BpmnErrors;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the texts of {@code service-fields.json} say of one connector. They, and their translations, have braces for it,
 * so that all connectors share them.
 */
final class ServiceTexts {

    /** The fields of the result; the text says what stands between them, and before the last. */
    private static final Pattern RESULT_FIELDS = Pattern.compile("\\{result-fields\\|([^|}]*)\\|([^|}]*)}");
    /** Something that is said only where the connector has a template for throw events. */
    private static final Pattern ON_THROW_EVENT = Pattern.compile("\\{throw-event\\|([^}]*)}");

    private final Connector connector;

    ServiceTexts(Connector connector) {
        this.connector = connector;
    }

    /** Fills in the braces. */
    ObjectNode fillIn(ObjectNode template) {
        var fields = Json.resourceTree("service-fields.json");
        Json.objects(template.path("properties"))
                .filter(property -> fields.has(property.path("id").asText()))
                .forEach(property -> Stream.of("description", "tooltip")
                        .forEach(text ->
                                property.put(text, filledIn(property.path(text).asText()))));
        return template;
    }

    private String filledIn(String text) {
        var codes = connector.errors().stream().map(BpmnErrors::code).toList();
        var simple = text.replace("{codes}", listed(codes, ", ", ", "))
                .replace("{example-code}", codes.getFirst())
                .replace("{job-type}", connector.jobType())
                .replace("{job-type-variable}", jobTypeVariable())
                .replace("{result-variable}", connector.annotation().defaultResultVariable())
                .replace("{result-expression}", connector.resultExpression());
        var withFields = RESULT_FIELDS
                .matcher(simple)
                .replaceAll(separators -> Matcher.quoteReplacement(
                        listed(connector.resultFields(), separators.group(1), separators.group(2))));
        return ON_THROW_EVENT.matcher(withFields).replaceAll(this::ifOnThrowEvent);
    }

    private String ifOnThrowEvent(MatchResult said) {
        return connector.has(TemplateVariant.THROW_EVENT_SHAPE) ? Matcher.quoteReplacement(said.group(1)) : "";
    }

    /** As the connector runtime derives it from the name. */
    String jobTypeVariable() {
        var name = connector.displayName().replaceAll("[^A-Za-z0-9 ]", "").replace(' ', '_');
        return "CONNECTOR_" + name.toUpperCase(Locale.ROOT) + "_TYPE";
    }

    private static String listed(List<String> words, String between, String beforeTheLast) {
        var marked = words.stream().map(word -> "<code>" + word + "</code>").toList();
        var last = marked.getLast();
        var others = marked.subList(0, marked.size() - 1);
        return others.isEmpty() ? last : others.stream().collect(Collectors.joining(between)) + beforeTheLast + last;
    }
}
