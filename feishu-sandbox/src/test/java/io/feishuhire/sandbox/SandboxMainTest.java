package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxMainTest {

    @Test
    void itSaysWhereItIsAndHowToLogInAndServes() {
        var printed = new ByteArrayOutputStream();
        try (var sandbox = SandboxMain.run(new String[] {"--port", "0"}, new PrintStream(printed, true, UTF_8));
                var caller = Caller.of(sandbox)) {
            assertThat(printed.toString(UTF_8))
                    .contains(sandbox.baseUrl().toString(), "cli_sandbox", "sandbox-app-secret", "/sandbox/replies");
            assertThat(Caller.outcome(caller.publish(caller.token()))).isEqualTo("200 0");
        }
    }

    @Test
    @Timeout(60)
    void aJvmOfItsOwnServesUntilItIsStopped() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxWithParent.class.getName(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader(UTF_8);
                var caller = new Caller(HttpClient.newHttpClient(), baseUrl(output))) {
            assertThat(Caller.outcome(caller.publish(caller.token()))).isEqualTo("200 0");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--colour, Unknown option",
        "--port, needs a value",
        "--port seven, needs a number",
        "--port 70000, 65535"
    })
    void wrongOptionsAreNamed(String options, String sentence) {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);

        assertThatThrownBy(() -> SandboxMain.run(options.split(" ", -1), nowhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void helpIsPrintedAndNothingIsStarted() {
        assertThat(SandboxMain.asksForHelp(new String[] {"--port", "0", "--help"}))
                .isTrue();
        assertThat(SandboxMain.asksForHelp(new String[] {"--port", "0"})).isFalse();

        SandboxMain.main(new String[] {"--help"});
    }

    @Test
    void anOlderJavaIsToldWhatItTakes() throws IOException {
        assertThat(SandboxLauncher.refusal(17, "/jdk-17").orElseThrow())
                .contains("needs Java 21", "this is Java 17 (/jdk-17)")
                .doesNotContain("\n");
        assertThat(SandboxLauncher.refusal(21, "/jdk-21")).isEmpty();
        assertThat(classFileVersion(SandboxLauncher.class)).as("Java 11").isEqualTo(55);
    }

    private static int classFileVersion(Class<?> type) throws IOException {
        try (var file = new DataInputStream(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
            file.skipNBytes(6);
            return file.readUnsignedShort();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        try (var first = FeishuSandbox.start()) {
            var port = first.baseUrl().getPort();

            assertThatThrownBy(
                            () -> FeishuSandbox.start(SandboxSettings.defaults().withPort(port)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
    }

    /** Nothing else comes before it, no log either. */
    private static URI baseUrl(BufferedReader output) throws IOException {
        assertThat(output.readLine()).isEqualTo("Feishu sandbox");
        return URI.create(output.readLine().replaceFirst(".*base URL\\s+", ""));
    }
}
