package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Chinese for every text that a modeler sees. The file {@code texts-zh.json} maps the English text to the Chinese,
 * so an English text that changes asks for its translation anew.
 */
final class ChineseTexts {

    private static final String FILE = "texts-zh.json";
    private static final Set<String> TEXTS = Set.of("name", "label", "description", "tooltip", "message");
    private static final Set<String> PARTS_WITH_TEXTS =
            Set.of("groups", "properties", "choices", "constraints", "pattern");

    private final ObjectNode chinese;
    private final Set<String> used = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    private ChineseTexts(ObjectNode chinese) {
        this.chinese = chinese;
    }

    static ChineseTexts read() {
        return new ChineseTexts(Json.resourceTree(FILE));
    }

    /**
     * Translates a template in place.
     *
     * @throws IllegalStateException if texts have no translation, or translations no text
     */
    ObjectNode translate(ObjectNode template) {
        translateTextsOf(template);
        var unused = new TreeSet<String>();
        chinese.fieldNames().forEachRemaining(unused::add);
        unused.removeAll(used);
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new IllegalStateException(
                    "%s lacks the Chinese for %s and has Chinese for %s, which no longer is a text of the template"
                            .formatted(FILE, missing, unused));
        }
        return template;
    }

    private void translateTextsOf(ObjectNode node) {
        node.properties().forEach(entry -> {
            if (TEXTS.contains(entry.getKey()) && entry.getValue().isTextual()) {
                entry.setValue(TextNode.valueOf(chinese(entry.getValue().asText())));
            } else if (PARTS_WITH_TEXTS.contains(entry.getKey())) {
                translatePart(entry.getValue());
            }
        });
    }

    private void translatePart(JsonNode part) {
        if (part instanceof ObjectNode object) {
            translateTextsOf(object);
        } else if (part.isArray()) {
            part.forEach(this::translatePart);
        }
    }

    private String chinese(String english) {
        used.add(english);
        if (!chinese.has(english)) {
            missing.add(english);
        }
        return chinese.path(english).asText();
    }
}
