package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://open.feishu.cn",
                "https://open.feishu.cn/",
                "https://open.feishu.cn:443",
                "https://open.feishu.cn.",
                "https://open.feishu.cn.:443//",
                "HTTPS://OPEN.FEISHU.CN"
            })
    void everySpellingOfOneAddressIsOneBaseUrl(String spelling) {
        assertThat(BaseUrl.parse(spelling)).isEqualTo(BaseUrl.FEISHU).hasSameHashCodeAs(BaseUrl.FEISHU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://open.feishu.cn:444",
                "https://open.feishu.cn/feishu",
                "https://open.larksuite.com",
                "https://open.feishu.cn.example.com"
            })
    void anotherAddressIsAnotherBaseUrl(String other) {
        assertThat(BaseUrl.parse(other)).isNotEqualTo(BaseUrl.FEISHU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "a.", "a", "%2e", "[", "@", "\u3000"})
    void aTextOfAnyLengthIsRefusedForItsLength(String piece) {
        assertThatThrownBy(() -> BaseUrl.parse("https://open.feishu.cn/" + piece.repeat(5_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is longer than 2048 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "a"})
    void aPathMayFillTheWholeLength(String piece) {
        var text = new StringBuilder("https://open.feishu.cn/a");
        while (text.length() + piece.length() <= 2_048) {
            text.append(piece);
        }

        assertThat(BaseUrl.parse(text.toString()).uri()).hasHost("open.feishu.cn");
    }
}
