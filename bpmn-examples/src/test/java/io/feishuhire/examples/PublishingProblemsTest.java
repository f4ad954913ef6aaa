package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code publish-with-approval} makes of each refusal of Feishu. */
@ExampleTest(Example.PUBLISH_WITH_APPROVAL)
class PublishingProblemsTest {

    private static final String ADVERTISEMENT_ID = "6960663240925956660";
    private static final Reply INVALID_TOKEN = Reply.error(400, 99_991_663, "Invalid access token for authorization");
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void withApiSyncOffAnAdministratorTurnsItOnAndTheAdvertisementIsPublished(ExampleFixture example) {
        example.sandbox().apiSync(false);
        var run = approved(example);

        assertThat(problemAt("turn-on-api-sync", "feishu-hire-admins", run))
                .containsEntry("code", 1002613)
                .containsEntry("name", "FEISHU_API_SYNC_DISABLED")
                .containsEntry("kind", "permanent");
        example.sandbox().apiSync(true);
        run.complete("turn-on-api-sync", Map.of("apiSyncTurnedOn", true));

        published(example, run, "api-sync-is-off");
        assertThat(example.publishCodes()).containsExactly(1002613, 0);
    }

    @Test
    void aMissingPermissionIsGrantedByWayOfTheHelpPage(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID);
        var run = approved(example);

        assertThat(problemAt("grant-permission", "feishu-app-admins", run))
                .containsEntry("name", "FEISHU_PERMISSION_DENIED")
                .hasEntrySatisfying("helpUrl", url -> assertThat(url.toString()).startsWith("https://"));
        example.sandbox().grantScope(FeishuSandbox.DEFAULT_APP_ID);
        run.complete("grant-permission", Map.of("permissionGranted", true));

        published(example, run, "permission-is-missing");
    }

    @Test
    void refusedCredentialsAreRestoredByAnOperator(ExampleFixture example) {
        // A wrong secret would do, too, but the connector remembers for a while that it was refused.
        example.sandbox().next(Endpoint.PUBLISH, INVALID_TOKEN, INVALID_TOKEN);
        var run = approved(example);

        assertThat(problemAt("restore-credentials", "camunda-operators", run))
                .containsEntry("name", "FEISHU_AUTHENTICATION_FAILED");
        run.complete("restore-credentials", Map.of("credentialsRestored", true));

        published(example, run, "credentials-are-refused");
    }

    @Test
    void anAdvertisementThatIsNotCompliantIsPublishedWithOtherIds(ExampleFixture example) {
        example.sandbox().rejectAsNotCompliant(ADVERTISEMENT_ID);
        var run = approved(example);

        assertThat(problemAt("correct-ids", "hr-recruiters", run))
                .containsEntry("name", "FEISHU_ADVERTISEMENT_NOT_COMPLIANT");
        run.complete(
                "correct-ids",
                Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "7301"));
        run.complete("approve-publication", Map.of("approved", true));

        published(example, run, "advertisement-is-not-compliant");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple("4711", "7301"));
        assertThat(run.history().variables())
                .extractingByKey("publicationRequest", MAP)
                .containsEntry("advertisementId", "4711");
    }

    @Test
    void wrongIdsThatCannotBeCorrectedAreGivenUp(ExampleFixture example) {
        example.sandbox().rejectAsNotCompliant(ADVERTISEMENT_ID);
        var run = approved(example);

        run.complete("correct-ids", Map.of("resolution", "give-up"));

        givenUp(example, run, "ids-given-up");
    }

    @Test
    void anIdThatFeishuDoesNotAcceptIsCorrected(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, Reply.error(400, 1_002_002, "invalid parameter"));
        var run = approved(example);

        assertThat(problemAt("correct-ids", "hr-recruiters", run)).containsEntry("name", "FEISHU_INVALID_PARAMETER");
        run.complete(
                "correct-ids", Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "3"));
        run.complete("approve-publication", Map.of("approved", true));

        published(example, run, "parameter-is-invalid");
    }

    @Test
    void aClosedJobIsPublishedOnceItIsOpenAgain(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var run = approved(example);

        assertThat(problemAt("decide-on-closed-job", "hr-recruiters", run)).containsEntry("name", "FEISHU_JOB_CLOSED");
        example.sandbox().reopenJob(ADVERTISEMENT_ID);
        run.complete("decide-on-closed-job", Map.of("resolution", "publish-again"));

        published(example, run, "job-is-closed");
    }

    @Test
    void aClosedJobThatStaysClosedIsGivenUp(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var run = approved(example);

        run.complete("decide-on-closed-job", Map.of("resolution", "give-up"));

        givenUp(example, run, "job-stays-closed");
    }

    @Test
    void anyOtherProblemIsSolvedByAPerson(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var run = approved(example);

        assertThat(problemAt("resolve-publishing-problem", "hr-operations", run))
                .containsEntry("name", "FEISHU_QUOTA_EXHAUSTED");
        run.complete("resolve-publishing-problem", Map.of("resolution", "publish-again"));

        published(example, run, "any-other-problem");
    }

    @Test
    void aProblemThatCannotBeSolvedIsGivenUp(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var run = approved(example);

        run.complete("resolve-publishing-problem", Map.of("resolution", "give-up"));

        givenUp(example, run, "give-up");
    }

    private static ExampleInstance approved(ExampleFixture example) {
        return approved(example, ADVERTISEMENT_ID);
    }

    private static ExampleInstance approved(ExampleFixture example, String advertisementId) {
        var run = example.start(Map.of("advertisementId", advertisementId, "jobChannelId", "3"));
        run.complete("approve-publication", Map.of("approved", true));
        return run;
    }

    /** What the people at the task read of the problem. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> problemAt(String userTask, String group, ExampleInstance run) {
        assertThat(run.awaitUserTask(userTask).candidateGroups()).containsExactly(group);
        var feishuError = (Map<String, Object>) run.history().variables().get("feishuError");
        assertThat(feishuError).extractingByKey("advice", MAP).containsOnlyKeys("en", "zh");
        return feishuError;
    }

    private static void published(ExampleFixture example, ExampleInstance run, String boundaryEvent) {
        assertThat(run.endedOnceTheResultIsSeen().completedElements())
                .contains(boundaryEvent)
                .containsSubsequence("advertisement-online", "publish-until-online", "tell-requester")
                .endsWith("advertisement-published");
        assertThat(example.sandbox().published()).hasSize(1);
    }

    private static void givenUp(ExampleFixture example, ExampleInstance run, String sequenceFlow) {
        ProcessHistory history = run.ended();
        assertThat(history.completedElements()).endsWith("publication-is-given-up", "publication-given-up");
        assertThat(history.variables()).containsKey("feishuError").containsEntry("publication", null);
        assertThat(history.sequenceFlowsTaken()).contains(sequenceFlow);
        assertThat(example.sandbox().published()).isEmpty();
    }
}
