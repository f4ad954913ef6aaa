package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@code publish-with-approval} opens a closed job again, and what it makes of Feishu's refusals to do so. */
@ExampleTest(Example.PUBLISH_WITH_APPROVAL)
class ClosedJobTest {

    private static final String ADVERTISEMENT_ID = "7004000000000000001";
    private static final String JOB_ID = "7003000000000000001";
    private static final String OTHER_JOB_ID = "7003000000000000002";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Object> REOPEN = Map.of("resolution", "reopen");
    private static final Map<String, Object> BY_HAND = Map.of("resolution", "publish-again");
    private static final Reply INVALID_TOKEN = Reply.error(400, 99_991_663, "Invalid access token for authorization");
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void itIsOpenedUntilTheLastDayThatAPersonSaysAndTheAdvertisementIsPublished(ExampleFixture example) {
        var lastDay = LocalDate.now(SHANGHAI).plusDays(30);
        var instance = closed(example, JOB_ID);

        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen", "expiresAt", lastDay.toString()));

        var history = published(example, instance);
        assertThat(history.completedElements())
                .containsSubsequence("decide-on-closed-job", "reopen-job", "publish-advertisement");
        var end = lastDay.plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusMillis(1);
        assertThat(history.variables())
                .extractingByKey("jobStatus", MAP)
                .containsEntry("changed", true)
                .containsEntry("expiresAt", end.toString());
    }

