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
 * What the texts that all connectors share say of one of them: those of {@code service-fields.json} and of the
 * credentials. They, and their translations, have braces for it.
 */
final class ConnectorTexts {

    /** A list; the text says what stands between its words, and before the last. */
    private static final Pattern LIST = Pattern.compile("\\{(codes|permissions|result-fields)\\|([^|}]*)\\|([^|}]*)}");
    /** Something that is said only where the connector has a template for throw events. */
    private static final Pattern ON_THROW_EVENT = Pattern.compile("\\{throw-event\\|([^}]*)}");

    private final Connector connector;

    ConnectorTexts(Connector connector) {
        this.connector = connector;
    }

    /** Fills in the braces. */
    ObjectNode fillIn(ObjectNode template) {
        Json.objects(template.path("properties"))
                .forEach(property -> Stream.of("description", "tooltip")
                        .filter(property::has)
                        .forEach(text ->
                                property.put(text, filledIn(property.path(text).asText()))));
        return template;
    }

    private String filledIn(String text) {
        var withWords = text.replace("{example-code}", codes().getFirst())
                .replace("{job-type}", connector.jobType())
                .replace("{job-type-variable}", jobTypeVariable())
                .replace("{result-variable}", connector.annotation().defaultResultVariable())
                .replace("{result-expression}", connector.resultExpression());
        var withLists = LIST.matcher(withWords)
                .replaceAll(list -> Matcher.quoteReplacement(listed(list.group(1), list.group(2), list.group(3))));
        return ON_THROW_EVENT.matcher(withLists).replaceAll(this::ifOnThrowEvent);
    }

    private String listed(String list, String between, String beforeTheLast) {
        var words =
                words(list).stream().map(word -> "<code>" + word + "</code>").toList();
        var last = words.getLast();
        var others = words.subList(0, words.size() - 1);
        return others.isEmpty() ? last : others.stream().collect(Collectors.joining(between)) + beforeTheLast + last;
    }

    private List<String> words(String list) {
        return switch (list) {
            case "codes" -> codes();
            case "permissions" -> connector.permissions();
            default -> connector.resultFields();
        };
    }

    private List<String> codes() {
        return connector.errors().stream().map(BpmnErrors::code).toList();
    }

    /** As the connector runtime derives it from the name. */
    String jobTypeVariable() {
        var name = connector.displayName().replaceAll("[^A-Za-z0-9 ]", "").replace(' ', '_');
        return "CONNECTOR_" + name.toUpperCase(Locale.ROOT) + "_TYPE";
    }

    private String ifOnThrowEvent(MatchResult said) {
        return connector.has(TemplateVariant.THROW_EVENT_SHAPE) ? Matcher.quoteReplacement(said.group(1)) : "";
    }
}
