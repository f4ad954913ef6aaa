package io.feishuhire.connector.feishu;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.feishuhire.connector.feishu.proxy.ProxySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A Feishu that answers over TLS, with HTTP/2, and says yes to everything. Its replies try to set a cookie. */
final class TlsFeishu implements AutoCloseable {

    private static final String THIS_MACHINE = "dns:localhost,dns:feishu.test,ip:127.0.0.1";

    private final TlsIdentity identity;
    private final WireMockServer server;

    private TlsFeishu(String names, boolean http2) {
        identity = TlsIdentity.of(names);
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .http2TlsDisabled(!http2)
                .keystorePath(identity.keyStore().toString())
                .keystorePassword(TlsIdentity.PASSWORD)
                .keyManagerPassword(TlsIdentity.PASSWORD)
                .keystoreType("PKCS12"));
        server.stubFor(any(anyUrl())
                .willReturn(okJson("{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"t-over-tls\",\"expire\":7200}")
                        .withHeader("Set-Cookie", "session=1; Path=/")));
        server.start();
    }

    static TlsFeishu start() {
        return new TlsFeishu(THIS_MACHINE, true);
    }

    static TlsFeishu startWithoutHttp2() {
        return new TlsFeishu(THIS_MACHINE, false);
    }

    /** With a certificate for other names than that of this machine. */
    static TlsFeishu startAs(String names) {
        return new TlsFeishu(names, true);
    }

    /** A client that trusts this server. */
    FeishuClient client(ProxySettings proxies) {
        return new FeishuClient(
                new FeishuClientSettings(1_000, proxies),
                http(proxies),
                java.time.InstantSource.system(),
                System::nanoTime);
    }

    /** What that client makes its calls by. */
    FeishuHttp http(ProxySettings proxies) {
        return FeishuHttp.create(proxies, identity.context());
    }

    PublishRequest request() {
        return request(port(), Duration.ofMinutes(1));
    }

    /** By another port, from which there is a way to this server. */
    PublishRequest request(int port, Duration exchangeTimeout) {
        return Requests.publish(
                new FeishuApp(BaseUrl.parse("https://" + SlowNames.THIS_MACHINE + ":" + port), "cli_tls", "secret"),
                exchangeTimeout);
    }

    int port() {
        return server.httpsPort();
    }

    String authority() {
        return SlowNames.THIS_MACHINE + ":" + server.httpsPort();
    }

    List<LoggedRequest> requests() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.stop();
        identity.close();
    }
}
