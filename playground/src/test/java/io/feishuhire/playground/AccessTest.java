package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the page itself drives the playground. */
class AccessTest {

    @AutoClose
    private static final RunningPlayground RUNNING = RunningPlayground.ofExamples();

    private final PageClient page = RUNNING.page();

    @Test
    void thePageIsServedAndMayRunNoScriptButItsOwn() {
        var response = page.call("/", UnaryOperator.identity());
        assertThat(response.body()).isEqualTo(RunningPlayground.PAGE);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../beside.txt", "/%2e%2e/beside.txt", "/..%2fbeside.txt", "/page/../../beside.txt"})
    void nothingBesideThePageIsServed(String path) {
        assertThat(page.call(path, UnaryOperator.identity()).body()).doesNotContain("not for the browser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/processes/publish-minimal/diagram",
                "/api/events",
                "/api/tasks/1",
                "/%61pi/events",
                "/api;a=b/events"
            })
    void aCallNeedsTheToken(String path) {
        assertThat(page.call(path, UnaryOperator.identity()).statusCode()).isEqualTo(401);
        assertThat(page.call(path, request -> request.header("Authorization", "Bearer " + "0".repeat(48)))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, http://127.0.0.1",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void anotherPageIsRefusedEvenWithTheToken(String header, String value) {
        var before = RUNNING.playground().sandbox().tenant().apiSync();
        var response = page.call(
                "/api/feishu/api-sync",
                request -> request.header(header, value)
                        .header("Authorization", "Bearer " + page.token())
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"enabled\":false}")));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(RUNNING.playground().sandbox().tenant().apiSync()).isEqualTo(before);
    }

    /** DNS rebinding: a name of another's leads to this machine. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "127.0.0.1", "127.0.0.1:1"})
    void anotherHostIsRefused(String host) throws IOException {
        var address = page.resolve("/");
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Playground</title>");
        }
    }

    @Test
    void aBodyOfUnknownSizeIsRefused() {
        var response = page.call(
                "/api/processes/publish-minimal/instances",
                request -> request.header("Authorization", "Bearer " + page.token())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)))));
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsRefused() {
        var variables = "{\"variables\":{\"text\":\"" + "x".repeat(1_000_001) + "\"}}";
        assertThat(page.call("POST", "/api/processes/publish-minimal/instances", variables)
                        .statusCode())
                .isEqualTo(413);
    }

    /** A link to the playground in a page or a mail. It leads to the page, which can do nothing without the token. */
    @Test
    void aLinkFromElsewhereOpensThePage() {
        var response = page.call(
                "/", request -> request.header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "navigate"));
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
