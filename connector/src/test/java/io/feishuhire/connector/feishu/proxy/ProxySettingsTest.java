package io.feishuhire.connector.feishu.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySettingsTest {

    @Test
    void withoutVariablesThereIsNoProxy() {
        assertThat(ProxySettings.from(Map.of())).isEqualTo(ProxySettings.NONE);
    }

    @Test
    void hostAndPortMakeAProxy() {
        var settings = from(Map.of("HOST", " proxy.example.com ", "PORT", "3128"));

        assertThat(settings.https()).hasValueSatisfying(found -> {
            assertThat(found.host()).isEqualTo("proxy.example.com");
            assertThat(found.port()).isEqualTo(3128);
            assertThat(found.credentials()).isEmpty();
        });
    }

    @Test
    void aProxyForHttpIsNotEvenRead() {
        assertThat(ProxySettings.from(Map.of("CONNECTOR_HTTP_PROXY_HOST", "p", "CONNECTOR_HTTP_PROXY_PORT", "many")))
                .isEqualTo(ProxySettings.NONE);
    }

    @ParameterizedTest(name = "user {0}, password {1}")
    @CsvSource({"me, secret, true", "me, '', false", "'', secret, false", "' ', secret, false"})
    void userAndPasswordMakeCredentialsOnlyTogether(String user, String password, boolean expected) {
        var proxy = from(Map.of("HOST", "p", "PORT", "1", "USER", user, "PASSWORD", password))
                .https();

        assertThat(proxy.orElseThrow().credentials().isPresent()).isEqualTo(expected);
    }

    @Test
    void aPortWithoutAHostIsNoProxy() {
        assertThat(from(Map.of("PORT", "3128", "USER", "a:b"))).isEqualTo(ProxySettings.NONE);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "HOST, http://proxy.example.com, HOST must be the name or the address",
        "HOST, proxy.example.com:3128, HOST must be the name or the address",
        "PORT, '', PORT must be set",
        "PORT, 0, PORT must be a whole number",
        "PORT, 65536, PORT must be a whole number",
        "PORT, 999999, PORT must be a whole number",
        "PORT, web, PORT must be a whole number",
        "SCHEME, https, SCHEME must be http",
        "SCHEME, socks5, SCHEME must be http",
        "USER, hunter2:x, USER must not contain a colon"
    })
    void aSettingThatCannotBeUsedIsRefusedByName(String name, String value, String message) {
        var variables = new HashMap<>(Map.of("HOST", "p", "PORT", "3128", "PASSWORD", "hunter2"));
        variables.put(name, value);

        assertThatThrownBy(() -> from(variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("CONNECTOR_HTTPS_PROXY_" + message)
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"65535, 65535", "1, 1", "03128, 3128"})
    void everyPortThereIsCanBeUsed(String text, int port) {
        assertThat(from(Map.of("HOST", "[::1]", "PORT", text, "SCHEME", "HTTP"))
                        .https()
                        .orElseThrow()
                        .port())
                .isEqualTo(port);
    }

    @Test
    void neitherUserNorPasswordIsShown() {
        var settings = from(Map.of("HOST", "p", "PORT", "1", "USER", "connector", "PASSWORD", "hunter2"));

        assertThat(settings.toString()).doesNotContain("connector", "hunter2");
    }

    private static ProxySettings from(Map<String, String> variables) {
        var environment = new HashMap<String, String>();
        variables.forEach((name, value) -> environment.put("CONNECTOR_HTTPS_PROXY_" + name, value));
        return ProxySettings.from(environment);
    }
}
