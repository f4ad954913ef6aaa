package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.PublishedAdvertisement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@TestsExample(Example.BULK_PUBLISH)
class BulkPublishTest {

    @Test
    void aListOfAdvertisementsIsPublishedWithinFeishusLimit(ExampleRunner example) {
        var ids = IntStream.range(4700, 4725).mapToObj(Integer::toString).toList();

        var history = example.start(Map.of("advertisementIds", ids, "jobChannelId", "7301"))
                .ended();

        assertThat(history.completedElements()).endsWith("bulk-published");
        assertThat(example.sandbox().published())
                .allMatch(published -> published.jobChannelId().equals("7301"))
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(example.publishCodes()).as("no answer of 429").containsOnly(0);
        assertThat(results(history))
                .extracting(result -> result.get("advertisementId"))
                .isEqualTo(ids);
    }

    @Test
    void pastedIdsAreTakenApartAndNoneIsPublishedTwice(ExampleRunner example) {
        var history = example.start(Map.of("pastedIds", "61\n62, 63，64；61\r\n 65\t62、66;\n", "jobChannelId", "3"))
                .ended();

        assertThat(history.variables().get("advertisementIds")).isEqualTo(List.of("61", "62", "63", "64", "65", "66"));
        assertThat(example.sandbox().published()).hasSize(6);
    }

    @Test
    void whatFailsStopsNothingElseAndIsListedWithTheReason(ExampleRunner example) {
        example.sandbox().closeJob("62");
        example.sandbox().rejectAsNotCompliant("64");
        var run = example.start(Map.of("pastedIds", "61 62 63 64", "jobChannelId", "3"));

        var task = run.awaitUserTask("review-result-list");

        assertThat(task.candidateGroups()).containsExactly("hr-operations");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactlyInAnyOrder("61", "63");
        assertThat(run.history().localVariables().get("review-result-list"))
                .containsEntry("failedIds", "62\n64")
                .containsEntry("total", 4)
                .containsEntry(
                        "failures",
                        results(run.history()).stream()
                                .filter(result -> result.containsKey("error"))
                                .toList());

        run.complete("review-result-list", Map.of());

        var history = run.ended();
        assertThat(history.completedElements()).endsWith("result-list-reviewed");
        assertThat(results(history))
                .extracting(result -> result.get("error"))
                .containsExactly(null, "FEISHU_JOB_CLOSED", null, "FEISHU_ADVERTISEMENT_NOT_COMPLIANT");
        assertThat(results(history).get(1)).containsKeys("message", "logId");
    }

    @Test
    void withNothingPublishedTheListHoldsEveryAdvertisement(ExampleRunner example) {
        example.sandbox().apiSync(false);
        var run = example.start(Map.of("advertisementIds", List.of("61", "62"), "jobChannelId", "3"));

        run.complete("review-result-list", Map.of());

        assertThat(results(run.ended()))
                .extracting(result -> result.get("outcome"))
                .containsExactly("failed", "failed");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> results(ProcessHistory history) {
        return (List<Map<String, Object>>) history.variables().get("results");
    }
}
