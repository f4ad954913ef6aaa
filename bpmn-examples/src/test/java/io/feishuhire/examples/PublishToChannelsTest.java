package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExampleTest(Example.PUBLISH_TO_CHANNELS)
class PublishToChannelsTest {

    private static final String ADVERTISEMENT_ID = "6960663240925956660";
    private static final Reply NOT_COMPLIANT = Reply.error(400, 1_002_624, "job advertisement is not compliant");

    @Test
    void anAdvertisementIsPublishedOnAllChannels(ExampleFixture example) {
        var history = seen("see-results", example.start(request("3", "7301", "7302")));

        assertThat(history.completedElements())
                .doesNotContain("request-publication")
                .endsWith("published-to-all-channels");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactlyInAnyOrder(
                        tuple(ADVERTISEMENT_ID, "3"), tuple(ADVERTISEMENT_ID, "7301"), tuple(ADVERTISEMENT_ID, "7302"));
        assertThat(results(history))
                .extracting(result -> result.get("jobChannelId"), result -> result.get("outcome"))
                .containsExactly(tuple("3", "published"), tuple("7301", "published"), tuple("7302", "published"));
        assertThat(results(history)).noneSatisfy(result -> assertThat(result).containsKey("feishuError"));
    }

    @Test
    void aChannelThatFailsKeepsTheAdvertisementFromNoOtherAndIsPublishedAgainAlone(ExampleFixture example) {
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

        assertThat(results(seen("see-results", run)))
                .extracting(result -> result.get("outcome"))
                .containsExactly("published", "published", "published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::jobChannelId)
                .containsExactlyInAnyOrder("3", "7301", "7302")
                .last()
                .isEqualTo(failed.getFirst().get("jobChannelId"));
    }

    @Test
    void channelsThatFailAgainAreReviewedAgain(ExampleFixture example) {
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

        assertThat(results(seen("see-results", run)))
                .extracting(result -> result.get("outcome"))
                .containsExactly("published", "published");
        assertThat(example.publishCodes()).hasSize(5);
    }

    @Test
    void failedChannelsAreGivenUpAndKeepTheirReason(ExampleFixture example) {
        var run = example.start(request("3", "the careers page"));

        run.complete("review-failed-channels", Map.of("resolution", "give-up"));

        var history = seen("see-what-was-given-up", run);
        assertThat(history.completedElements()).endsWith("failed-channels-given-up");
        assertThat(results(history))
                .extracting(result -> result.get("jobChannelId"), result -> result.get("outcome"))
                .containsExactly(tuple("3", "published"), tuple("the careers page", "failed"));
        assertThat(results(history).getLast().get("feishuError"))
                .asInstanceOf(MAP)
                .contains(entry("name", "FEISHU_INVALID_PARAMETER"));
    }

    static Stream<Arguments> channelsThatAreClear() {
        return Stream.of(
                Arguments.of("as the form sends them", "3\n7301，3", List.of("3", "7301")),
                Arguments.of("texts", List.of("3", "7301", "3"), List.of("3", "7301")),
                Arguments.of("numbers", List.of(3, 7301), List.of("3", "7301")),
                Arguments.of("one number", 3, List.of("3")),
                Arguments.of("one object", Map.of("jobChannelId", "3"), List.of("3")),
                Arguments.of("objects", List.of(Map.of("jobChannelId", 3), Map.of("jobChannelId", "3")), List.of("3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("channelsThatAreClear")
    void channelsWhoseMeaningIsClearAreTakenAsTheyAreMeant(
            String shape, Object channels, List<String> meant, ExampleFixture example) {
        var history =
                seen("see-results", example.start(Map.of("advertisementId", ADVERTISEMENT_ID, "channels", channels)));

        assertThat(history.completedElements()).endsWith("published-to-all-channels");
        assertThat(results(history))
                .extracting(result -> result.get("jobChannelId"))
                .isEqualTo(meant);
        assertThat(example.sandbox().published()).hasSameSizeAs(meant);
        assertThat(history.variables()).containsEntry("listProblem", null);
    }

    @Test
    void nothingToPublishToIsNoSuccess(ExampleFixture example) {
        endsWithoutPublishing("no-channel-to-publish-to", Map.of("channels", List.of()), example);
        endsWithoutPublishing("no-channel-to-publish-to", Map.of("channels", " \u3000"), example);
    }

    static Stream<Object> whatCanHardlyBeMeantAsChannels() {
        return Stream.of(
                true,
                List.of("3", false),
                Map.of("id", "3"),
                List.of(Map.of()),
                Arrays.asList("3", null),
                List.of("3", 7_301_000_000_000_000_001L));
    }

    @ParameterizedTest
    @MethodSource("whatCanHardlyBeMeantAsChannels")
    void whatCanHardlyBeMeantAsChannelsEndsWithWordsOnWhatIsWanted(Object channels, ExampleFixture example) {
        endsWithoutPublishing("list-of-channels-wanted", Map.of("channels", channels), example);
    }

    static Stream<Object> whatIsNoId() {
        return Stream.of("", "3,7301", "x", List.of("3"), true, 1.5, 7_301_000_000_000_000_001L);
    }

    /** Every single publication would fail for the same reason. */
    @ParameterizedTest
    @MethodSource("whatIsNoId")
    void withoutAnUsableAdvertisementIdNothingIsPublished(Object id, ExampleFixture example) {
        var history =
                example.start(Map.of("channels", "3", "advertisementId", id)).ended();

        assertThat(history.completedElements()).endsWith("list-of-channels-wanted");
        assertThat(history.variables())
                .extractingByKey("listProblem", MAP)
                .extracting("en", "zh")
                .allSatisfy(words -> assertThat(words.toString()).contains("advertisementId"));
        assertThat(example.publishCodes()).isEmpty();
    }

    private static void endsWithoutPublishing(String end, Map<String, Object> channels, ExampleFixture example) {
        var request = new HashMap<>(channels);
        request.put("advertisementId", ADVERTISEMENT_ID);
        var history = example.start(request).ended();

        assertThat(history.completedElements()).endsWith(end);
        assertThat(results(history)).isEmpty();
        assertThat(history.variables())
                .extractingByKey("listProblem", MAP)
                .extracting("en", "zh")
                .allSatisfy(words -> assertThat(words.toString()).contains("channels"));
        assertThat(example.publishCodes()).isEmpty();
    }

    static Stream<Object> noAnswer() {
        return Stream.of(1, List.of("publish-again"), Map.of("a", "b"), true);
    }

    @ParameterizedTest
    @MethodSource("noAnswer")
    void withoutAClearAnswerNothingIsPublishedAgain(Object answer, ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, NOT_COMPLIANT);
        var run = example.start(request("3"));

        run.complete("review-failed-channels", Map.of("resolution", answer));

        assertThat(seen("see-what-was-given-up", run).completedElements()).endsWith("failed-channels-given-up");
    }

    /** Has the requester read the last form, and waits for the end. */
    private static ProcessHistory seen(String userTask, ExampleInstance instance) {
        assertThat(instance.awaitUserTask(userTask).candidateGroups()).containsExactly("hr-recruiters");
        instance.complete(userTask, Map.of());
        return instance.ended();
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
