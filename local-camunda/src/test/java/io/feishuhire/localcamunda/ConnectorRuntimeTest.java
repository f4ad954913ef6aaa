package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorRuntimeTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String ASKS_FOR_SECRET = "{{secrets.GREETING}}";

    @Test
    void twoRuntimesInOneJvmHaveTheirOwnSecrets() {
        try (var chinese = EmbeddedEngine.start();
                var english = EmbeddedEngine.start();
                var first = ConnectorRuntime.start(settings(chinese, "你好"));
                var second = ConnectorRuntime.start(settings(english, "hello"))) {
            assertThat(first).isNotSameAs(second);
            assertThat(greetingOf(chinese)).isEqualTo(Map.of("text", "你好"));
            assertThat(greetingOf(english)).isEqualTo(Map.of("text", "hello"));
        }
    }

    @Test
    void aSecretThatIsNotGivenIsAnIncident() {
        try (var camunda = LocalCamunda.start(Map.of())) {
            var engine = camunda.engine();
            long instance = Diagrams.run(engine, Diagrams.echoThenApprove("noSecret", ASKS_FOR_SECRET));
            assertThat(engine.awaitIncident(instance, SOON).message()).contains("GREETING");
        }
    }

    @Test
    void settingsDoNotPrintTheirSecrets() {
        var settings = ConnectorRuntime.Settings.connectingTo(URI.create("http://127.0.0.1:1"))
                .withSecrets(Map.of("NAME", "s3cret"))
                .withProperty("some.property", "v4lue");
        assertThat(settings.toString()).contains("NAME", "some.property").doesNotContain("s3cret", "v4lue");
    }

    /** It asks for no password. */
    @Test
    void onlyThisMachineReachesItsWebServer() {
        var settings = ConnectorRuntime.Settings.connectingTo(URI.create("http://127.0.0.1:1"));

        assertThat(settings.toSpringProperties())
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("management.server.port", "");
    }

    private static ConnectorRuntime.Settings settings(EmbeddedEngine engine, String greeting) {
        return ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                .withSecrets(Map.of("GREETING", greeting))
                .withJobTimeout(Duration.ofSeconds(30));
    }

    private static Object greetingOf(EmbeddedEngine engine) {
        long instance = Diagrams.run(engine, Diagrams.echoThenApprove("greeting", ASKS_FOR_SECRET));
        engine.awaitUserTask(instance, "approve", SOON);
        return engine.history(instance).variables().get("echoed");
    }
}
