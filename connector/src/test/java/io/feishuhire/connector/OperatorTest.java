package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sets for the whole JVM, each case in a JVM of its own. Nothing listens on port 1. */
class OperatorTest {

    private static final String SOMEWHERE = "https://feishu.test:1";
    private static final String NO_PROXY_ANSWERS = "The proxy's host refused the connection";
    private static final String NO_SERVER_ANSWERS = "The connection was refused";

    @Test
    void anHttpUrlGoesThroughNoProxyOfTheJvmWhateverItsProperties() throws Exception {
        try (var sandbox = FeishuSandbox.start()) {
            var options = List.of("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=1", "-Dhttp.nonProxyHosts=");

            assertThat(run(options, Map.of(), "" + sandbox.baseUrl()))
                    .filteredOn(line -> !line.startsWith("INFO "))
                    .containsExactly("created", "published");
        }
    }

    @Test
    void anHttpsUrlGoesThroughTheProxyOfTheJvm() throws Exception {
        var options = List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=1", "-Dhttp.nonProxyHosts=");

        assertThat(run(options, Map.of(), SOMEWHERE)).last().asString().contains(NO_PROXY_ANSWERS);
        assertThat(run(options, Map.of("CONNECTOR_HTTP_NON_PROXY_HOSTS", "*.test"), SOMEWHERE))
                .last()
                .asString()
                .contains(NO_SERVER_ANSWERS);
    }

    @Test
    void theJvmsListOfHostsCountsForTheProxyOfTheEnvironment() throws Exception {
        var proxy = Map.of("CONNECTOR_HTTPS_PROXY_HOST", "127.0.0.1", "CONNECTOR_HTTPS_PROXY_PORT", "1");

        assertThat(run(List.of(), proxy, SOMEWHERE)).last().asString().contains(NO_PROXY_ANSWERS);
        assertThat(run(List.of("-Dhttp.nonProxyHosts=*.test"), proxy, SOMEWHERE))
                .last()
                .asString()
                .contains(NO_SERVER_ANSWERS);
    }

    @Test
    void aTrustStoreThatCannotBeReadIsAnIncidentOfEachJobAndNoMore(@TempDir Path directory) throws Exception {
        var garbage = Files.writeString(directory.resolve("hunter2.p12"), "hunter2 is no trust store");

        assertThat(run(List.of("-Djavax.net.ssl.trustStore=" + garbage), Map.of(), SOMEWHERE))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "ERROR Feishu Hire connector development: every job will end in an incident. The"
                                                + " connector runtime is configured wrongly. The JVM cannot make TLS connections:"),
                        line -> assertThat(line).isEqualTo("created"),
                        line -> assertThat(line).startsWith("INFO io.feishuhire:any:1 ended in an incident after "),
                        line -> assertThat(line).startsWith("ConnectorInputException: "))
                .last()
                .asString()
                .startsWith("ConnectorInputException: The connector runtime is configured wrongly. The JVM cannot make"
                        + " TLS connections: check the files, types and passwords of its trust store and key store"
                        + " (javax.net.ssl.trustStore, ")
                .doesNotContain("hunter2");
    }

    @Test
    void whatLooksAsIfItWouldCountIsToldOnceWithoutItsValue() throws Exception {
        var environment = Map.of(
                "HTTPS_PROXY", "http://me:hunter2@proxy.example.com:3128",
                "CONNECTOR_HTTP_NON_PROXY_HOSTS", "hunter2,localhost");

        assertThat(run(List.of(), environment, SOMEWHERE))
                .noneMatch(line -> line.contains("hunter2") || line.contains("example.com:"))
                .filteredOn(line -> line.startsWith("WARN "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("HTTPS_PROXY alone does not make"),
                        line -> assertThat(line)
                                .contains("CONNECTOR_HTTP_NON_PROXY_HOSTS has an entry that fits no host"));
    }

    private static List<String> run(List<String> options, Map<String, String> environment, String baseUrl)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OperatorMain.class.getName(), baseUrl));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .keySet()
                .removeIf(name -> name.toUpperCase(Locale.ROOT).contains("PROXY"));
        builder.environment().put("FEISHU_HIRE_ALLOWED_HOSTS", "feishu.test");
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return said.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
