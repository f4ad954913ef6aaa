package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeparateJvmTest {

    private static final Duration SOON = Duration.ofMinutes(3);

    @Test
    void theRuntimeAsAProgramReadsSecretsFromItsEnvironment() {
        try (var engine = EmbeddedEngine.start()) {
            var environment =
                    Map.of("CAMUNDA_CLIENT_GRPC_ADDRESS", engine.grpcAddress().toString(), "SECRET_GREETING", "hello");
            try (var runtime = java(environment, ConnectorRuntimeMain.class)) {
                long instance = Diagrams.run(engine, Diagrams.echoThenApprove("child", "{{secrets.GREETING}}"));
                engine.awaitUserTask(instance, "approve", SOON);
                assertThat(engine.history(instance).variables()).containsEntry("echoed", Map.of("text", "hello"));
                assertThat(runtime.lines()).isNotEmpty();
            }
        }
    }

    @Test
    void aJvmEndsByItselfOnceEngineAndRuntimeAreClosed() {
        try (var program = java(Map.of(), StartAndClose.class)) {
            assertThat(program.awaitEnd(SOON)).isZero();
            assertThat(program.lines()).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        }
    }

    static final class StartAndClose {

        private StartAndClose() {}

        public static void main(String[] args) {
            try (var camunda = LocalCamunda.start(Map.of())) {
                var engine = camunda.engine();
                long instance = Diagrams.run(engine, Diagrams.echoThenApprove("child", "hello"));
                engine.completeUserTask(engine.awaitUserTask(instance, "approve", SOON), Map.of());
                engine.awaitCompleted(instance, SOON);
            }
        }
    }

    private static JavaProcess java(Map<String, String> environment, Class<?> main) {
        return JavaProcess.of(main)
                .jvmOptions("-XX:TieredStopAtLevel=1")
                .environment(environment)
                .start();
    }
}
