package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.PublishedAdvertisement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens in {@code publish-with-approval} before anything is sent to Feishu. */
@TestsExample(Example.PUBLISH_WITH_APPROVAL)
class ApprovalTest {

    private static final Map<String, Object> REQUEST =
            Map.of("advertisementId", "6960663240925956660", "jobChannelId", "3", "reason", "A position is free");

    @Test
    void anApprovedAdvertisementIsPublishedAtOnce(ExampleRunner example) {
        var run = example.start(REQUEST);
        assertThat(run.awaitUserTask("approve-publication").candidateGroups()).containsExactly("hr-managers");

        run.complete("approve-publication", Map.of("approved", true));

        var history = run.ended();
        assertThat(history.completedElements())
                .containsExactly(
                        "publication-requested",
                        "ready-for-approval",
                        "approval-needed",
                        "approve-publication",
                        "decision-made",
                        "get-approval",
                        "is-publication-approved",
                        "ready-for-publishing",
                        "publishing-started",
                        "ready-to-publish",
                        "publish-advertisement",
                        "advertisement-online",
                        "publish-until-online",
                        "advertisement-published");
        assertThat(history.variables().get("publication"))
                .asInstanceOf(MAP)
                .containsEntry("advertisementId", "6960663240925956660")
                .containsEntry("jobChannelId", "3")
                .containsKeys("logId", "publishedAt");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple("6960663240925956660", "3"));
    }

    @Test
    void aRejectionComesBackWithItsCommentAndTheRevisedRequestIsDecidedAnew(ExampleRunner example) {
        var run = example.start(REQUEST);
        run.complete("approve-publication", Map.of("approved", false, "approvalComment", "Another channel, please"));

        assertThat(run.awaitUserTask("revise-request").candidateGroups()).containsExactly("hr-recruiters");
        assertThat(run.history().variables()).containsEntry("approvalComment", "Another channel, please");
        run.complete(
                "revise-request",
                Map.of(
                        "requestDecision", "submit-again",
                        "advertisementId", "4711",
                        "jobChannelId", "7301",
                        "reason", "On our careers page"));

        run.awaitUserTask("approve-publication");
        assertThat(run.history().localVariables().get("get-approval"))
                .as("the next round starts without the last decision")
                .containsEntry("approved", null)
                .containsEntry("approvalComment", null);
        run.complete("approve-publication", Map.of("approved", true));

        assertThat(run.ended().completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple("4711", "7301"));
    }

    @Test
    void aWithdrawnRequestIsNotPublished(ExampleRunner example) {
        var run = example.start(REQUEST);
        run.complete("approve-publication", Map.of("approved", false, "approvalComment", "No budget"));
        run.complete("revise-request", Map.of("requestDecision", "withdraw"));

        var history = run.ended();

        assertThat(history.completedElements()).endsWith("submit-again", "publication-rejected");
        assertThat(history.variables())
                .containsEntry("approved", false)
                .containsEntry("approvalComment", "No budget")
                .containsEntry("advertisementId", "6960663240925956660");
        assertThat(example.sandbox().requests()).isEmpty();
    }

    @Test
    void withoutAClearYesNothingIsPublished(ExampleRunner example) {
        var run = example.start(REQUEST);

        run.complete("approve-publication", Map.of());

        run.awaitUserTask("revise-request");
        assertThat(example.sandbox().requests()).isEmpty();
    }
}
