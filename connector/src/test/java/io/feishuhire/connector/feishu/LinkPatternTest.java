package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPatternTest {

    @Test
    void placeholdersAreFilledInPercentEncoded() {
        var pattern = new LinkPattern(" https://x.jobs.feishu.cn/{websiteId}/position/{advertisementId}/detail?a=1#b ");

        assertThat(pattern.link("47 11/?", "8&1"))
                .isEqualTo("https://x.jobs.feishu.cn/8%261/position/47%2011%2F%3F/detail?a=1#b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://{websiteId}.example.com/{advertisementId}",
                "HTTPS://example.com/",
                "http://localhost:8080/{advertisementId}",
                "http://127.0.0.1/{advertisementId}"
            })
    void anHttpsUrlOrOneOfThisMachineIsAPattern(String text) {
        assertThat(new LinkPattern(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/, is no https URL",
        "javascript:alert(1), is no https URL",
        "ftp://example.com/, is no https URL",
        "//example.com/, is no https URL",
        "example.com/{advertisementId}, is no https URL",
        "https:///path, is no https URL",
        "https://user@example.com/, is no https URL",
        "https://example.com/a b, is no https URL",
        "https://example.com/{jobId}, has another placeholder",
        "https://example.com/{, has another placeholder",
        "'', is no https URL"
    })
    void anythingElseIsNone(String text, String problem) {
        assertThatThrownBy(() -> new LinkPattern(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void aPatternHasAtMost500Characters() {
        var longest = "https://example.com/" + "a".repeat(480);

        assertThat(new LinkPattern(longest).text()).hasSize(500);
        assertThatThrownBy(() -> new LinkPattern(longest + "a")).hasMessage("is longer than 500 characters");
    }
}
