package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as an operator gets it. */
class ConnectorJarIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LARGEST_BYTES = 1_500_000;

    @TempDir
    private Path directory;

    private final Path jar = PackagedConnector.jar();

    @BeforeEach
    void isPackaged() {
        assertThat(jar).as("run by Maven, which has packaged the connector").isRegularFile();
    }

    @Test
    @SuppressWarnings("try") // The runtime works jobs as long as it runs. No code calls it.
    void onTheClassPathOfAStockRuntimeInAJvmOfItsOwnItIsFoundAndPublishes() throws Exception {
        var log = directory.resolve("log");
        var tokens = new ConcurrentLinkedQueue<String>();
        var settings = SandboxSettings.defaults().withTokens(() -> {
            var token = "t-" + UUID.randomUUID();
            tokens.add(token);
            return token;
        });
        try (var sandbox = FeishuSandbox.start(settings);
                var engine = EmbeddedEngine.start()) {
            var process = Example.PUBLISH_MINIMAL.deployTo(engine.client(), FeishuAddress.of(sandbox));
            var instance = start(engine, process);

            try (var runtime = PackagedConnector.runtimeWith(jar, engine.grpcAddress(), log)) {
                assertThat(engine.awaitCompleted(instance, PATIENCE).completedElements())
                        .endsWith("advertisement-published");
                assertThat(sandbox.published()).hasSize(1);
                assertThat(tokens).as("handed out").isNotEmpty();
                assertThat(Files.readString(log))
                        .doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET)
                        .doesNotContain(tokens)
                        .containsOnlyOnce("Feishu Hire connector " + version() + ": at most 10 publications a second")
                        .containsPattern("io.feishuhire:publish-advertisement:1 succeeded after .* process instance "
                                + instance + ".*, Feishu log id ");
            }
        }
    }

    @Test
    void itIsSmallAndBringsNoLibraryUnderItsOwnName() throws Exception {
        assertThat(Files.size(jar)).isLessThan(LARGEST_BYTES);
        try (var entries = new JarFile(jar.toFile())) {
            assertThat(entries.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.endsWith(".class"))
                            .filter(name -> !name.startsWith("META-INF/versions/")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("io/feishuhire/connector/"));
            assertThat(entries.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(entries.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("io.feishuhire.connector");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theReadmeCallsItByItsName(String readme) throws IOException {
        var names = Pattern.compile("feishu-hire-connector-[0-9][^/`:\\s]*\\.jar")
                .matcher(Files.readString(Path.of("..", readme)))
                .results()
                .map(MatchResult::group);

        assertThat(names).isNotEmpty().containsOnly(jar.getFileName().toString());
    }

    private String version() {
        return jar.getFileName().toString().replaceAll("feishu-hire-connector-|\\.jar", "");
    }

    private static long start(EmbeddedEngine engine, long process) {
        return engine.start(process, Map.of("advertisementId", "6960663240925956660"));
    }
}
