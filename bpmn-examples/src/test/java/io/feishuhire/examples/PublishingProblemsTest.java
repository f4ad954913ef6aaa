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
        var instance = approved(example);

        assertThat(problemAt("turn-on-api-sync", "feishu-hire-admins", instance))
                .containsEntry("code", 1002613)
                .containsEntry("name", "FEISHU_API_SYNC_DISABLED")
                .containsEntry("kind", "permanent");
        example.sandbox().apiSync(true);
        instance.complete("turn-on-api-sync", Map.of("apiSyncTurnedOn", true));

        published(example, instance, "api-sync-is-off");
        assertThat(example.publishCodes()).containsExactly(1002613, 0);
    }

    @Test
    void aMissingPermissionIsGrantedByWayOfTheHelpPage(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID);
        var instance = approved(example);

        assertThat(problemAt("grant-permission", "feishu-app-admins", instance))
                .containsEntry("name", "FEISHU_PERMISSION_DENIED")
                .hasEntrySatisfying("helpUrl", url -> assertThat(url.toString()).startsWith("https://"));
        example.sandbox().grantScope(FeishuSandbox.DEFAULT_APP_ID);
        instance.complete("grant-permission", Map.of("permissionGranted", true));

        published(example, instance, "permission-is-missing");
    }

    @Test
    void refusedCredentialsAreRestoredByAnOperator(ExampleFixture example) {
        // A wrong secret would do, too, but the connector remembers for a while that it was refused.
        example.sandbox().next(Endpoint.PUBLISH, INVALID_TOKEN, INVALID_TOKEN);
        var instance = approved(example);

        assertThat(problemAt("restore-credentials", "camunda-operators", instance))
                .containsEntry("name", "FEISHU_AUTHENTICATION_FAILED");
        instance.complete("restore-credentials", Map.of("credentialsRestored", true));

        published(example, instance, "credentials-are-refused");
    }

    @Test
    void anAdvertisementThatIsNotCompliantIsPublishedWithOtherIds(ExampleFixture example) {
        example.sandbox().rejectAsNotCompliant(ADVERTISEMENT_ID);
        var instance = approved(example);

        assertThat(problemAt("correct-ids", "hr-recruiters", instance))
                .containsEntry("name", "FEISHU_ADVERTISEMENT_NOT_COMPLIANT");
        instance.complete(
                "correct-ids",
                Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "7301"));
        instance.complete("approve-publication", Map.of("approved", true));

        published(example, instance, "advertisement-is-not-compliant");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple("4711", "7301"));
        assertThat(instance.history().variables())
                .extractingByKey("publicationRequest", MAP)
                .containsEntry("advertisementId", "4711");
    }

    @Test
    void wrongIdsThatCannotBeCorrectedAreGivenUp(ExampleFixture example) {
        example.sandbox().rejectAsNotCompliant(ADVERTISEMENT_ID);
        var instance = approved(example);

        instance.complete("correct-ids", Map.of("resolution", "give-up"));

        givenUp(example, instance, "ids-given-up");
    }

    @Test
    void anIdThatIsNoneIsCorrectedBeforeAnythingIsSent(ExampleFixture example) {
        var instance = approved(example, "the new position");

        assertThat(problemAt("correct-ids", "hr-recruiters", instance))
                .containsEntry("name", "FEISHU_INVALID_PARAMETER");
        assertThat(example.sandbox().requests()).isEmpty();
        instance.complete(
                "correct-ids", Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "3"));
        instance.complete("approve-publication", Map.of("approved", true));

        published(example, instance, "parameter-is-invalid");
    }

    @Test
    void aClosedJobIsPublishedOnceItIsOpenAgain(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var instance = approved(example);

        assertThat(problemAt("decide-on-closed-job", "hr-recruiters", instance))
                .containsEntry("name", "FEISHU_JOB_CLOSED");
        example.sandbox().reopenJob(ADVERTISEMENT_ID);
        instance.complete("decide-on-closed-job", Map.of("resolution", "publish-again"));

        published(example, instance, "job-is-closed");
    }

    @Test
    void aClosedJobThatStaysClosedIsGivenUp(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var instance = approved(example);

        instance.complete("decide-on-closed-job", Map.of("resolution", "give-up"));

        givenUp(example, instance, "job-stays-closed");
    }

    @Test
    void anyOtherProblemIsSolvedByAPerson(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var instance = approved(example);

        assertThat(problemAt("resolve-publishing-problem", "hr-operations", instance))
                .containsEntry("name", "FEISHU_QUOTA_EXHAUSTED");
        instance.complete("resolve-publishing-problem", Map.of("resolution", "publish-again"));

        published(example, instance, "any-other-problem");
    }

    @Test
    void aProblemWithoutSolutionIsGivenUp(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var instance = approved(example);

        instance.complete("resolve-publishing-problem", Map.of("resolution", "give-up"));

        givenUp(example, instance, "give-up");
    }

    private static ExampleInstance approved(ExampleFixture example) {
        return approved(example, ADVERTISEMENT_ID);
    }

    private static ExampleInstance approved(ExampleFixture example, String advertisementId) {
        var instance = example.start(Map.of("advertisementId", advertisementId, "jobChannelId", "3"));
        instance.complete("approve-publication", Map.of("approved", true));
        return instance;
    }

    /** What the people at the task read of the problem. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> problemAt(String userTask, String group, ExampleInstance instance) {
        assertThat(instance.awaitUserTask(userTask).candidateGroups()).containsExactly(group);
        var feishuError = (Map<String, Object>) instance.history().variables().get("feishuError");
        assertThat(feishuError).extractingByKey("advice", MAP).containsOnlyKeys("en", "zh");
        return feishuError;
    }

    private static void published(ExampleFixture example, ExampleInstance instance, String boundaryEvent) {
        assertThat(instance.ended().completedElements())
                .contains(boundaryEvent)
                .endsWith("advertisement-online", "publish-until-online", "advertisement-published");
        assertThat(example.sandbox().published()).hasSize(1);
    }

    private static void givenUp(ExampleFixture example, ExampleInstance instance, String sequenceFlow) {
        ProcessHistory history = instance.ended();
        assertThat(history.completedElements()).endsWith("publication-is-given-up", "publication-given-up");
        assertThat(history.variables()).containsKey("feishuError").containsEntry("publication", null);
        assertThat(history.sequenceFlowsTaken()).contains(sequenceFlow);
        assertThat(example.sandbox().published()).isEmpty();
    }
}
