package io.feishuhire.connector.feishu;

import static io.feishuhire.connector.feishu.ConnectionTroubleTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import io.feishuhire.connector.testing.Peer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a real proxy gives no tunnel has its own sentence, with a password and without. */
class ProxyTroubleTest {

    private static final Map<String, String> PASSWORD = Map.of("USER", "connector", "PASSWORD", "hunter2");
    private static final String CLOSED_PORT = "1";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "407, it does not accept the user and password of the connector runtime.",
        "403, check that the rules of the proxy let the connector runtime reach",
        "302, check that the rules of the proxy let the connector runtime reach",
        "429, check that the rules of the proxy let the connector runtime reach",
        "502, check that the proxy itself can reach the host of the base URL.",
        "503, check that the proxy itself can reach the host of the base URL."
    })
    void aProxyThatRefusesIsToldByItsStatusWhichIsNotFeishus(int status, String check) throws IOException {
        try (var proxy = Peer.saying(
                "HTTP/1.1 " + status + " hunter2\r\nX-Tt-Logid: 2026\r\nContent-Length: 9\r\n\r\n" + "{\"code\":0}")) {
            for (var credentials : List.of(PASSWORD, Map.<String, String>of())) {
                var failure = failure(through(proxy.port(), credentials), "https://open.feishu.cn");

                assertThat(failure.detail())
                        .startsWith("The proxy, not Feishu, refused the connection with HTTP status " + status + ": "
                                + check);
                assertThat(failure.httpStatus()).isEmpty();
                assertThat(failure.logId()).isEmpty();
            }
            assertThat(proxy.heads()).hasSize(2).allMatch(head -> head.startsWith("CONNECT open.feishu.cn:443 "));
        }
    }

    @Test
    void aProxyWhoseHostHasNoAddressIsUnknown() {
        assertThat(proxied("proxy.invalid", CLOSED_PORT))
                .allMatch(
                        text -> text.startsWith(
                                "The name service does not know the host of the proxy: check the name of the proxy and the DNS"));
    }

    @Test
    void aProxyThatIsNotThereRefuses() {
        assertThat(proxied("127.0.0.1", CLOSED_PORT))
                .allMatch(text -> text.startsWith("The proxy's host refused the connection: check host and port of"));
    }

    @Test
    void aProxyWithoutAWayIsUnreachable() {
        assertThat(proxied("[fe80::1]", CLOSED_PORT))
                .allMatch(text -> text.startsWith("There is no way to the host of the proxy: check the network"));
    }

    @Test
    void aProxyThatHangsUpIsToldSo() throws IOException {
        try (var proxy = Peer.resetting()) {
            assertThat(proxied("127.0.0.1", "" + proxy.port()))
                    .allMatch(text -> text.matches("The connection was reset or closed before .* check the proxy.*"));
        }
    }

    @Test
    void aProxyThatDoesNotSpeakHttpIsToldSo() throws IOException {
        try (var proxy = Peer.saying("SSH-2.0-hunter2\r\n")) {
            assertThat(proxied("127.0.0.1", "" + proxy.port()))
                    .allMatch(text -> text.startsWith("What answers does not speak HTTP: check host and port of the"
                            + " proxy and of the base URL."));
        }
    }

    @Test
    void aProxyThatAcceptsNoConnectionIsToldByTheTime() throws IOException {
        try (var deaf = DeafServer.start()) {
            assertThat(proxied("127.0.0.1", deaf.port()))
                    .allMatch(
                            text -> text.startsWith("No connection through the proxy came about in time: check host"));
        }
    }

    /** What happens with a proxy that wants no password, and with one that wants one. */
    private static List<String> proxied(String host, String port) {
        return Stream.of(Map.<String, String>of(), PASSWORD)
                .map(more -> CompletableFuture.supplyAsync(
                        () -> failure(through(host, port, more), "https://open.feishu.cn")
                                .detail(),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static FeishuHttp through(int port, Map<String, String> more) {
        return through("127.0.0.1", "" + port, more);
    }

    private static FeishuHttp through(String host, String port, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("CONNECTOR_HTTPS_PROXY_HOST", host);
        environment.put("CONNECTOR_HTTPS_PROXY_PORT", port);
        more.forEach((name, value) -> environment.put("CONNECTOR_HTTPS_PROXY_" + name, value));
        return FeishuHttp.create(ProxySettings.from(environment));
    }
}
