package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@TestsExample(Example.PUBLISH_TO_CHANNELS)
class PublishToChannelsTest {

    private static final String ADVERTISEMENT_ID = "6960663240925956660";
    private static final Reply NOT_COMPLIANT = Reply.error(400, 1_002_624, "job advertisement is not compliant");

    @Test
    void anAdvertisementIsPublishedOnAllChannels(ExampleRunner example) {
        var history = example.start(request("3", "7301", "7302")).ended();

        assertThat(history.completedElements()).endsWith("published-to-all-channels");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactlyInAnyOrder(
                        tuple(ADVERTISEMENT_ID, "3"), tuple(ADVERTISEMENT_ID, "7301"), tuple(ADVERTISEMENT_ID, "7302"));
        assertThat(results(history))
                .containsExactly(
                        Map.of("jobChannelId", "3", "outcome", "published"),
                        Map.of("jobChannelId", "7301", "outcome", "published"),
                        Map.of("jobChannelId", "7302", "outcome", "published"));
    }

    @Test
    void aChannelThatFailsKeepsTheAdvertisementFromNoOtherAndIsPublishedAgainAlone(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, NOT_COMPLIANT);
        var run = example.start(request("3", "7301", "7302"));

        var task = run.awaitUserTask("review-failed-channels");

        assertThat(task.candidateGroups()).containsExactly("hr-operations");
        assertThat(example.sandbox().published()).hasSize(2);
        var failed = results(run.history()).stream()
                .filter(result -> result.get("outcome").equals("failed"))
                .toList();
        assertThat(failed).hasSize(1);
        assertThat(run.history().localVariables().get("review-failed-channels"))
                .containsEntry("failedChannels", failed);
        assertThat(failed.getFirst().get("feishuError"))
                .asInstanceOf(MAP)
                .contains(entry("name", "FEISHU_ADVERTISEMENT_NOT_COMPLIANT"))
                .containsKeys("advice", "logId");

        run.complete("review-failed-channels", Map.of("resolution", "publish-again"));

        assertThat(results(run.ended()))
                .extracting(result -> result.get("outcome"))
                .containsExactly("published", "published", "published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::jobChannelId)
                .containsExactlyInAnyOrder("3", "7301", "7302")
                .last()
                .isEqualTo(failed.getFirst().get("jobChannelId"));
    }

    @Test
    void channelsThatFailAgainAreReviewedAgain(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, NOT_COMPLIANT, NOT_COMPLIANT, NOT_COMPLIANT);
        var run = example.start(request("3", "7301"));

        run.complete("review-failed-channels", Map.of("resolution", "publish-again"));
        run.await(
                "the second review",
                history -> history.openUserTasks().stream()
                                .anyMatch(task -> task.elementId().equals("review-failed-channels"))
                        && results(history).size() == 2
                        && example.sandbox().published().size() == 1);
        run.complete("review-failed-channels", Map.of("resolution", "publish-again"));

        assertThat(results(run.ended()))
                .extracting(result -> result.get("outcome"))
                .containsExactly("published", "published");
        assertThat(example.publishCodes()).hasSize(5);
    }

    @Test
    void failedChannelsAreGivenUpAndKeepTheirReason(ExampleRunner example) {
        var run = example.start(request("3", "the careers page"));

        run.complete("review-failed-channels", Map.of("resolution", "give-up"));

        var history = run.ended();
        assertThat(history.completedElements()).endsWith("failed-channels-given-up");
        assertThat(results(history))
                .extracting(result -> result.get("jobChannelId"), result -> result.get("outcome"))
                .containsExactly(tuple("3", "published"), tuple("the careers page", "failed"));
        assertThat(results(history).getLast().get("feishuError"))
                .asInstanceOf(MAP)
                .contains(entry("name", "FEISHU_INVALID_PARAMETER"));
    }

    private static Map<String, Object> request(String... channels) {
        return Map.of(
                "advertisementId",
                ADVERTISEMENT_ID,
                "channels",
                Stream.of(channels).map(id -> Map.of("jobChannelId", id)).toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> results(ProcessHistory history) {
        return (List<Map<String, Object>>) history.variables().get("results");
    }
}
