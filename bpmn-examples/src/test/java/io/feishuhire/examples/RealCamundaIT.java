package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** On Camunda's real distribution. One by one, as every runtime takes the jobs of all. */
@Tag("real-camunda")
@Isolated("a broker and a runtime are enough for one machine")
@Execution(ExecutionMode.SAME_THREAD)
@SuppressWarnings("try") // A runtime works jobs as long as it runs; nobody calls it.
class RealCamundaIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path clusterDirectory;

    private static RealCluster camunda;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private final FeishuSandbox sandbox = FeishuSandbox.start();

    @BeforeAll
    static void startCamunda() {
        camunda = RealCluster.start(Path.of(System.getProperty("camunda.distribution")), clusterDirectory);
    }

    @AfterAll
    static void stopCamunda() {
        if (camunda != null) {
            camunda.close();
        }
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void withTheSwitchOffTheUserTasksLeadToThePublication() {
        sandbox.apiSync(false);
        try (var runtime = runtimeWith(PackagedConnector.jar())) {
            var instance = start(Example.PUBLISH_WITH_APPROVAL, "4711");

            camunda.completeUserTask(instance, "approve-publication", Map.of("approved", true));
            camunda.awaitUserTask(instance, "turn-on-api-sync");
            sandbox.apiSync(true);
            camunda.completeUserTask(instance, "turn-on-api-sync", Map.of("apiSyncTurnedOn", true));

            camunda.awaitCompleted(instance, "advertisement-published");
            assertThat(sandbox.published())
                    .extracting(PublishedAdvertisement::advertisementId)
                    .containsExactly("4711");
        }
    }

    @Test
    void anIncidentOfAnErrorThatNoEventCatchesIsResolvedByAnOperatorAndTheAdvertisementPublished() {
        sandbox.apiSync(false);
        try (var runtime = runtimeWith(PackagedConnector.jar())) {
            var instance = start(Example.PUBLISH_MINIMAL, "4711");
            var incident = camunda.awaitIncidentOfUncaughtError(instance);
            assertThat(incident.at("/value/errorMessage").asText()).contains("FEISHU_API_SYNC_DISABLED");

            sandbox.apiSync(true);
            camunda.client()
                    .newUpdateRetriesCommand(incident.at("/value/jobKey").asLong())
                    .retries(3)
                    .send()
                    .join();
            camunda.client()
                    .newResolveIncidentCommand(incident.path("key").asLong())
                    .send()
                    .join();

            camunda.awaitCompleted(instance, "advertisement-published");
            assertThat(sandbox.published()).hasSize(1);
        }
    }

    @Test
    void instancesThatWaitOutliveAnUpdateOfTheConnector() throws Exception {
        var oldJar = Files.copy(PackagedConnector.jar(), directory.resolve("connector-old.jar"));
        var newJar = directory.resolve("connector-new.jar");
        long atTheSwitch;
        long notYetApproved;
        long beingPublished;

        try (var runtime = runtimeWith(oldJar)) {
            sandbox.apiSync(false);
            atTheSwitch = start(Example.PUBLISH_WITH_APPROVAL, "4711");
            camunda.completeUserTask(atTheSwitch, "approve-publication", Map.of("approved", true));
            camunda.awaitUserTask(atTheSwitch, "turn-on-api-sync");
            sandbox.apiSync(true);

            notYetApproved = start(Example.PUBLISH_WITH_APPROVAL, "4712");
            camunda.awaitUserTask(notYetApproved, "approve-publication");

            sandbox.next(Endpoint.PUBLISH, Reply.delay(PATIENCE, Reply.ordinary()));
            beingPublished = start(Example.PUBLISH_MINIMAL, "4713");
            await().atMost(PATIENCE).until(() -> !sandbox.published().isEmpty());
        }
        Files.move(oldJar, newJar);
        camunda.completeUserTask(notYetApproved, "approve-publication", Map.of("approved", true));
        camunda.awaitJob(notYetApproved, "publish-advertisement");

        try (var runtime = runtimeWith(newJar)) {
            camunda.completeUserTask(atTheSwitch, "turn-on-api-sync", Map.of("apiSyncTurnedOn", true));

            camunda.awaitCompleted(atTheSwitch, "advertisement-published");
            camunda.awaitCompleted(notYetApproved, "advertisement-published");
            camunda.awaitCompleted(beingPublished, "advertisement-published");
            assertThat(sandbox.published())
                    .extracting(PublishedAdvertisement::advertisementId)
                    .as("4713 once more, as nobody heard Feishu's first yes")
                    .containsExactlyInAnyOrder("4711", "4712", "4713", "4713");
            assertThat(camunda.incidents(beingPublished)).isEmpty();
        }
    }

    private ConnectorRuntimeProcess runtimeWith(Path connectorJar) {
        return PackagedConnector.runtimeWith(connectorJar, camunda.grpcAddress(), directory.resolve("runtime.log"));
    }

    private long start(Example example, String advertisementId) {
        var process = example.deployTo(camunda.client(), Optional.of(sandbox.baseUrl()));
        return camunda.client()
                .newCreateInstanceCommand()
                .processDefinitionKey(process)
                .variables(
                        Map.of("advertisementId", advertisementId, "jobChannelId", "3", "reason", "A position is free"))
                .requestTimeout(PATIENCE)
                .send()
                .join()
                .getProcessInstanceKey();
    }
}
