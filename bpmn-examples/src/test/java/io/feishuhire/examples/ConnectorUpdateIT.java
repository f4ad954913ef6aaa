package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An operator stops the runtime, puts another jar in place of the old one, and starts it again. */
class ConnectorUpdateIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final EmbeddedEngine engine = EmbeddedEngine.start();

    @AfterEach
    void stop() {
        engine.close();
        sandbox.close();
    }

    @Test
    @SuppressWarnings("try") // A runtime works jobs as long as it runs. No code calls it.
    void waitingInstancesOutliveIt() throws Exception {
        var oldJar = Files.copy(PackagedConnector.jar(), directory.resolve("connector-old.jar"));
        var newJar = directory.resolve("connector-new.jar");
        long atTheSwitch;
        long notYetApproved;
        long beingPublished;

        try (var runtime = runtimeWith(oldJar)) {
            sandbox.apiSync(false);
            atTheSwitch = start(Example.PUBLISH_WITH_APPROVAL, "4711");
            complete(atTheSwitch, "approve-publication", Map.of("approved", true));
            engine.awaitUserTask(atTheSwitch, "turn-on-api-sync", PATIENCE);
            sandbox.apiSync(true);

            notYetApproved = start(Example.PUBLISH_WITH_APPROVAL, "4712");
            engine.awaitUserTask(notYetApproved, "approve-publication", PATIENCE);

            sandbox.next(Endpoint.PUBLISH, Reply.delay(PATIENCE, Reply.fromSandbox()));
            beingPublished = start(Example.PUBLISH_MINIMAL, "4713");
            await().atMost(PATIENCE).until(() -> !sandbox.published().isEmpty());
        }
        Files.move(oldJar, newJar);
        complete(notYetApproved, "approve-publication", Map.of("approved", true));
        engine.await(notYetApproved, "its job", history -> !history.openJobs().isEmpty(), PATIENCE);

        try (var runtime = runtimeWith(newJar)) {
            complete(atTheSwitch, "turn-on-api-sync", Map.of("apiSyncTurnedOn", true));
            complete(atTheSwitch, "see-result", Map.of());
            complete(notYetApproved, "see-result", Map.of());

            engine.awaitCompleted(atTheSwitch, PATIENCE);
            engine.awaitCompleted(notYetApproved, PATIENCE);
            var published = engine.awaitCompleted(beingPublished, PATIENCE);
            assertThat(sandbox.published())
                    .extracting(PublishedAdvertisement::advertisementId)
                    .as("4713 twice, because Feishu's first answer arrived after the stop")
                    .containsExactlyInAnyOrder("4711", "4712", "4713", "4713");
            assertThat(published.incidents()).isEmpty();
        }
    }

    private ConnectorRuntimeProcess runtimeWith(Path connectorJar) {
        return PackagedConnector.runtimeWith(connectorJar, engine.grpcAddress(), directory.resolve("runtime.log"));
    }

    private long start(Example example, String advertisementId) {
        var process = example.deployTo(engine.client(), FeishuAddress.of(sandbox));
        return engine.start(
                process,
                Map.of("advertisementId", advertisementId, "jobChannelId", "3", "reason", "A position is free"));
    }

    private void complete(long instance, String userTask, Map<String, Object> variables) {
        engine.completeUserTask(engine.awaitUserTask(instance, userTask, PATIENCE), variables);
    }
}
