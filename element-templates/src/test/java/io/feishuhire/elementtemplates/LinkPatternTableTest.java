package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.connector.feishu.LinkPattern;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
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

    /** Generated from a fixed seed. The panel shows an address that cannot be used while the modeler types it. */
    @Test
    void whatTheModelerAcceptsTheConnectorAccepts() {
        var pieces = List.of(
                "https://",
                "http://",
                "HTTPS:",
                "//",
                "a.cn",
                "example.com",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "256.1.1.1",
                "10.0.0.1",
                "1",
                "_",
                "-",
                ".",
                ":",
                ":80",
                ":65536",
                "@",
                "user@",
                "/",
                "?",
                "#",
                "{advertisementId}",
                "{websiteId}",
                "{jobId}",
                "{",
                "}",
                "%20",
                "%",
                "%z",
                "[",
                "]",
                "|",
                "\\",
                "\"",
                "<",
                "^",
                "`",
                "职位",
                "\u0085",
                "\u00a0",
                "\u3000",
                "\ud83d\ude00",
                " ",
                "é");
        var random = new Random(16);
        var pattern = Pattern.compile(patterns().findFirst().orElseThrow());
        var acceptedOnes = 0;
        for (var i = 0; i < 200_000; i++) {
            var text = (random.nextBoolean() ? "https://a.cn" : "")
                    + Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                            .limit(random.nextInt(6))
                            .collect(Collectors.joining());
            if (!text.isEmpty() && pattern.matcher(text).matches()) {
                acceptedOnes++;
                assertThatCode(() -> new LinkPattern(text)).as(text).doesNotThrowAnyException();
            }
        }
        assertThat(acceptedOnes).isPositive();
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
