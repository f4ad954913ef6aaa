package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.connector.feishu.LinkPattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The address of an advertisement: on what both sides agree, the templates' pattern and the connector. The Modeler's
 * side of the same table is {@code modeler/patterns.test.js}.
 */
class LinkPatternTableTest {

    static Stream<String> accepted() {
        return table("accepted");
    }

    static Stream<String> refused() {
        return table("refused");
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String text) {
        assertThatCode(() -> new LinkPattern(text)).doesNotThrowAnyException();
        assertThat(patterns())
                .isNotEmpty()
                .allSatisfy(pattern -> assertThat(text).matches(pattern));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text) {
        assertThatThrownBy(() -> new LinkPattern(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
        assertThat(patterns())
                .isNotEmpty()
                .allSatisfy(pattern -> assertThat(text).doesNotMatch(pattern));
    }

    /** The pattern of each template that has the field. */
    private static Stream<String> patterns() {
        return ConnectorTemplate.all()
                .flatMap(template -> Json.objects(template.template().path("properties")))
                .filter(property -> property.path("id").asText().equals("linkPattern"))
                .map(property -> property.at("/constraints/pattern/value").asText());
    }

    private static Stream<String> table(String name) {
        var rows = Json.resourceTree("/link-patterns.json").path(name);
        return StreamSupport.stream(rows.spliterator(), false).map(JsonNode::textValue);
    }
}
