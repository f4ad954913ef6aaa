package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How requests travel: TLS, HTTP versions, headers. */
class TransportTest {

    /** Nor is it offered: a server that has it would speak it. */
    @Test
    void http2IsNotSpokenEvenWhereTheServerHasIt() throws Exception {
        try (var feishu = TlsFeishu.start()) {
            feishu.client(ProxySettings.NONE).advertisements().publish(feishu.request());

            assertThat(feishu.requests())
                    .hasSize(2)
                    .allMatch(request -> request.getProtocol().equals("HTTP/1.1"));
        }
    }

    @Test
    void http11IsSpokenWhereTheServerHasNothingElse() throws Exception {
        try (var feishu = TlsFeishu.startWithoutHttp2()) {
            feishu.client(ProxySettings.NONE).advertisements().publish(feishu.request());

            assertThat(feishu.requests())
                    .hasSize(2)
                    .allMatch(request -> request.getProtocol().equals("HTTP/1.1"));
        }
    }

    @Test
    void nothingOlderThanTls12IsOffered() throws NoSuchAlgorithmException {
        var http = FeishuHttp.httpClient(FeishuHttp.routes(ProxySettings.NONE), SSLContext.getDefault());

        assertThat(http.sslParameters().getProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }

    @Test
    void aCookieIsNeverSentBack() throws Exception {
        try (var feishu = TlsFeishu.start()) {
            var client = feishu.client(ProxySettings.NONE);
            client.advertisements().publish(feishu.request());
            client.advertisements().publish(feishu.request());

            assertThat(feishu.requests()).hasSize(3).noneMatch(request -> request.containsHeader("Cookie"));
        }
    }

    @Test
    void theUserAgentIsOursWithItsVersion() throws Exception {
        try (var feishu = TlsFeishu.start()) {
            feishu.client(ProxySettings.NONE).advertisements().publish(feishu.request());

            assertThat(feishu.requests())
                    .allSatisfy(request -> assertThat(request.getHeader("User-Agent"))
                            .matches("feishu-hire-connector/(development|\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?)"));
        }
    }

    @Test
    @Timeout(60)
    void aNameServerThatDoesNotAnswerHoldsNoCallBeyondItsTimeout() {
        var client = new FeishuClient(FeishuClientSettings.DEFAULT);
        var request = Requests.publish(
                new FeishuApp(new BaseUrl(URI.create("https://" + SlowNames.HOST)), "cli_1", "secret"),
                Duration.ofMillis(200));
        try {
            assertThatThrownBy(() -> client.advertisements().publish(request))
                    .isInstanceOf(FeishuException.class)
                    .hasMessageStartingWith("No complete answer within 0.2 s.");
        } finally {
            SlowNames.giveUp();
        }
    }
}
