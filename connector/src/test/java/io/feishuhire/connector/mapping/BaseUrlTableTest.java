package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.feishuhire.connector.feishu.BaseUrl;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the Modeler accepts as a base URL and what the connector accepts agree. The Modeler's side of the same table is
 * {@code element-templates/modeler/patterns.test.js}.
 */
class BaseUrlTableTest {

    static Stream<String> accepted() throws IOException {
        return table("accepted");
    }

    static Stream<String> refused() throws IOException {
        return table("refused");
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String text) {
        assertThatCode(() -> BaseUrl.parse(text.strip())).doesNotThrowAnyException();
        assertThat(text).matches(FieldPatterns.BASE_URL);
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text.strip()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
        assertThat(text).doesNotMatch(FieldPatterns.BASE_URL);
    }

    private static Stream<String> table(String name) throws IOException {
        try (var json = BaseUrlTableTest.class.getResourceAsStream("/base-urls.json")) {
            var rows = new JsonMapper().readTree(json).path(name);
            return StreamSupport.stream(rows.spliterator(), false).map(JsonNode::textValue);
        }
    }
}
