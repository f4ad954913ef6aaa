package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import io.feishuhire.connector.testing.Peer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a real socket gives no reply has its own sentence. Nothing listens on port 1. */
class ConnectionTroubleTest {

    @Test
    void aHostWithoutAnAddressIsUnknown() {
        assertThat(direct("https://feishu.invalid"))
                .startsWith("The name service does not know the host of the base URL: check the base URL and the DNS");
    }

    @Test
    void aPortWithoutAListenerRefuses() {
        assertThat(direct("http://127.0.0.1:1")).startsWith("The connection was refused: check host and port");
    }

    @Test
    void anAddressWithoutAWayIsUnreachable() {
        assertThat(direct("https://[fe80::1]")).startsWith("There is no way to the host of the base URL: check the");
    }

    @Test
    void aServerThatAcceptsNoConnectionIsToldByTheTime() throws IOException {
        try (var deaf = DeafServer.start()) {
            assertThat(direct("http://127.0.0.1:" + deaf.port()))
                    .startsWith("No connection came about in time: check the firewall");
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
    void aServerWithoutACommonTlsVersionIsToldSo() throws IOException {
        try (var server = Peer.alerting()) {
            assertThat(direct("https://127.0.0.1:" + server.port())).startsWith("TLS could not be agreed upon: check");
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsToldSo() throws IOException {
        try (var feishu = TlsFeishu.start()) {
            assertThat(direct("https://" + feishu.authority()))
                    .startsWith("The JVM of the connector runtime does not trust the certificate: check its clock and"
                            + " its trust store (javax.net.ssl.trustStore).");
            assertThat(feishu.requests()).isEmpty();
        }
    }

    @Test
    void aTrustStoreWithoutCertificatesTrustsNoServer() throws IOException {
        try (var feishu = TlsFeishu.start()) {
            var http = FeishuHttp.create(ProxySettings.NONE, TlsIdentity.trustingNobody());

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

    private static String direct(String base) {
        return failure(FeishuHttp.create(ProxySettings.NONE), base).detail();
    }

    /** What comes of a request, in which nothing foreign is quoted. */
    static FeishuFailure failure(FeishuHttp http, String base) {
        var thrown = catchThrowableOfType(
                FeishuException.class, () -> http.post(URI.create(base + "/open-apis"), "{}", Duration.ofMinutes(1)));
        assertThat(thrown).as("the failure").isNotNull().hasNoCause();
        assertThat(thrown.getMessage()).doesNotContain("hunter2", "Exception");
        assertThat(thrown.failure().error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(thrown.failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        return thrown.failure();
    }
}
