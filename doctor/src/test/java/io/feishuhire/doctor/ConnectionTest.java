package io.feishuhire.doctor;

import static io.feishuhire.doctor.Doctor.Outcome.TO_MEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For each way in which Feishu cannot be reached, the doctor names the cause. */
class ConnectionTest {

    @Test
    void aHostThatIsNotKnown() {
        assertStepTwo(Consultation.of(Consultation.environment(URI.create("https://feishu.invalid"))), "name service");
    }

    @Test
    void aPortWithoutAListener() {
        assertStepTwo(Consultation.of(Consultation.environment(URI.create("http://127.0.0.1:1"))), "refused");
    }

    @Test
    void aCertificateThatIsNotTrusted() {
        var server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort());
        server.start();
        try {
            var address = URI.create("https://localhost:" + server.httpsPort());

            assertStepTwo(Consultation.of(Consultation.environment(address)), "does not trust the certificate");
        } finally {
            server.stop();
        }
    }

    @Test
    void aProxyThatDoesNotRun() {
        assertStepTwo(throughProxy(1), "The proxy's host refused the connection");
    }

    @Test
    void aProxyThatWantsAPassword() throws IOException {
        try (var proxy = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() ->
                    answer(proxy, "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"));

            assertStepTwo(throughProxy(proxy.getLocalPort()), "CONNECTOR_HTTPS_PROXY_USER");
        }
    }

    @Test
    void somethingThatIsNotFeishu() throws IOException {
        try (var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>"));

            assertStepTwo(
                    Consultation.of(Consultation.environment(URI.create("http://127.0.0.1:" + server.getLocalPort()))),
                    "did not come from Feishu's API");
        }
    }

    @Test
    @Timeout(60)
    void aServerThatNeverAnswers() {
        try (var sandbox = Consultation.sandbox()) {
            sandbox.always(Endpoint.TOKEN, Reply.neverAnswers());

            assertStepTwo(
                    Consultation.within(Duration.ofMillis(500), Consultation.environment(sandbox.baseUrl())),
                    "No complete answer within 0.5 s");
        }
    }

    /** After the first call without an answer the doctor makes no other. */
    @Test
    @Timeout(60)
    void aServerThatIsGoneAfterTheToken() {
        try (var sandbox = Consultation.sandbox()) {
            for (var endpoint : Endpoint.values()) {
                if (endpoint != Endpoint.TOKEN) {
                    sandbox.always(endpoint, Reply.connectionReset());
                }
            }

            var consultation = Consultation.of(sandbox);

            assertThat(consultation.outcome()).isEqualTo(TO_MEND);
            assertThat(consultation.text()).contains("reset or closed", "7. Limit");
            assertThat(sandbox.requests())
                    .extracting(request -> request.endpoint())
                    .contains(Endpoint.SCOPES)
                    .doesNotContain(Endpoint.LOCATIONS, Endpoint.JOBS);
        }
    }

    private static Consultation throughProxy(int port) {
        var environment = Consultation.environment(URI.create("https://feishu.invalid"));
        environment.put("CONNECTOR_HTTPS_PROXY_HOST", "127.0.0.1");
        environment.put("CONNECTOR_HTTPS_PROXY_PORT", Integer.toString(port));
        var consultation = Consultation.of(environment);
        assertThat(consultation.text()).contains("Proxy: 127.0.0.1, port " + port + ", without user and password");
        return consultation;
    }

    private static void assertStepTwo(Consultation consultation, String said) {
        assertThat(consultation.outcome()).isEqualTo(TO_MEND);
        assertThat(consultation.text())
                .containsSubsequence("2. Address", "[to mend]", said)
                .doesNotContain("3. Token");
    }

    private static void answer(ServerSocket entrance, String answer) {
        while (!entrance.isClosed()) {
            try (var socket = entrance.accept()) {
                var read = socket.getInputStream().read(new byte[8_192]);
                if (read > 0) {
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                // The test is over, or the client has gone.
            }
        }
    }
}
