package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decides in {@code publish-with-approval} what goes online. */
@ExampleTest(Example.PUBLISH_WITH_APPROVAL)
class ApprovalTest {

    private static final Map<String, Object> REQUEST =
            Map.of("advertisementId", "6960663240925956660", "jobChannelId", "3", "reason", "A position is free");

    private static final String CAREERS = "7002000000000000001";
    private static final Reply NOT_COMPLIANT = Reply.error(400, 1_002_624, "job advertisement is not compliant");
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void anApprovedAdvertisementIsPublishedAtOnce(ExampleFixture example) {
        var instance = example.start(REQUEST);
        assertThat(instance.awaitUserTask("approve-publication").candidateGroups())
                .containsExactly("hr-managers");

        instance.complete("approve-publication", Map.of("approved", true));

        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements())
                .containsExactly(
                        "publication-requested",
                        "ready-for-request",
                        "request-needed",
                        "list-channels",
                        "ready-to-ask",
                        "ask-requester",
                        "request-prepared",
                        "prepare-request",
                        "is-request-submitted",
                        "approval-needed",
                        "approve-publication",
                        "decision-made",
                        "get-approval",
                        "is-publication-approved",
                        "ready-for-publishing",
                        "publishing-started",
                        "ready-to-publish",
                        "ids-as-approved",
                        "attempt-started",
                        "open-job-first",
                        "ready-for-publish-task",
                        "publish-advertisement",
                        "attempt-ended",
                        "publish",
                        "advertisement-online",
                        "publish-until-online",
                        "look-needed",
                        "ready-to-look",
                        "check-advertisement",
                        "look-again",
                        "ready-to-tell",
                        "see-result",
                        "requester-knows",
                        "tell-requester",
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
    void aRejectionComesBackWithItsCommentAndTheRevisedRequestIsDecidedAnew(ExampleFixture example) {
        var instance = example.start(REQUEST);
        instance.complete(
                "approve-publication", Map.of("approved", false, "approvalComment", "Another channel, please"));

        assertThat(instance.awaitUserTask("request-publication").candidateGroups())
                .containsExactly("hr-recruiters");
        assertThat(instance.history().variables()).containsEntry("approvalComment", "Another channel, please");
        instance.complete(
                "request-publication",
                Map.of(
                        "requestDecision", "submit",
                        "advertisementId", "4711",
                        "jobChannelId", "7301",
                        "reason", "On our careers page"));

        instance.awaitUserTask("approve-publication");
        assertThat(instance.history().localVariables().get("get-approval"))
                .as("the next round starts without the last decision")
                .containsEntry("approved", null)
                .containsEntry("approvalComment", null);
        instance.complete("approve-publication", Map.of("approved", true));

        assertThat(instance.endedOnceTheResultIsSeen().completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple("4711", "7301"));
    }

    @Test
    void aWithdrawnRequestIsNotPublished(ExampleFixture example) {
        var instance = example.start(REQUEST);
        instance.complete("approve-publication", Map.of("approved", false, "approvalComment", "No budget"));
        instance.complete("request-publication", Map.of("requestDecision", "withdraw"));

        var history = instance.ended();

        assertThat(history.completedElements()).endsWith("is-request-submitted", "request-withdrawn");
        assertThat(history.variables())
                .containsEntry("approved", false)
                .containsEntry("approvalComment", "No budget")
                .containsEntry("publicationRequest", withName(REQUEST));
        assertThat(example.publishCodes()).isEmpty();
    }

    @Test
    void withoutAClearYesNothingIsPublished(ExampleFixture example) {
        var instance = example.start(REQUEST);

        for (var answer : List.of("true", "yes", 1, List.of(true), Map.of("approved", true))) {
            instance.complete("approve-publication", Map.of("approved", answer));
            instance.complete("request-publication", Map.of("requestDecision", "submit"));
        }
        instance.complete("approve-publication", Map.of());
        instance.complete("request-publication", Map.of("requestDecision", List.of("submit")));

        assertThat(instance.ended().completedElements()).endsWith("request-withdrawn");
        assertThat(example.publishCodes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct-ids", "resolve-publishing-problem"})
    void idsThatAreChangedAfterTheApprovalGoOnlineOnlyOnceTheyAreApproved(String task, ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, task.equals("correct-ids") ? NOT_COMPLIANT : QUOTA_EXHAUSTED);
        var instance = example.start(REQUEST);
        instance.complete("approve-publication", Map.of("approved", true));
        if (!task.equals("correct-ids")) {
            instance.complete(task, Map.of("resolution", "correct-ids"));
        }
        instance.complete(
                "correct-ids",
                Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", CAREERS));

        instance.awaitUserTask("approve-publication");
        assertThat(example.sandbox().published()).isEmpty();
        assertThat(instance.history().localVariables().get("get-approval"))
                .as("what the approver sees")
                .containsEntry("advertisementId", "4711")
                .containsEntry("jobChannelId", CAREERS)
                .containsEntry("channelName", "社招官网 (Careers)")
                .containsEntry("approvedBefore", withName(REQUEST))
                .containsEntry("approved", null);
        instance.complete("approve-publication", Map.of("approved", true));

        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements())
                .contains("approval-is-needed-again")
                .endsWith("advertisement-published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple("4711", CAREERS));
        assertThat(history.variables()).as("the caller's own").containsAllEntriesOf(REQUEST);
    }

    @Test
    void changedIdsThatAreNotApprovedAreNotPublished(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, NOT_COMPLIANT);
        var instance = example.start(REQUEST);
        instance.complete("approve-publication", Map.of("approved", true));
        instance.complete(
                "correct-ids", Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "3"));
        instance.complete("approve-publication", Map.of("approved", false, "approvalComment", "Not that one"));
        // What was approved once is approved, but it is not what is asked for.
        instance.complete("request-publication", Map.of("requestDecision", "submit"));
        instance.complete("approve-publication", Map.of("approved", false));
        instance.complete("request-publication", Map.of("requestDecision", "withdraw"));

        assertThat(instance.ended().completedElements()).endsWith("request-withdrawn");
        assertThat(example.sandbox().published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct-ids", "resolve-publishing-problem"})
    void idsThatStayAsTheyWereNeedNoOtherApproval(String task, ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, task.equals("correct-ids") ? NOT_COMPLIANT : QUOTA_EXHAUSTED);
        var instance = example.start(REQUEST);
        instance.complete("approve-publication", Map.of("approved", true));
        instance.complete(
                task,
                Map.of(
                        "resolution", "publish-again",
                        "advertisementId", REQUEST.get("advertisementId"),
                        "jobChannelId", REQUEST.get("jobChannelId")));

        assertThat(instance.endedOnceTheResultIsSeen().completedElements())
                .doesNotContain("approval-is-needed-again")
                .endsWith("advertisement-published");
    }

    @Test
    void completingATaskThroughTheApiCannotChangeWhatWasApproved(ExampleFixture example) {
        var another = Map.of("advertisementId", "4711", "jobChannelId", "7301", "reason", "Mine");
        example.sandbox().apiSync(false);
        var instance = example.start(REQUEST);
        instance.complete(
                "approve-publication",
                Map.of(
                        "approved",
                        true,
                        "advertisementId",
                        "4711",
                        "publicationRequest",
                        another,
                        "approvedRequest",
                        another));
        instance.awaitUserTask("turn-on-api-sync");
        example.sandbox().apiSync(true);
        instance.complete(
                "turn-on-api-sync",
                Map.of(
                        "apiSyncTurnedOn",
                        true,
                        "advertisementId",
                        "4711",
                        "jobChannelId",
                        "7301",
                        "publicationRequest",
                        another,
                        "approvedRequest",
                        another));

        instance.endedOnceTheResultIsSeen();
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple("6960663240925956660", "3"));
    }

    static Stream<Object> whatIsNoId() {
        return Stream.of(
                6_960_663_240_925_956_660L,
                61.5,
                "",
                "61 62",
                "6960\u200b1",
                List.of("4711"),
                true,
                Map.of("id", "61"));
    }

    /** A form shows 6960663240925957000 for the first of them. */
    @ParameterizedTest
    @MethodSource("whatIsNoId")
    void whatIsNoIdAsTextGoesBackBeforeAnApproverSeesIt(Object id, ExampleFixture example) {
        var run = example.start(Map.of("advertisementId", id, "jobChannelId", "3"));

        run.awaitUserTask("request-publication");
        assertThat(run.history().localVariables().get("request-publication"))
                .extractingByKey("approvalComment")
                .asString()
                .contains("must be text of digits", "由数字组成的文本");
        run.complete(
                "request-publication", Map.of("requestDecision", "submit", "advertisementId", 4711, "jobChannelId", 3));

        run.awaitUserTask("approve-publication");
        assertThat(run.history().variables())
                .extractingByKey("publicationRequest", MAP)
                .containsEntry("advertisementId", "4711")
                .containsEntry("jobChannelId", "3");
        assertThat(example.publishCodes()).isEmpty();
        run.complete("approve-publication", Map.of("approved", true));
        assertThat(run.endedOnceTheResultIsSeen().completedElements()).endsWith("advertisement-published");
    }

    /** A request on the referral platform, as the process has it once it knows what that is called. */
    private static Map<String, Object> withName(Map<String, Object> request) {
        var named = new HashMap<>(request);
        named.put("channelName", "内推平台 (Referral platform)");
        named.put("jobId", null);
        named.put("jobName", null);
        return named;
    }
}
