package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChineseTemplateTest {

    private static final Set<String> TEXTS = Set.of("name", "label", "description", "tooltip", "message");
    /** Names that are the same in both languages. */
    private static final Set<String> SAME_IN_CHINESE = Set.of("App ID", "App Secret", "Lark（open.larksuite.com）");

    @ParameterizedTest
    @MethodSource("properties")
    void aPropertyBehavesAsTheEnglishOne(Connector connector, int position, String id) {
        var english = property(english(connector), position);
        var chinese = property(chinese(connector), position);
        if (id.equals("id")) {
            chinese.put("value", english(connector).path("id").asText());
        }

        assertThat(withoutTexts(chinese)).isEqualTo(withoutTexts(english));
    }

    @ParameterizedTest
    @EnumSource
    void everythingElseBehavesAsInEnglishButForItsOwnId(Connector connector) {
        var english = english(connector);
        var chinese = chinese(connector);

        assertThat(chinese.path("id").asText())
                .isEqualTo(english.path("id").asText().replace(".v1", ".zh.v1"));
        assertThat(withoutTexts(chinese.without(List.of("id", "properties"))))
                .isEqualTo(withoutTexts(english.without(List.of("id", "properties"))));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsChinese(Connector connector) {
        assertThat(texts(connector))
                .hasSizeGreaterThan(40)
                .filteredOn(text -> !SAME_IN_CHINESE.contains(text))
                .allSatisfy(text -> assertThat(text).containsPattern("\\p{IsHan}"));
    }

    @ParameterizedTest
    @EnumSource
    void noTextMixesInEnglishPunctuation(Connector connector) {
        assertThat(texts(connector))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{IsHan}[,;:!?(]|[,;!?)]\\p{IsHan}"));
    }

    static Stream<Arguments> properties() {
        return Stream.of(Connector.values()).flatMap(connector -> {
            var properties = english(connector).path("properties");
            return IntStream.range(0, properties.size())
                    .mapToObj(position -> Arguments.of(
                            connector,
                            position,
                            properties.path(position).path("id").asText()));
        });
    }

    private static ObjectNode english(Connector connector) {
        return connector.template(TemplateVariant.NORMAL).template();
    }

    private static ObjectNode chinese(Connector connector) {
        return connector.template(TemplateVariant.CHINESE).template();
    }

    private static ObjectNode property(JsonNode template, int position) {
        return (ObjectNode) template.path("properties").get(position);
    }

    private static JsonNode withoutTexts(JsonNode node) {
        var copy = node.deepCopy();
        if (copy instanceof ObjectNode object && !isBinding(object)) {
            object.remove(TEXTS);
            object.properties().forEach(entry -> entry.setValue(withoutTexts(entry.getValue())));
        } else if (copy.isArray()) {
            var parts = JsonNodeFactory.instance.arrayNode();
            copy.forEach(part -> parts.add(withoutTexts(part)));
            return parts;
        }
        return copy;
    }

    private static List<String> texts(Connector connector) {
        var texts = new ArrayList<String>();
        collectTexts(chinese(connector).without("category"), texts);
        return texts;
    }

    private static void collectTexts(JsonNode node, List<String> texts) {
        if (isBinding(node)) {
            return;
        }
        node.properties().stream()
                .filter(entry -> TEXTS.contains(entry.getKey()))
                .forEach(entry -> texts.add(entry.getValue().asText()));
        Stream.concat(node.properties().stream().map(entry -> entry.getValue()), elements(node))
                .forEach(part -> collectTexts(part, texts));
    }

    /** A binding's "name" is the variable's. */
    private static boolean isBinding(JsonNode node) {
        return node.path("type").asText().startsWith("zeebe:");
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? IntStream.range(0, node.size()).mapToObj(node::get) : Stream.empty();
    }
}
