package io.feishuhire.connector.feishu.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRoutesTest {

    private static final URI FEISHU = URI.create("https://open.feishu.cn/open-apis");
    private static final URI THIS_MACHINE = URI.create("http://localhost:8765/open-apis");

    @Test
    void withoutSettingsTheJvmDecides() {
        var routes = routes(Map.of());

        assertThat(routes.select(FEISHU)).containsExactly(Proxy.NO_PROXY);
        assertThat(routes.header(FEISHU)).isEmpty();
    }

    @Test
    void anHttpsUrlGoesThroughTheProxyForHttps() {
        var routes = routes(Map.of("HTTPS_PROXY_HOST", "proxy.example.com", "HTTPS_PROXY_PORT", "3128"));

        assertThat(routes.select(FEISHU)).containsExactly(proxy("proxy.example.com", 3128));
        assertThat(routes.select(THIS_MACHINE)).containsExactly(Proxy.NO_PROXY);
        assertThat(routes.header(FEISHU)).isEmpty();
    }

    @Test
    void withCredentialsATunnelBeginsAtTheRelayWhichGetsItsKey() {
        var routes = routes(Map.of(
                "HTTPS_PROXY_HOST", "proxy.example.com",
                "HTTPS_PROXY_PORT", "3128",
                "HTTPS_PROXY_USER", "connector",
                "HTTPS_PROXY_PASSWORD", "hunter2"));

        assertThat(routes.select(FEISHU)).singleElement().satisfies(hop -> {
            assertThat(hop.type()).isEqualTo(Proxy.Type.HTTP);
            assertThat(((InetSocketAddress) hop.address()).getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
        });
        assertThat(routes.header(FEISHU)).hasValueSatisfying(header -> {
            assertThat(header.name()).isEqualTo("Proxy-Relay-Key");
            assertThat(header.value()).hasSize(36);
            assertThat(header).hasToString("Header[Proxy-Relay-Key]");
        });
    }

    @Test
    void aHostOnTheListGoesWithoutProxyAndHeader() {
        var routes = routes(Map.of(
                "HTTPS_PROXY_HOST", "proxy.example.com",
                "HTTPS_PROXY_PORT", "3128",
                "HTTPS_PROXY_USER", "connector",
                "HTTPS_PROXY_PASSWORD", "hunter2",
                "HTTP_NON_PROXY_HOSTS", "*.feishu.cn"));

        assertThat(routes.select(FEISHU)).containsExactly(Proxy.NO_PROXY);
        assertThat(routes.header(FEISHU)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "localhost", "127.0.0.1", "[::1]"})
    void anHttpUrlGoesThroughNoProxyWhereverThatIs(String host) {
        var routes = routes(Map.of(
                "HTTP_PROXY_HOST", host,
                "HTTP_PROXY_PORT", "3128",
                "HTTP_PROXY_USER", "connector",
                "HTTP_PROXY_PASSWORD", "hunter2",
                "HTTPS_PROXY_HOST", host,
                "HTTPS_PROXY_PORT", "3128",
                "HTTPS_PROXY_USER", "connector",
                "HTTPS_PROXY_PASSWORD", "hunter2"));

        assertThat(routes.select(THIS_MACHINE)).isEqualTo(List.of(Proxy.NO_PROXY));
        assertThat(routes.header(THIS_MACHINE)).isEmpty();
        assertThat(routes.leadThroughProxy(THIS_MACHINE)).isFalse();
        assertThat(routes.leadThroughProxy(FEISHU)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:8443", "https://LOCALHOST", "https://127.0.0.1", "https://[::1]:1"})
    void whatIsMeantForThisMachineGoesThroughNoProxyByHttpsEither(URI thisMachine) {
        var routes = routes(Map.of(
                "HTTPS_PROXY_HOST", "proxy.example.com",
                "HTTPS_PROXY_PORT", "3128",
                "HTTPS_PROXY_USER", "connector",
                "HTTPS_PROXY_PASSWORD", "hunter2"));

        assertThat(routes.select(thisMachine)).containsExactly(Proxy.NO_PROXY);
        assertThat(routes.header(thisMachine)).isEmpty();
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private static ProxyRoutes routes(Map<String, String> variables) {
        var environment = new HashMap<String, String>();
        variables.forEach((name, value) -> environment.put("CONNECTOR_" + name, value));
        try {
            return new ProxyRoutes(ProxySettings.from(environment), failure -> "UNKNOWN");
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
