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
                true,
                List.of("61", true),
                Map.of("id", "61"),
                List.of(Map.of("id", "61")),
                Arrays.asList("61", null),
                List.of("61", 61.5),
                // Forms show another number than the engine keeps, and as text it would be another id than as a number.
                List.of("61", 6_960_663_240_925_956_660L),
                6_960_663_240_925_957_000L);
    }

    @ParameterizedTest
    @MethodSource("whatCanHardlyBeMeantAsIds")
    void whatCanHardlyBeMeantAsIdsEndsWithWordsOnWhatIsWanted(Object list, ExampleFixture example) {
        endsWithoutPublishing("list-of-ids-wanted", Map.of("advertisementIds", list), example);
    }

    static Stream<Object> whatIsNoId() {
        return Stream.of("", "3,7301", "x", List.of("3"), true, 1.5, 7_301_000_000_000_000_001L);
    }

    /** Every single publication would fail for the same reason. */
    @ParameterizedTest
    @MethodSource("whatIsNoId")
    void withoutAnUsableJobChannelIdNothingIsPublished(Object id, ExampleFixture example) {
        var history = example.start(Map.of("advertisementIds", "61", "jobChannelId", id))
                .ended();

        assertThat(history.completedElements()).endsWith("list-of-ids-wanted");
        assertThat(history.variables())
                .extractingByKey("listProblem", MAP)
                .extracting("en", "zh")
                .allSatisfy(words -> assertThat(words.toString()).contains("jobChannelId"));
        assertThat(example.sandbox().requests()).isEmpty();
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
        var run = example.start(
                Map.of("advertisementIds", "position 7\n62\n1 of 2\n" + "1".repeat(33), "jobChannelId", "3"));

        run.awaitUserTask("review-result-list");

        assertThat(run.history().localVariables().get("review-result-list")).containsEntry("failedIds", "62");
        assertThat(results(run.history())).hasSize(4);
        assertThat(example.sandbox().published()).isEmpty();
        run.complete("review-result-list", Map.of());
        run.ended();
    }

    @Test
    void whatFailsStopsNothingElseAndIsListedWithTheReason(ExampleFixture example) {
        example.sandbox().closeJob("62");
        example.sandbox().rejectAsNotCompliant("64");
        var run = example.start(Map.of("advertisementIds", "61 62 63 64", "jobChannelId", "3"));

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
    void oneLineThatIsNoIdCostsNoOther(ExampleFixture example) {
        var run = example.start(Map.of("advertisementIds", "advertisementId\n61\n62, abc; 63 64", "jobChannelId", "3"));

        run.awaitUserTask("review-result-list");

        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactlyInAnyOrder("61", "62", "63", "64");
        assertThat(results(run.history()))
                .filteredOn(result -> result.containsKey("error"))
                .extracting(result -> result.get("advertisementId"))
                .containsExactly("advertisementId", " abc");
        run.complete("review-result-list", Map.of());
        run.ended();
    }

    @Test
    void withNothingPublishedTheListHoldsEveryAdvertisement(ExampleFixture example) {
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
