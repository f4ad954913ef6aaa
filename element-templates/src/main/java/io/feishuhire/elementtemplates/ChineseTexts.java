package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The Chinese for every text that a modeler sees. The file {@code texts-zh.json} maps the English text to the Chinese,
 * so an English text that changes asks for its translation anew. It has a section for what several connectors share,
 * and one for each connector, which is called by verb and noun.
 */
final class ChineseTexts {

    private static final String FILE = "texts-zh.json";
    private static final String SHARED = "shared";
    private static final Set<String> TEXTS = Set.of("name", "label", "description", "tooltip", "message");
    private static final Set<String> PARTS_WITH_TEXTS =
            Set.of("groups", "properties", "choices", "constraints", "pattern");

    private final ObjectNode sections;

    private ChineseTexts(ObjectNode sections) {
        this.sections = sections;
    }

    /**
     * Reads the file.
     *
     * @throws IllegalStateException if two sections translate the same text
     */
    static ChineseTexts read() {
        return of(Json.resourceTree(FILE));
    }

    static ChineseTexts of(ObjectNode sections) {
        var seen = new HashSet<String>();
        sections.properties().stream()
                .flatMap(section -> section.getValue().properties().stream().map(Map.Entry::getKey))
                .filter(text -> !seen.add(text))
                .findFirst()
                .ifPresent(text -> {
                    throw new IllegalStateException(
                            "%s translates %s twice: what several connectors have belongs in the section %s"
                                    .formatted(FILE, text, SHARED));
                });
        return new ChineseTexts(sections);
    }

    /**
     * Translates a template of a connector in place.
     *
     * @throws IllegalStateException if texts have no translation, or translations of the connector's section no text
     */
    void translate(ObjectNode template, Connector connector) {
        var shared = sections.path(SHARED);
        var own = sections.path(connector.verbAndNoun());
        var missing = new TreeSet<String>();
        var unused = new TreeSet<String>();
        own.fieldNames().forEachRemaining(unused::add);
        replaceTexts(template, english -> {
            unused.remove(english);
            var chinese = own.has(english) ? own.path(english) : shared.path(english);
            if (chinese.isMissingNode()) {
                missing.add(english);
            }
            return chinese.asText();
        });
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new IllegalStateException(
                    FILE + ", section " + connector.verbAndNoun() + ":" + listed("has no Chinese for", missing)
                            + listed("has Chinese for what no longer is a text of the template:", unused));
        }
    }

    private static String listed(String problem, Set<String> texts) {
        return texts.isEmpty()
                ? ""
                : " It " + problem + " "
                        + texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ")) + ".";
    }

    /** The English of the shared section. */
    Set<String> shared() {
        var texts = new TreeSet<String>();
        sections.path(SHARED).fieldNames().forEachRemaining(texts::add);
        return texts;
    }

    /** The texts of a template that are to be translated. */
    static Set<String> textsOf(ObjectNode template) {
        var texts = new TreeSet<String>();
        replaceTexts(template.deepCopy(), text -> {
            texts.add(text);
            return text;
        });
        return texts;
    }

    private static void replaceTexts(ObjectNode node, UnaryOperator<String> replacement) {
        node.properties().forEach(entry -> {
            if (TEXTS.contains(entry.getKey()) && entry.getValue().isTextual()) {
                entry.setValue(
                        TextNode.valueOf(replacement.apply(entry.getValue().asText())));
            } else if (PARTS_WITH_TEXTS.contains(entry.getKey())) {
                replaceTextsOfPart(entry.getValue(), replacement);
            }
        });
    }

    private static void replaceTextsOfPart(JsonNode part, UnaryOperator<String> replacement) {
        if (part instanceof ObjectNode object) {
            replaceTexts(object, replacement);
        } else if (part.isArray()) {
            part.forEach(element -> replaceTextsOfPart(element, replacement));
        }
    }
}
