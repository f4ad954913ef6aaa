package io.feishuhire.connector.feishu;

import static io.feishuhire.connector.feishu.Requests.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through real proxies, each a process of its own: one open to all, one that wants a password. */
class ProxyTest {

    private static final String USER = "connector";
    private static final String PASSWORD = "p:ss wörd";

    private static TlsFeishu feishu;
    private static FeishuSandbox sandbox;
    private static ProxyProcess open;
    private static ProxyProcess guarded;

    @BeforeAll
    static void start() {
        feishu = TlsFeishu.start();
        sandbox = FeishuSandbox.start();
        open = ProxyProcess.start();
        guarded = ProxyProcess.start(USER, PASSWORD);
    }

    @AfterAll
    static void stop() throws IOException {
        guarded.close();
        open.close();
        sandbox.close();
        feishu.close();
    }

    @Test
    void anHttpsUrlGoesThroughATunnel() {
        feishu.client(https(open, Map.of())).advertisements().publish(feishu.request());

        await().until(() -> open.passed().contains("CONNECT " + feishu.authority()));
    }

    @Test
    void aTunnelIsOpenedWithUserAndPassword() {
        feishu.client(https(guarded, Map.of("USER", USER, "PASSWORD", PASSWORD)))
                .advertisements()
                .publish(feishu.request());

        await().until(() -> guarded.passed().contains("CONNECT " + feishu.authority()));
    }

    @Test
    void neitherThePasswordNorTheKeyOfTheRelayReachesFeishu() {
        feishu.client(https(guarded, Map.of("USER", USER, "PASSWORD", PASSWORD)))
                .advertisements()
                .publish(feishu.request());

        assertThat(feishu.requests())
                .allSatisfy(request -> assertThat(request.getHeaders().keys())
                        .noneMatch(name -> name.regionMatches(true, 0, "proxy-", 0, 6)));
    }

    @Test
    void aWrongPasswordIsAFailureThatSaysSo() {
        var client = feishu.client(https(guarded, Map.of("USER", USER, "PASSWORD", "wrong")));

        var failure = failure(client, feishu.request());

        assertThat(failure.error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(failure.detail())
                .startsWith("The proxy, not Feishu, refused the connection with HTTP status 407: it does not accept the"
                        + " user and password");
    }

    @Test
    void noPasswordWhereOneIsWantedIsTheSameFailure() {
        assertThat(failure(feishu.client(https(guarded, Map.of())), feishu.request())
                        .detail())
                .contains("with HTTP status 407");
    }

    @Test
    void anHttpUrlIsThisMachineAndGoesThroughNoProxy() {
        var http = proxies("HTTP", open, Map.of());

        new FeishuClient(new FeishuClientSettings(10, http))
                .advertisements()
                .publish(Requests.publish(Requests.appOf(sandbox)));

        assertThat(open.passed())
                .noneMatch(line -> line.contains("" + sandbox.baseUrl().getPort()));
    }

    @Test
    void aHostOnTheListIsCalledWithoutAProxy() {
        var settings = ProxySettings.from(Map.of(
                "CONNECTOR_HTTPS_PROXY_HOST", "proxy.invalid",
                "CONNECTOR_HTTPS_PROXY_PORT", "3128",
                "CONNECTOR_HTTPS_PROXY_USER", USER,
                "CONNECTOR_HTTPS_PROXY_PASSWORD", PASSWORD,
                "CONNECTOR_HTTP_NON_PROXY_HOSTS", "*.example.com|FEISHU.*"));

        assertThat(feishu.client(settings).advertisements().publish(feishu.request()))
                .isNotNull();
    }

    @Test
    void aProxyThatIsNotThereIsUnavailable() {
        var nowhere = ProxySettings.from(
                Map.of("CONNECTOR_HTTPS_PROXY_HOST", "proxy.invalid", "CONNECTOR_HTTPS_PROXY_PORT", "3128"));

        assertThat(failure(feishu.client(nowhere), feishu.request()).error()).isEqualTo(FeishuError.UNAVAILABLE);
    }

    @Test
    void aProxyWithAPasswordThatIsNotThereIsUnavailable() {
        var nowhere = ProxySettings.from(Map.of(
                "CONNECTOR_HTTPS_PROXY_HOST",
                "127.0.0.1",
                "CONNECTOR_HTTPS_PROXY_PORT",
                "1",
                "CONNECTOR_HTTPS_PROXY_USER",
                USER,
                "CONNECTOR_HTTPS_PROXY_PASSWORD",
                PASSWORD));

        assertThat(failure(feishu.client(nowhere), feishu.request()).error()).isEqualTo(FeishuError.UNAVAILABLE);
    }

    private static ProxySettings https(ProxyProcess proxy, Map<String, String> more) {
        return proxies("HTTPS", proxy, more);
    }

    private static ProxySettings proxies(String scheme, ProxyProcess proxy, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("CONNECTOR_" + scheme + "_PROXY_HOST", "127.0.0.1");
        environment.put("CONNECTOR_" + scheme + "_PROXY_PORT", proxy.port());
        more.forEach((name, value) -> environment.put("CONNECTOR_" + scheme + "_PROXY_" + name, value));
        return ProxySettings.from(environment);
    }
}
