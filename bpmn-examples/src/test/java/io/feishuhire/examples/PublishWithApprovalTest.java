package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ExamplesRuntime.class)
class PublishWithApprovalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADVERTISEMENT_ID = "6960663240925956660";

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private EmbeddedEngine engine;
    private long instance;

    @BeforeEach
    void request(EmbeddedEngine sharedEngine) {
        engine = sharedEngine;
        Walkthrough.deployTo(engine.client());
        instance = engine.client()
                .newCreateInstanceCommand()
                .bpmnProcessId("publish-with-approval")
                .latestVersion()
                .variables(Map.of(
                        "advertisementId",
                        ADVERTISEMENT_ID,
                        "jobChannelId",
                        "3",
                        "reason",
                        "A position has become free",
                        "feishuBaseUrl",
                        sandbox.baseUrl().toString()))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void anApprovedAdvertisementIsPublishedAtOnce() {
        complete("approve-publication", Map.of("approved", true));

        var history = ended();

        assertThat(history.completedElements())
                .containsExactly(
                        "publication-requested",
                        "approve-publication",
                        "is-publication-approved",
                        "ready-to-publish",
                        "publish-advertisement",
                        "advertisement-published");
        assertThat(history.variables().get("publication"))
                .asInstanceOf(MAP)
                .containsEntry("advertisementId", ADVERTISEMENT_ID)
                .containsEntry("jobChannelId", "3")
                .containsKeys("logId", "publishedAt");
        assertThat(sandbox.published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple(ADVERTISEMENT_ID, "3"));
    }

    @Test
    void aRejectedAdvertisementIsNotPublished() {
        complete("approve-publication", Map.of("approved", false));

        assertThat(ended().completedElements()).endsWith("is-publication-approved", "publication-rejected");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void withApiSyncOffSomebodyTurnsItOnAndTheAdvertisementIsPublished() {
        sandbox.apiSync(false);
        complete("approve-publication", Map.of("approved", true));
        var switchTask = engine.awaitUserTask(instance, "turn-on-api-sync", PATIENCE);

        assertThat(engine.history(instance).variables().get("feishuError"))
                .asInstanceOf(MAP)
                .containsEntry("code", 1002613)
                .containsEntry("name", "FEISHU_API_SYNC_DISABLED")
                .containsEntry("kind", "permanent")
                .hasEntrySatisfying(
                        "advice", advice -> assertThat(advice).asInstanceOf(MAP).containsOnlyKeys("en", "zh"));
        assertThat(engine.history(instance).openUserTasks()).singleElement().satisfies(task -> {
            assertThat(task.formId()).isEqualTo("turn-on-api-sync");
            assertThat(task.candidateGroups()).containsExactly("feishu-hire-admins");
        });

        sandbox.apiSync(true);
        engine.completeUserTask(switchTask, Map.of("apiSyncTurnedOn", true));

        assertThat(ended().completedElements())
                .containsSubsequence(
                        "api-sync-is-off", "turn-on-api-sync", "publish-advertisement", "advertisement-published");
        assertThat(publishCodes()).containsExactly(1002613, 0);
    }

    @Test
    void aClosedJobIsGivenUp() {
        sandbox.closeJob(ADVERTISEMENT_ID);
        complete("approve-publication", Map.of("approved", true));
        complete("resolve-publishing-problem", Map.of("resolution", "give-up"));

        var history = ended();

        assertThat(history.completedElements())
                .endsWith("any-other-problem", "resolve-publishing-problem", "publish-again", "publication-given-up");
        assertThat(history.variables().get("feishuError"))
                .asInstanceOf(MAP)
                .containsEntry("code", 1002609)
                .containsEntry("name", "FEISHU_JOB_CLOSED");
        assertThat(history.variables()).doesNotContainKey("publication");
        assertThat(publishCodes()).containsExactly(1002609);
    }

    @Test
    void aWrongIdIsCorrectedAndPublished() {
        sandbox.rejectAsNotCompliant(ADVERTISEMENT_ID);
        complete("approve-publication", Map.of("approved", true));
        complete(
                "resolve-publishing-problem",
                Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "7301"));

        assertThat(ended().completedElements()).endsWith("publish-advertisement", "advertisement-published");
        assertThat(sandbox.published()).singleElement().satisfies(published -> {
            assertThat(published.advertisementId()).isEqualTo("4711");
            assertThat(published.jobChannelId()).isEqualTo("7301");
        });
    }

    private List<Integer> publishCodes() {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == Endpoint.PUBLISH)
                .map(RecordedRequest::code)
                .toList();
    }

    private void complete(String userTask, Map<String, Object> variables) {
        engine.completeUserTask(engine.awaitUserTask(instance, userTask, PATIENCE), variables);
    }

    private ProcessHistory ended() {
        return engine.awaitCompleted(instance, PATIENCE);
    }
}
