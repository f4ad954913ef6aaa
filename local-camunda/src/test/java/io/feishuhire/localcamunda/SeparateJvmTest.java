package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeparateJvmTest {

    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void theRuntimeAsAProgramWorksJobsAndReadsSecretsFromItsEnvironment() throws Exception {
        try (var engine = EmbeddedEngine.start()) {
            var environment =
                    Map.of("CAMUNDA_CLIENT_GRPC_ADDRESS", engine.grpcAddress().toString(), "SECRET_GREETING", "hello");
            var runtime = java(environment, ConnectorRuntimeMain.class);
            try {
                long instance = Diagrams.run(engine, Diagrams.echoThenApprove("child", "{{secrets.GREETING}}"));
                engine.awaitUserTask(instance, "approve", SOON);
                assertThat(engine.history(instance).variables()).containsEntry("echoed", Map.of("text", "hello"));
            } finally {
                runtime.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aJvmEndsByItselfOnceEngineAndRuntimeAreClosed() throws Exception {
        var program = java(Map.of(), StartAndClose.class);
        try {
            assertThat(program.waitFor(SOON.toSeconds(), TimeUnit.SECONDS))
                    .as("the JVM has ended")
                    .isTrue();
            assertThat(program.exitValue()).isZero();
            assertThat(directory.resolve("output")).content().doesNotContain(" WARN ", " ERROR ");
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    static final class StartAndClose {

        private StartAndClose() {}

        @SuppressWarnings("try")
        public static void main(String[] args) {
            try (var engine = EmbeddedEngine.start();
                    var runtime =
                            ConnectorRuntime.start(ConnectorRuntime.Settings.connectingTo(engine.grpcAddress()))) {
                long instance = Diagrams.run(engine, Diagrams.echoThenApprove("child", "hello"));
                engine.completeUserTask(engine.awaitUserTask(instance, "approve", SOON), Map.of());
                engine.awaitCompleted(instance, SOON);
            }
        }
    }

    private Process java(Map<String, String> environment, Class<?> main) throws IOException {
        var builder = new ProcessBuilder(EndsWithParent.command(
                System.getProperty("java.class.path"), List.of("-XX:TieredStopAtLevel=1"), main));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }
}
