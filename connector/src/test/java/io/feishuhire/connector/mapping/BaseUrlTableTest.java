package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.feishuhire.connector.feishu.BaseUrl;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
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

    /** The Modeler may be stricter than the connector, but must not let an incident pass. */
    @Test
    void whatTheModelerAcceptsTheConnectorAcceptsWhateverThePartsAre() {
        var hosts = List.of(
                "open.feishu.cn",
                "feishu",
                "a-b.c",
                "-a",
                "a-",
                "1a",
                "a1",
                "1",
                "localhost",
                "127.0.0.1",
                "255.255.255.255",
                "256.0.0.1",
                "300.1.1.1",
                "1.2.3",
                "01.2.3.4",
                "1.2.3.4.",
                "[::1]",
                "[::]",
                "[:::]",
                "[1]",
                "[:1]",
                "[fd00::1]",
                "[1:2:3:4:5:6:7:8]",
                "[1:2:3:4:5:6:7:8:9]",
                "[1:2:3:4:5:6:7]",
                "[1::2::3]",
                "[::ffff:1.2.3.4]",
                "[12345::]",
                "[fe80::1%25eth0]",
                "[",
                "]",
                "",
                "飞书.cn",
                "a_b.cn",
                "a..b",
                "a.b.",
                "a".repeat(64) + ".cn");
        var ports = List.of("", ":", ":0", ":1", ":443", ":0443", ":65535", ":65536", ":99999", ":x");
        var paths = List.of(
                "",
                "/",
                "//",
                "/a",
                "/a/",
                "/a//b",
                "/open-apis",
                "/OPEN-apis/",
                "/a/open-apis/b",
                "/a.b",
                "/%2e",
                "/" + "a".repeat(2_048));
        for (var scheme : List.of("https://", "HTTPS://", "http://", "ftp://", "https:/", "")) {
            for (var host : hosts) {
                for (var port : ports) {
                    for (var path : paths) {
                        var text = scheme + host + port + path;
                        if (text.matches(FieldPatterns.BASE_URL)) {
                            assertThatCode(() -> BaseUrl.parse(text)).as(text).doesNotThrowAnyException();
                        }
                    }
                }
            }
        }
    }

    private static Stream<String> table(String name) throws IOException {
        try (var json = BaseUrlTableTest.class.getResourceAsStream("/base-urls.json")) {
            var rows = new JsonMapper().readTree(json).path(name);
            return StreamSupport.stream(rows.spliterator(), false).map(JsonNode::textValue);
        }
    }
}
