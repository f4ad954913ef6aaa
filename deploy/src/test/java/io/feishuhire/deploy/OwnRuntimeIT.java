package io.feishuhire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The project in {@code own-runtime}, as its own POM builds it. */
class OwnRuntimeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @AutoClose
    private final FeishuSandbox sandbox = FeishuSandbox.start();

    @AutoClose
    private final EmbeddedEngine engine = EmbeddedEngine.start();

    @Test
    @SuppressWarnings("try") // A runtime works jobs as long as it runs. No code calls it.
    void itPublishes() {
        var instance = engine.start(engine.deploy(Diagram.PUBLISH.bpmn()), Map.of("advertisementId", "4711"));

        try (var application =
                RunningJar.start(RunningJar.OWN_RUNTIME, RunningJar.settings(engine.grpcAddress(), sandbox))) {
            assertThat(engine.awaitCompleted(instance, PATIENCE).completedElements())
                    .endsWith("advertisement-published");
            assertThat(sandbox.published()).hasSize(1);
        }
    }
}