    @Test
    void withoutALastDayItNeverExpires(ExampleFixture example) {
        var instance = closed(example, JOB_ID);

        instance.complete("decide-on-closed-job", REOPEN);

        assertThat(published(example, instance).variables())
                .extractingByKey("jobStatus", MAP)
                .containsEntry("changed", true)
                .doesNotContainKey("expiresAt");
        assertThat(openings(example))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"is_never_expired\":true"));
    }

    @Test
    void thePersonMayStillOpenItInFeishuHireOrGiveUp(ExampleFixture example) {
        var instance = closed(example, JOB_ID);
        instance.complete("decide-on-closed-job", BY_HAND);
        instance.awaitUserTask("decide-on-closed-job");
        example.sandbox().reopenJob(ADVERTISEMENT_ID);
        instance.complete("decide-on-closed-job", BY_HAND);

        published(example, instance);
        assertThat(openings(example)).isEmpty();

        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var givenUp = closed(example, JOB_ID);
        givenUp.complete("decide-on-closed-job", Map.of("resolution", "give-up"));
        assertThat(givenUp.ended().completedElements()).endsWith("publication-given-up");
    }

    @Test
    void whereAPersonHasOpenedItMeanwhileThatIsASuccess(ExampleFixture example) {
        var instance = closed(example, JOB_ID);
        example.sandbox().reopenJob(ADVERTISEMENT_ID);

        instance.complete("decide-on-closed-job", REOPEN);

        assertThat(published(example, instance).variables())
                .extractingByKey("jobStatus", MAP)
                .containsEntry("changed", false);
    }

    @Test
    void whereNoJobIsKnownOpeningItIsNotTriedAndThePersonIsAskedAgain(ExampleFixture example) {
        var instance = closed(example, null);

        instance.complete("decide-on-closed-job", REOPEN);
        instance.complete("decide-on-closed-job", Map.of("resolution", List.of("reopen")));

        assertThat(instance.ended().completedElements()).endsWith("publication-given-up");
        assertThat(openings(example)).isEmpty();
    }

    @Test
    void completingTheTaskThroughTheApiCannotNameAnotherJob(ExampleFixture example) {
        var other = Map.of("jobId", OTHER_JOB_ID, "advertisementId", ADVERTISEMENT_ID, "jobChannelId", "3");
        var instance = closed(example, JOB_ID);

        instance.complete(
                "decide-on-closed-job",
                Map.of(
                        "resolution",
                        "reopen",
                        "jobId",
                        OTHER_JOB_ID,
                        "advertisementStatus",
                        other,
                        "approvedRequest",
                        other,
                        "publicationRequest",
                        other,
                        "jobToOpen",
                        other));

        published(example, instance);
        assertThat(openings(example)).extracting(RecordedRequest::path).allMatch(path -> path.contains(JOB_ID));
    }

    @Test
    void aJobThatFeishuDoesNotHaveIsNotOfferedAgain(ExampleFixture example) {
        var instance = closed(example, "999");
        instance.complete("decide-on-closed-job", REOPEN);
        instance.await("the refusal", history -> history.sequenceFlowsTaken().contains("job-not-opened"));

        instance.awaitUserTask("decide-on-closed-job");
        assertThat(shown(instance)).containsEntry("jobId", null).containsEntry("openedBefore", false);
        assertThat(problem(instance)).containsEntry("name", "FEISHU_JOB_NOT_FOUND");
        example.sandbox().reopenJob(ADVERTISEMENT_ID);
        instance.complete("decide-on-closed-job", BY_HAND);

        assertThat(published(example, instance).sequenceFlowsTaken()).contains("not-found");
    }

    static Stream<Object> datesThatCannotBe() {
        return Stream.of("2020-01-31", "soon", 17, true, List.of("2027-03-31"), Map.of("date", "2027-03-31"));
    }

    @ParameterizedTest
    @MethodSource("datesThatCannotBe")
    void aDateThatCannotBeIsAskedForAgainAndDoesNotMeanNever(Object date, ExampleFixture example) {
        var instance = closed(example, JOB_ID);
        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen", "expiresAt", date));
        instance.await("the refusal", history -> history.sequenceFlowsTaken().contains("date-refused"));

        instance.awaitUserTask("decide-on-closed-job");
        assertThat(shown(instance)).containsEntry("jobId", JOB_ID).containsEntry("expiresAt", null);
        assertThat(problem(instance)).containsEntry("name", "FEISHU_INVALID_PARAMETER");
        assertThat(example.sandbox().published()).isEmpty();
        instance.complete("decide-on-closed-job", REOPEN);

        published(example, instance);
    }

    @Test
    void aMissingPermissionIsGrantedAndAPersonDecidesAgain(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job");
        var instance = closed(example, JOB_ID);
        instance.complete("decide-on-closed-job", REOPEN);

        assertThat(instance.awaitUserTask("grant-permission").candidateGroups()).containsExactly("feishu-app-admins");
        assertThat(problem(instance))
                .containsEntry("name", "FEISHU_PERMISSION_DENIED")
                .containsEntry("scopes", List.of("hire:job"));
        example.sandbox().grantScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job");
        instance.complete("grant-permission", Map.of("permissionGranted", true));
        instance.complete("decide-on-closed-job", REOPEN);

        published(example, instance);
    }

    @Test
    void whereThePermissionIsNotGrantedTheJobIsOpenedByHand(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job");
        var instance = closed(example, JOB_ID);
        instance.complete("decide-on-closed-job", REOPEN);
        instance.complete("grant-permission", Map.of("permissionGranted", true));
        instance.awaitUserTask("decide-on-closed-job");
        example.sandbox().reopenJob(ADVERTISEMENT_ID);
        instance.complete("decide-on-closed-job", BY_HAND);

        published(example, instance);
    }

    @Test
    void withApiSyncOffItIsOpenedOnceTheSwitchIsOn(ExampleFixture example) {
        var instance = closed(example, JOB_ID);
        example.sandbox().apiSync(false);
        instance.complete("decide-on-closed-job", REOPEN);
        instance.awaitUserTask("turn-on-api-sync");
        example.sandbox().apiSync(true);
        instance.complete("turn-on-api-sync", Map.of("apiSyncTurnedOn", true));

        assertThat(published(example, instance).completedElements())
                .as("a person is asked once")
                .containsOnlyOnce("decide-on-closed-job");
    }

    @Test
    void refusedCredentialsAreRestoredAndItIsOpenedThen(ExampleFixture example) {
        example.sandbox().next(Endpoint.OPEN_JOB, INVALID_TOKEN, INVALID_TOKEN);
        var instance = closed(example, JOB_ID);
        instance.complete("decide-on-closed-job", REOPEN);
        instance.complete("restore-credentials", Map.of("credentialsRestored", true));

        assertThat(published(example, instance).completedElements()).containsOnlyOnce("decide-on-closed-job");
    }

    @Test
    void throttlingIsWaitedForWithoutATask(ExampleFixture example) {
        example.sandbox().next(Endpoint.OPEN_JOB, Reply.rateLimited("0.2"));
        var instance = closed(example, JOB_ID);
        instance.complete("decide-on-closed-job", REOPEN);

        assertThat(published(example, instance).errorsThrown()).hasSize(1);
    }

    @Test
    void anyOtherRefusalIsResolvedByAPersonAndTheJobDecidedOnAgain(ExampleFixture example) {
        example.sandbox().next(Endpoint.OPEN_JOB, QUOTA_EXHAUSTED);
        var instance = closed(example, JOB_ID);
        instance.complete("decide-on-closed-job", REOPEN);
        instance.awaitUserTask("resolve-publishing-problem");
        assertThat(problem(instance)).containsEntry("name", "FEISHU_QUOTA_EXHAUSTED");
        instance.complete("resolve-publishing-problem", BY_HAND);
        instance.complete("decide-on-closed-job", REOPEN);

        published(example, instance);
    }

    @Test
    void onceOpenedItIsNotOpenedAgainUnlessAPersonSaysSo(ExampleFixture example) {
        var instance = closed(example, JOB_ID);
        example.sandbox().next(Endpoint.PUBLISH, Reply.error(400, 1_002_613, "sync job by api is not enabled"));
        instance.complete("decide-on-closed-job", REOPEN);
        instance.awaitUserTask("turn-on-api-sync");
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        instance.complete("turn-on-api-sync", Map.of("apiSyncTurnedOn", true));

        instance.awaitUserTask("decide-on-closed-job");
        assertThat(openings(example)).hasSize(1);
        instance.complete("decide-on-closed-job", Map.of("resolution", "give-up"));
        assertThat(instance.ended().completedElements()).endsWith("publication-given-up");
    }

    @Test
    void aWrongJobIsSeenToBeWrong(ExampleFixture example) {
        var instance = closed(example, OTHER_JOB_ID);
        assertThat(shown(instance)).containsEntry("openedBefore", false);
        instance.complete("decide-on-closed-job", REOPEN);
        instance.await(
                "the second refusal",
                history -> history.sequenceFlowsTaken().stream()
                                .filter("job-closed"::equals)
                                .count()
                        == 2);

        instance.awaitUserTask("decide-on-closed-job");
        assertThat(shown(instance)).containsEntry("jobId", OTHER_JOB_ID).containsEntry("openedBefore", true);
        example.sandbox().reopenJob(ADVERTISEMENT_ID);
        instance.complete("decide-on-closed-job", BY_HAND);

        published(example, instance);
    }

    /** A publication at the task where a person decides, the job being known or not. */
    private static ExampleInstance closed(ExampleFixture example, String jobId) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var request = Map.<String, Object>of("advertisementId", ADVERTISEMENT_ID, "jobChannelId", "3");
        var withJob = new HashMap<>(request);
        withJob.put("jobId", jobId);
        var instance = example.start(withJob);
        instance.complete("approve-publication", Map.of("approved", true));
        instance.awaitUserTask("decide-on-closed-job");
        return instance;
    }

    private static ProcessHistory published(ExampleFixture example, ExampleInstance instance) {
        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published()).hasSize(1);
        return history;
    }

    private static List<RecordedRequest> openings(ExampleFixture example) {
        return example.sandbox().requests().stream()
                .filter(request -> request.endpoint() == Endpoint.OPEN_JOB)
                .toList();
    }

    private static Map<String, Object> shown(ExampleInstance instance) {
        return instance.history().localVariables().get("decide-on-closed-job");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> problem(ExampleInstance instance) {
        return (Map<String, Object>) instance.history().variables().get("feishuError");
    }
}
