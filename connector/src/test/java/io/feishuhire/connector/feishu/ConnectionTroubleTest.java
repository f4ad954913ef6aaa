package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a real socket gives no reply is told by its own sentence, with or without a proxy. */
class ConnectionTroubleTest {

    private static final Map<String, String> PASSWORD = Map.of("USER", "connector", "PASSWORD", "hunter2");
    private static final String NOBODY = "1";

    @Test
    void aHostWithoutAnAddressIsUnknown() {
        assertThat(direct("https://feishu.invalid"))
                .startsWith("The name service does not know the host of the base URL: check the base URL and the DNS");
    }

    @Test
    void aPortWithoutAListenerRefuses() {
        assertThat(direct("http://127.0.0.1:" + NOBODY)).startsWith("The connection was refused: check host and port");
    }

    @Test
    void anAddressWithoutAWayIsUnreachable() {
        assertThat(direct("https://[fe80::1]")).startsWith("There is no way to the host of the base URL: check the");
    }

    @Test
    void whoeverAcceptsNobodyIsToldByTheTime() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = fillTheQueueOf(deaf);
            var direct = CompletableFuture.supplyAsync(
                    () -> direct("http://127.0.0.1:" + deaf.getLocalPort()), Thread::startVirtualThread);

            assertThat(proxied("127.0.0.1", "" + deaf.getLocalPort()))
                    .allMatch(
                            text -> text.startsWith("No connection through the proxy came about in time: check host"));
            assertThat(direct.join()).startsWith("No connection came about in time: check the firewall");

            for (var connection : waiting) {
                connection.close();
            }
        }
    }

    @Test
    void aConnectionThatIsResetIsToldSo() throws IOException {
        try (var server = Peer.resetting()) {
            assertThat(direct("http://127.0.0.1:" + server.port())).startsWith("The connection was reset or closed");
        }
    }

    @Test
    void aConnectionThatIsClosedIsToldSo() throws IOException {
        try (var server = Peer.closing()) {
            assertThat(direct("http://127.0.0.1:" + server.port())).startsWith("The connection was reset or closed");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsToldSo() throws IOException {
        try (var server = Peer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")) {
            assertThat(direct("http://127.0.0.1:" + server.port())).startsWith("The connection was reset or closed");
        }
    }

    @Test
    void whatIsNotHttpIsToldSo() throws IOException {
        try (var server = Peer.saying("SSH-2.0-hunter2\r\n")) {
            assertThat(direct("http://127.0.0.1:" + server.port()))
                    .startsWith("What answers does not speak HTTP: check host and port of the base URL.");
        }
    }

    @Test
    void aServerWithoutTlsOfOursIsToldSo() throws IOException {
        try (var server = Peer.alerting()) {
            assertThat(direct("https://127.0.0.1:" + server.port())).startsWith("TLS could not be agreed upon: check");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldSo() throws IOException {
        try (var feishu = TlsFeishu.start()) {
            assertThat(direct("https://" + feishu.authority()))
                    .startsWith("The JVM of the connector runtime does not trust the certificate: check its clock and"
                            + " its trust store (javax.net.ssl.trustStore).");
            assertThat(feishu.requests()).isEmpty();
        }
    }

    @Test
    void aTrustStoreWithoutCertificatesTrustsNobody() throws IOException {
        try (var feishu = TlsFeishu.start()) {
            var http = FeishuHttp.through(ProxySettings.NONE, TlsIdentity.trustingNobody());

            assertThat(failure(http, "https://" + feishu.authority()).detail())
                    .startsWith("The JVM of the connector runtime does not trust the certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns:open.feishu.cn", "ip:10.1.2.3", "uri:https://open.feishu.cn"})
    void aTrustedCertificateOfAnotherHostIsToldSo(String names) throws IOException {
        try (var feishu = TlsFeishu.startAs(names)) {
            for (var host : List.of("localhost", "127.0.0.1")) {
                var base = "https://" + feishu.authority().replace("localhost", host);

                assertThat(failure(feishu.http(ProxySettings.NONE), base).detail())
                        .startsWith("The certificate does not match the host of the base URL: check the base URL");
            }
            assertThat(feishu.requests()).isEmpty();
        }
    }

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
        assertThat(proxied("proxy.invalid", NOBODY))
                .allMatch(
                        text -> text.startsWith(
                                "The name service does not know the host of the proxy: check the name of the proxy and the DNS"));
    }

    @Test
    void aProxyThatIsNotThereRefuses() {
        assertThat(proxied("127.0.0.1", NOBODY))
                .allMatch(text -> text.startsWith("The proxy's host refused the connection: check host and port of"));
    }

    @Test
    void aProxyWithoutAWayIsUnreachable() {
        assertThat(proxied("[fe80::1]", NOBODY))
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

    private static String direct(String base) {
        return failure(FeishuHttp.through(ProxySettings.NONE), base).detail();
    }

    private static FeishuHttp through(int port, Map<String, String> more) {
        return through("127.0.0.1", "" + port, more);
    }

    private static FeishuHttp through(String host, String port, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("CONNECTOR_HTTPS_PROXY_HOST", host);
        environment.put("CONNECTOR_HTTPS_PROXY_PORT", port);
        more.forEach((name, value) -> environment.put("CONNECTOR_HTTPS_PROXY_" + name, value));
        return FeishuHttp.through(ProxySettings.from(environment));
    }

    private static FeishuFailure failure(FeishuHttp http, String base) {
        var thrown = catchThrowableOfType(
                FeishuException.class,
                () -> http.post(
                        URI.create(base + "/open-apis"),
                        Optional.empty(),
                        new byte[] {'{', '}'},
                        Duration.ofMinutes(1)));
        assertThat(thrown).as("the failure").isNotNull().hasNoCause();
        assertThat(thrown.getMessage()).doesNotContain("hunter2", "Exception");
        assertThat(thrown.failure().error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(thrown.failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        return thrown.failure();
    }

    /** On Linux a server whose queue is full lets a new connection wait. */
    private static List<SocketChannel> fillTheQueueOf(ServerSocket deaf) throws IOException {
        var waiting = new ArrayList<SocketChannel>();
        for (var i = 0; i < 4; i++) {
            var connection = SocketChannel.open();
            connection.configureBlocking(false);
            connection.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()));
            waiting.add(connection);
        }
        return waiting;
    }
}
