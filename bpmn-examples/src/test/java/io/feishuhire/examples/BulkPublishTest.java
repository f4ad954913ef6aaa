package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.PublishedAdvertisement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExampleTest(Example.BULK_PUBLISH)
class BulkPublishTest {

    @Test
    void aListOfAdvertisementsIsPublishedWithinFeishusLimit(ExampleFixture example) {
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
    void pastedIdsAreTakenApartAndNoneIsPublishedTwice(ExampleFixture example) {
        var pasted = "61\n62, 63，64；61\r\n 65\t62、66;\u3000\ufeff67\u202868\n";

        var history = example.start(Map.of("advertisementIds", pasted, "jobChannelId", "3"))
                .ended();

        assertThat(results(history))
                .extracting(result -> result.get("advertisementId"))
                .containsExactly("61", "62", "63", "64", "65", "66", "67", "68");
        assertThat(example.sandbox().published()).hasSize(8);
        assertThat(history.variables()).as("the caller's own").containsEntry("advertisementIds", pasted);
    }

    static Stream<Arguments> listsThatAreClear() {
        return Stream.of(
                Arguments.of("one id", "61", List.of("61")),
                Arguments.of("one number", 61, List.of("61")),
                Arguments.of("numbers", List.of(61, 62.0, 61), List.of("61", "62")),
                Arguments.of("text and number alike", List.of("61", 61, " 61 "), List.of("61")),
                Arguments.of("texts of several", List.of("61 62", "63"), List.of("61", "62", "63")),
                Arguments.of("lists in a list", List.of(List.of("61"), "62"), List.of("61", "62")),
                Arguments.of("empty cells", List.of("61", "", " "), List.of("61")),
                Arguments.of(
                        "results of another bulk",
                        List.of(Map.of("advertisementId", "61", "outcome", "failed")),
                        List.of("61")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listsThatAreClear")
    void aListWhoseMeaningIsClearIsTakenAsItIsMeant(
            String shape, Object list, List<String> meant, ExampleFixture example) {
        var history = example.start(Map.of("advertisementIds", list, "jobChannelId", "3"))
                .ended();

        assertThat(history.completedElements()).endsWith("bulk-published");
        assertThat(results(history))
                .extracting(result -> result.get("advertisementId"))
                .isEqualTo(meant);
        assertThat(history.variables()).containsEntry("listProblem", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u3000", ",,\n"})
    void nothingToPublishIsNoSuccess(String nothing, ExampleFixture example) {
        endsWithoutPublishing("nothing-to-publish", Map.of("advertisementIds", nothing), example);
        endsWithoutPublishing("nothing-to-publish", Map.of("advertisementIds", List.of(nothing)), example);
    }

    @Test
    void anEmptyListAndNoListAreNoSuccess(ExampleFixture example) {
        endsWithoutPublishing("nothing-to-publish", Map.of("advertisementIds", List.of()), example);
        endsWithoutPublishing("nothing-to-publish", Map.of(), example);
    }

    static Stream<Object> whatCanHardlyBeMeantAsIds() {
        return Stream.of(
                true, List.of("61", true), Map.of("id", "61"), List.of(Map.of("id", "61")), Arrays.asList("61", null));
    }

    @ParameterizedTest
    @MethodSource("whatCanHardlyBeMeantAsIds")
    void whatCanHardlyBeMeantAsIdsEndsWithWordsOnWhatIsWanted(Object list, ExampleFixture example) {
        endsWithoutPublishing("list-of-ids-wanted", Map.of("advertisementIds", list), example);
    }

    private static void endsWithoutPublishing(String end, Map<String, Object> request, ExampleFixture example) {
        var all = new HashMap<>(request);
        all.put("jobChannelId", "3");
        var history = example.start(all).ended();

        assertThat(history.completedElements()).endsWith(end);
        assertThat(results(history)).isEmpty();
        assertThat(history.variables())
                .extractingByKey("listProblem", MAP)
                .extracting("en", "zh")
                .allSatisfy(words -> assertThat(words.toString()).contains("advertisementIds"));
        assertThat(example.sandbox().requests()).isEmpty();
    }

    @Test
    void whatIsNoIdIsListedWithTheReasonButNotOfferedForTheNextBulk(ExampleFixture example) {
        example.sandbox().closeJob("62");
        var instance = example.start(Map.of(
                "advertisementIds",
                List.of("position 7", "62", 61.5, 6_960_663_240_925_957_000L, "1".repeat(33)),
                "jobChannelId",
                "3"));

        instance.awaitUserTask("review-result-list");

        assertThat(instance.history().localVariables().get("review-result-list"))
                .containsEntry("failedIds", "62");
        assertThat(results(instance.history())).hasSize(5);
        assertThat(example.sandbox().published()).isEmpty();
        instance.complete("review-result-list", Map.of());
        instance.ended();
    }

    @Test
    void whatFailsStopsNothingElseAndIsListedWithTheReason(ExampleFixture example) {
        example.sandbox().closeJob("62");
        example.sandbox().rejectAsNotCompliant("64");
        var instance = example.start(Map.of("advertisementIds", "61 62 63 64", "jobChannelId", "3"));

        var task = instance.awaitUserTask("review-result-list");

        assertThat(task.candidateGroups()).containsExactly("hr-operations");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactlyInAnyOrder("61", "63");
        assertThat(instance.history().localVariables().get("review-result-list"))
                .containsEntry("failedIds", "62\n64")
                .containsEntry("total", 4)
                .containsEntry(
                        "failures",
                        results(instance.history()).stream()
                                .filter(result -> result.containsKey("error"))
                                .toList());

        instance.complete("review-result-list", Map.of());

        var history = instance.ended();
        assertThat(history.completedElements()).endsWith("result-list-reviewed");
        assertThat(results(history))
                .extracting(result -> result.get("error"))
                .containsExactly(null, "FEISHU_JOB_CLOSED", null, "FEISHU_ADVERTISEMENT_NOT_COMPLIANT");
        assertThat(results(history).get(1)).containsKeys("message", "logId");
    }

    @Test
    void withNothingPublishedTheListHoldsEveryAdvertisement(ExampleFixture example) {
        example.sandbox().apiSync(false);
        var instance = example.start(Map.of("advertisementIds", List.of("61", "62"), "jobChannelId", "3"));

        instance.complete("review-result-list", Map.of());

        assertThat(results(instance.ended()))
                .extracting(result -> result.get("outcome"))
                .containsExactly("failed", "failed");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> results(ProcessHistory history) {
        return (List<Map<String, Object>>) history.variables().get("results");
    }
}
