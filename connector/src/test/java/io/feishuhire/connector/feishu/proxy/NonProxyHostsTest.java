package io.feishuhire.connector.feishu.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NonProxyHostsTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "*.example.com|localhost, feishu.example.com, true",
        "*.example.com|localhost, localhost, true",
        "*.example.com|localhost, LOCALHOST, true",
        "*.EXAMPLE.com, feishu.example.com, true",
        "*.example.com|localhost, example.com, false",
        "*.example.com|localhost, localhost.evil.org, false",
        "' *.example.com | localhost ', localhost, true",
        "open.feishu.cn, open.feishu.cn, true",
        "open.feishu.cn, openxfeishu.cn, false",
        "open.feishu.cn, www.open.feishu.cn, false",
        "open.*, open.feishu.cn, true",
        "o*n.*.cn, open.feishu.cn, true",
        "o*n.*.cn, open.cn, false",
        "o*feishu*feishu*, open.feishu.cn, false",
        "open*n.feishu.cn, open.feishu.cn, false",
        "[::1], [::1], true",
        "10.*, 10.1.2.3, true",
        "'*', anything, true",
        "'||', anything, false",
        "'a,open.feishu.cn', open.feishu.cn, false"
    })
    void theListIsReadAsJavaReadsIt(String list, String host, boolean included) {
        assertThat(ProxySettings.from(Map.of(ProxySettings.NON_PROXY_HOSTS, list), "")
                        .bypasses(host))
                .isEqualTo(included);
    }

    @Test
    void theListOfTheJvmCountsBesideThatOfTheEnvironment() {
        var settings = ProxySettings.from(Map.of(ProxySettings.NON_PROXY_HOSTS, "*.example.com"), "localhost|10.*");

        assertThat(settings.bypasses("feishu.example.com")).isTrue();
        assertThat(settings.bypasses("10.1.2.3")).isTrue();
        assertThat(settings.bypasses("open.feishu.cn")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a*)*b", "((a*)*)*b", "(a|a*)*b", "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"})
    void noEntryTakesLongHoweverItIsMade(String list) {
        var longestHost = "a".repeat(253);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(ProxySettings.from(Map.of(ProxySettings.NON_PROXY_HOSTS, list))
                                .bypasses(longestHost))
                        .isFalse());
    }
}
