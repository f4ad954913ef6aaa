package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.PublishAdvertisementFunction;
import io.feishuhire.localcamunda.ConnectorRuntimeMain;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as an operator gets it. */
class ConnectorJarIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LARGEST_BYTES = 1_500_000;

    @TempDir
    Path directory;

    @Test
    void onTheClassPathOfAStockRuntimeInAJvmOfItsOwnItIsFoundAndPublishes() throws Exception {
        try (var sandbox = FeishuSandbox.start();
                var engine = EmbeddedEngine.start()) {
            var runtime = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ConnectorRuntimeMain.class.getName()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile());
            runtime.environment()
                    .putAll(Map.of(
                            "CAMUNDA_CLIENT_GRPC_ADDRESS", engine.grpcAddress().toString(),
                            "SECRET_FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID,
                            "SECRET_FEISHU_APP_SECRET", FeishuSandbox.DEFAULT_APP_SECRET));
            var process = runtime.start();
            try {
                Walkthrough.deployTo(engine.client());
                var instance = start(engine, sandbox);
                engine.completeUserTask(
                        engine.awaitUserTask(instance, "approve-publication", PATIENCE), Map.of("approved", true));

                assertThat(engine.awaitCompleted(instance, PATIENCE).completedElements())
                        .endsWith("advertisement-published");
                assertThat(sandbox.published()).hasSize(1);
                assertThat(Files.readString(directory.resolve("log")))
                        .doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET, "t-");
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void itIsSmallAndBringsNoLibraryUnderItsOwnName() throws Exception {
        assertThat(Files.size(jar())).isLessThan(LARGEST_BYTES);
        try (var jar = new JarFile(jar().toFile())) {
            assertThat(jar.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.endsWith(".class"))
                            .filter(name -> !name.startsWith("META-INF/versions/")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("io/feishuhire/connector/"));
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
        }
    }

    private static Path jar() throws URISyntaxException {
        var location = Path.of(PublishAdvertisementFunction.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(location)
                .as("run by Maven, which has packaged the connector")
                .isRegularFile();
        return location;
    }

    private static long start(EmbeddedEngine engine, FeishuSandbox sandbox) {
        return engine.client()
                .newCreateInstanceCommand()
                .bpmnProcessId("publish-with-approval")
                .latestVersion()
                .variables(Map.of(
                        "advertisementId", "6960663240925956660",
                        "jobChannelId", "3",
                        "feishuBaseUrl", sandbox.baseUrl().toString()))
                .send()
                .join()
                .getProcessInstanceKey();
    }
}
