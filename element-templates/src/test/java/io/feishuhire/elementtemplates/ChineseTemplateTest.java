package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChineseTemplateTest {

    private static final Set<String> TEXTS = Set.of("name", "label", "description", "tooltip", "message");
    /** Names that are the same in both languages. */
    private static final Set<String> SAME_IN_CHINESE = Set.of("App ID", "App Secret", "Lark（open.larksuite.com）");

    private static final ObjectNode ENGLISH = PublishAdvertisementTemplate.NORMAL.template();
    private static final ObjectNode CHINESE = PublishAdvertisementTemplate.CHINESE.template();

    @ParameterizedTest
    @MethodSource("positions")
    void aPropertyBehavesAsTheEnglishOne(int position) {
        var english = property(ENGLISH, position);
        var chinese = property(CHINESE, position);
        if (english.path("id").asText().equals("id")) {
            chinese.put("value", ENGLISH.path("id").asText());
        }

        assertThat(withoutTexts(chinese)).isEqualTo(withoutTexts(english));
    }

    @Test
    void everythingElseBehavesAsInEnglishButForItsOwnId() {
        assertThat(CHINESE.path("id").asText()).isEqualTo("io.feishuhire.PublishAdvertisement.zh.v1");
        assertThat(withoutTexts(CHINESE.deepCopy().without(List.of("id", "properties"))))
                .isEqualTo(withoutTexts(ENGLISH.deepCopy().without(List.of("id", "properties"))));
    }

    @Test
    void everyTextIsChinese() {
        var texts = new ArrayList<String>();
        collectTexts(CHINESE.deepCopy().without("category"), texts);

        assertThat(texts)
                .hasSizeGreaterThan(50)
                .filteredOn(text -> !SAME_IN_CHINESE.contains(text))
                .allSatisfy(text -> assertThat(text).containsPattern("\\p{IsHan}"));
    }

    @Test
    void noTextMixesInEnglishPunctuation() {
        var texts = new ArrayList<String>();
        collectTexts(CHINESE.deepCopy().without("category"), texts);

        assertThat(texts)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{IsHan}[,;:!?(]|[,;!?)]\\p{IsHan}"));
    }

    @Test
    void aTextWithoutChineseIsReported() {
        var changed = ENGLISH.deepCopy().put("description", "A new text");

        assertThatThrownBy(() -> ChineseTexts.read().translate(changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks the Chinese for [")
                .hasMessageContaining("A new text");
    }

    static IntStream positions() {
        return IntStream.range(0, ENGLISH.path("properties").size());
    }

    private static ObjectNode property(JsonNode template, int position) {
        return template.path("properties").get(position).deepCopy();
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
