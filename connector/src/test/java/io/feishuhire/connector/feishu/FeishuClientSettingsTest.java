package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may decide, above all where the app's credentials go. */
class FeishuClientSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://open.feishu.cn",
                "https://open.feishu.cn:8443/gateway",
                "https://open.larksuite.com",
                "http://localhost:18080",
                "http://127.0.0.1:18080",
                "https://[::1]:8443",
                "https://Open.Feishu.Example.com",
                "https://gateway.example.com:8443/feishu",
                "https://[fd00::1]"
            })
    void credentialsGoToFeishuToThisMachineAndToHostsThatTheOperatorLists(String baseUrl) {
        var settings = FeishuClientSettings.from(
                Map.of("FEISHU_HIRE_ALLOWED_HOSTS", "open.feishu.example.com, GATEWAY.example.com.\n,[fd00::1],"));

        assertThat(settings.allows(BaseUrl.parse(baseUrl))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://evil.example.com",
                "https://feishu.cn",
                "https://open.feishu.cn.example.com",
                "https://evilopen.feishu.cn",
                "https://x.open.feishu.cn",
                "https://open.feishu.example.com.evil.example.com",
                "https://x.gateway.example.com",
                "https://gateway",
                "https://127.0.0.2",
                "https://localhost.example.com",
                "https://[::2]",
                "https://169.254.169.254"
            })
    void credentialsGoToNoOtherHostHoweverSimilarItsName(String baseUrl) {
        var settings = FeishuClientSettings.from(
                Map.of("FEISHU_HIRE_ALLOWED_HOSTS", "open.feishu.example.com,gateway.example.com"));

        assertThat(settings.allows(BaseUrl.parse(baseUrl))).isFalse();
    }

    @Test
    void theOperatorsBaseUrlIsTheRegionFeishuAndAnAllowedHost() {
        var settings =
                FeishuClientSettings.from(Map.of("FEISHU_HIRE_BASE_URL", " https://gateway.example.com:8443/feishu/ "));

        assertThat(settings.feishu()).isEqualTo(BaseUrl.parse("https://gateway.example.com:8443/feishu"));
        assertThat(settings.allows(settings.feishu())).isTrue();
        assertThat(settings.allows(BaseUrl.parse("https://example.com"))).isFalse();
    }

    @Test
    void withoutSettingsTheRegionFeishuIsFeishu() {
        assertThat(FeishuClientSettings.from(Map.of())).isEqualTo(FeishuClientSettings.DEFAULT);
        assertThat(FeishuClientSettings.DEFAULT.feishu()).isEqualTo(BaseUrl.FEISHU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example.com",
                "gateway.example.com:8443",
                "gateway.example.com/feishu",
                "*.example.com",
                "*",
                ".example.com",
                "me@gateway.example.com",
                "gateway.example.com;other.example.com",
                "网关.example.com"
            })
    void aHostThatIsNoneIsRefusedByTheNameOfTheVariableAlone(String host) {
        assertThatThrownBy(() -> FeishuClientSettings.from(
                        Map.of("FEISHU_HIRE_ALLOWED_HOSTS", "open.feishu.example.com," + host)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("FEISHU_HIRE_ALLOWED_HOSTS must be host names separated by commas")
                .message()
                .doesNotContain(host + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gateway.example.com", "gateway.example.com", "https://open.feishu.cn/open-apis"})
    void aBaseUrlThatCannotBeUsedIsRefusedByTheNameOfTheVariable(String baseUrl) {
        assertThatThrownBy(() -> FeishuClientSettings.from(Map.of("FEISHU_HIRE_BASE_URL", baseUrl)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("FEISHU_HIRE_BASE_URL ");
    }
}
