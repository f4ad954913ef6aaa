package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    @Test
    void withoutVariablesThereIsNoProxy() {
        assertThat(ProxySettings.from(Map.of())).isEqualTo(ProxySettings.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "HTTPS"})
    void hostAndPortMakeAProxyForOneScheme(String scheme) {
        var settings = from(scheme, Map.of("HOST", " proxy.example.com ", "PORT", "3128"));

        var proxy = scheme.equals("HTTP") ? settings.http() : settings.https();
        assertThat(proxy).hasValueSatisfying(found -> {
            assertThat(found.host()).isEqualTo("proxy.example.com");
            assertThat(found.port()).isEqualTo(3128);
            assertThat(found.credentials()).isEmpty();
        });
        assertThat(scheme.equals("HTTP") ? settings.https() : settings.http()).isEmpty();
    }

    @ParameterizedTest(name = "user {0}, password {1}")
    @CsvSource({"me, secret, true", "me, '', false", "'', secret, false", "' ', secret, false"})
    void userAndPasswordMakeCredentialsOnlyTogether(String user, String password, boolean expected) {
        var proxy = from("HTTPS", Map.of("HOST", "p", "PORT", "1", "USER", user, "PASSWORD", password))
                .https();

        assertThat(proxy.orElseThrow().credentials().isPresent()).isEqualTo(expected);
    }

    @Test
    void aPortWithoutAHostIsNoProxy() {
        assertThat(from("HTTPS", Map.of("PORT", "3128", "USER", "a:b"))).isEqualTo(ProxySettings.NONE);
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

        assertThatThrownBy(() -> from("HTTPS", variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("CONNECTOR_HTTPS_PROXY_" + message)
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"65535, 65535", "1, 1", "03128, 3128"})
    void everyPortThereIsCanBeUsed(String text, int port) {
        assertThat(from("HTTP", Map.of("HOST", "[::1]", "PORT", text, "SCHEME", "HTTP"))
                        .http()
                        .orElseThrow()
                        .port())
                .isEqualTo(port);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "*.example.com|localhost, feishu.example.com, true",
        "*.example.com|localhost, localhost, true",
        "*.example.com|localhost, LOCALHOST, true",
        "*.example.com|localhost, example.com, false",
        "*.example.com|localhost, localhost.evil.org, false",
        "open.feishu.cn, open.feishu.cn, true",
        "*, anything, true"
    })
    void theListOfHostsIsReadAsCamundasClientReadsIt(String list, String host, boolean bypassed) {
        assertThat(ProxySettings.from(Map.of(ProxySettings.NON_PROXY_HOSTS, list))
                        .bypasses(host))
                .isEqualTo(bypassed);
    }

    @Test
    void aListThatIsNoPatternIsRefusedByName() {
        assertThatThrownBy(() -> ProxySettings.from(Map.of(ProxySettings.NON_PROXY_HOSTS, "(local")))
                .hasNoCause()
                .hasMessageStartingWith("CONNECTOR_HTTP_NON_PROXY_HOSTS must be host names separated by |");
    }

    @Test
    void neitherUserNorPasswordIsShown() {
        var settings = from("HTTPS", Map.of("HOST", "p", "PORT", "1", "USER", "connector", "PASSWORD", "hunter2"));

        assertThat(new FeishuClientSettings(10, settings).toString()).doesNotContain("connector", "hunter2");
    }

    private static ProxySettings from(String scheme, Map<String, String> variables) {
        var environment = new HashMap<String, String>();
        variables.forEach((name, value) -> environment.put("CONNECTOR_" + scheme + "_PROXY_" + name, value));
        return ProxySettings.from(environment);
    }
}
