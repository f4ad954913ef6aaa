package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How requests travel: TLS, HTTP versions, headers. */
class TransportTest {

    @Test
    void http2IsSpokenWhereTheServerHasIt() throws Exception {
        try (var feishu = TlsFeishu.start()) {
            feishu.client(ProxySettings.NONE).publish(feishu.request());

            assertThat(feishu.requests())
                    .hasSize(2)
                    .allMatch(request -> request.getProtocol().equals("HTTP/2.0"));
        }
    }

    @Test
    void http11IsSpokenWhereTheServerHasNothingElse() throws Exception {
        try (var feishu = TlsFeishu.startWithoutHttp2()) {
            feishu.client(ProxySettings.NONE).publish(feishu.request());

            assertThat(feishu.requests())
                    .hasSize(2)
                    .allMatch(request -> request.getProtocol().equals("HTTP/1.1"));
        }
    }

    @Test
    void nothingOlderThanTls12IsOffered() {
        assertThat(FeishuHttp.through(ProxySettings.NONE).tlsVersions())
                .containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }

    @Test
    void aCookieIsNeverSentBack() throws Exception {
        try (var feishu = TlsFeishu.start()) {
            var client = feishu.client(ProxySettings.NONE);
            client.publish(feishu.request());
            client.publish(feishu.request());

            assertThat(feishu.requests()).hasSize(3).noneMatch(request -> request.containsHeader("Cookie"));
        }
    }

    @Test
    void theUserAgentIsOursWithItsVersion() throws Exception {
        try (var feishu = TlsFeishu.start()) {
            feishu.client(ProxySettings.NONE).publish(feishu.request());

            assertThat(feishu.requests())
                    .allSatisfy(request -> assertThat(request.getHeader("User-Agent"))
                            .matches("feishu-hire-connector/(development|\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?)"));
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        try (var feishu = TlsFeishu.start()) {
            var client = new FeishuClient(FeishuClientSettings.DEFAULT);

            assertThatThrownBy(() -> client.publish(feishu.request()))
                    .isInstanceOf(FeishuException.class)
                    .hasNoCause()
                    .hasMessageStartingWith("The connection failed (SSLHandshakeException).");
            assertThat(feishu.requests()).isEmpty();
        }
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
        try (var feishu = TlsFeishu.startAs("dns:open.feishu.cn")) {
            assertThatThrownBy(() -> feishu.client(ProxySettings.NONE).publish(feishu.request()))
                    .isInstanceOf(FeishuException.class)
                    .hasNoCause()
                    .hasMessageStartingWith("The connection failed (SSLHandshakeException).");
            assertThat(feishu.requests()).isEmpty();
        }
    }
}
