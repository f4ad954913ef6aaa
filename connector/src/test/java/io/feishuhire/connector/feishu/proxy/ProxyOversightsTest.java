package io.feishuhire.connector.feishu.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyOversightsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS_PROXY",
                "https_proxy",
                "ALL_PROXY",
                "all_proxy",
                "CONNECTOR_HTTP_PROXY_HOST",
                "CONNECTOR_HTTPS_PROXY_PORT"
            })
    void aVariableThatMakesNoProxyIsFound(String name) {
        assertThat(ProxyOversights.in(Map.of(name, "http://me:hunter2@proxy.example.com:3128"), ""))
                .singleElement()
                .asString()
                .startsWith("The environment variable " + name.toUpperCase(Locale.ROOT) + " alone does not make")
                .contains("set CONNECTOR_HTTPS_PROXY_HOST and CONNECTOR_HTTPS_PROXY_PORT")
                .doesNotContain("hunter2", "example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "PASSWORD"})
    void halfOfTheCredentialsIsFound(String half) {
        var proxy = Map.of("CONNECTOR_HTTPS_PROXY_HOST", "proxy", "CONNECTOR_HTTPS_PROXY_" + half, "hunter2");

        assertThat(ProxyOversights.in(proxy, ""))
                .singleElement()
                .asString()
                .contains("CONNECTOR_HTTPS_PROXY_USER", "CONNECTOR_HTTPS_PROXY_PASSWORD", "set both, or none")
                .doesNotContain("hunter2");
    }

    @Test
    void aProxyThatIsThereTwiceIsNone() {
        assertThat(ProxyOversights.in(
                        Map.of("HTTPS_PROXY", "http://p:1", "CONNECTOR_HTTPS_PROXY_HOST", "p", "HTTP_PROXY", "q"), ""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost,*.intranet",
                "localhost *.intranet",
                "https://intranet",
                ".*\\.intranet",
                "(local",
                "飞书"
            })
    void aListThatIsNotSeparatedByBarsIsFound(String list) {
        assertThat(ProxyOversights.in(Map.of(ProxySettings.NON_PROXY_HOSTS, list), list))
                .hasSize(2)
                .allMatch(told -> told.contains(" has an entry that fits no host: separate the names by |"))
                .noneMatch(told -> told.contains(list) || told.contains("intranet"))
                .first()
                .asString()
                .startsWith("The environment variable CONNECTOR_HTTP_NON_PROXY_HOSTS ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "*.intranet|10.*|[::1]|a_b-c", " a | b "})
    void aListAsItShouldBeIsNone(String list) {
        assertThat(ProxyOversights.in(Map.of(ProxySettings.NON_PROXY_HOSTS, list, "HTTPS_PROXY", " "), list))
                .isEmpty();
    }
}
