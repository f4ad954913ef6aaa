package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code publish-with-approval} does when people do nothing, or Feishu is down. */
@ExampleTest(value = Example.PUBLISH_WITH_APPROVAL, movesTheClock = true)
@Execution(ExecutionMode.SAME_THREAD)
class WaitingPublicationsTest {

    private static final Duration TWO_DAYS = Duration.ofDays(2).plusMinutes(1);
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration AN_HOUR = Duration.ofMinutes(61);
    private static final Duration RETRY_BACK_OFF = Duration.ofSeconds(31);
    private static final int ATTEMPTS = 3;
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");
    private static final Map<String, Object> CORRECT_IDS = Map.of("resolution", "correct-ids");
    private static final Map<String, Object> CHANGED_IDS =
            Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "3");

    @Test
    void anApprovalThatWaitsIsRemindedOfAfterTwoDaysAndEscalatedAfterFive(ExampleFixture example) {
        var instance = requested(example);
        instance.awaitUserTask("approve-publication");

        example.pass(TWO_DAYS);
        assertThat(instance.awaitUserTask("remind-approvers").candidateGroups()).containsExactly("hr-recruiters");
        instance.complete("remind-approvers", Map.of("approversReminded", true));
        example.pass(THREE_DAYS);
        var overdue = instance.awaitUserTask("approve-overdue-publication");
        assertThat(overdue.candidateGroups()).containsExactly("hr-directors");
        assertThat(overdue.formId()).isEqualTo("approve-publication");
        instance.complete("approve-overdue-publication", Map.of("approved", true));

        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements())
                .contains("approvers-reminded", "overdue-decision-made")
                .endsWith("advertisement-published");
        assertThat(history.terminatedElements()).contains("approve-publication");
    }

    @Test
    void aDecisionTakesTheReminderAndTheEscalationBack(ExampleFixture example) {
        var instance = requested(example);
        instance.awaitUserTask("approve-publication");
        example.pass(TWO_DAYS);
        instance.awaitUserTask("remind-approvers");
        example.pass(THREE_DAYS);
        instance.awaitUserTask("approve-overdue-publication");

        instance.complete("approve-publication", Map.of("approved", true));

        assertThat(instance.endedOnceTheResultIsSeen().terminatedElements())
                .contains("remind-approvers", "approve-overdue-publication");
        assertThat(example.sandbox().published()).hasSize(1);
    }

    @Test
    void aFailureThatPassesIsRetriedAfterThirtySecondsWithoutATask(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, Reply.gatewayFailure(), Reply.systemError());
        var instance = approved(example);

        for (int failures = 1; failures < ATTEMPTS; failures++) {
            awaitFailures(instance, failures);
            assertThat(instance.history().jobFailures().getLast().retryBackOff())
                    .isEqualTo(Duration.ofSeconds(30));
            example.pass(RETRY_BACK_OFF);
        }

        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.errorsThrown()).isEmpty();
        assertThat(history.completedElements())
                .endsWith("advertisement-published")
                .doesNotContain("wait-an-hour");
    }

    @Test
    void whileFeishuIsDownItWaitsForAnHourThreeTimesAndThenAsksAPerson(ExampleFixture example) {
        example.sandbox().always(Endpoint.PUBLISH, Reply.gatewayFailure());
        var instance = approved(example);

        for (int hours = 0; hours < 3; hours++) {
            useUpRetries(example, instance, hours);
            int waits = hours + 1;
            instance.await(
                    "the hour",
                    history -> history.sequenceFlowsTaken().stream()
                                    .filter("attempt-left"::equals)
                                    .count()
                            == waits);
            instance.await("the timer", history -> history.activeElements().contains("wait-an-hour"));
            example.sandbox().always(Endpoint.PUBLISH, hours == 0 ? Reply.systemError() : Reply.gatewayFailure());
            example.pass(AN_HOUR);
        }
        useUpRetries(example, instance, 3);
        assertThat(instance.awaitUserTask("resolve-publishing-problem").candidateGroups())
                .containsExactly("hr-operations");
        assertThat(example.publishCodes()).hasSize(4 * ATTEMPTS);

        example.sandbox().resetReplies(Endpoint.PUBLISH);
        instance.complete("resolve-publishing-problem", Map.of("resolution", "publish-again"));

        assertThat(instance.endedOnceTheResultIsSeen().completedElements())
                .contains("feishu-is-unavailable", "feishu-has-an-error")
                .endsWith("advertisement-published");
    }

    @Test
    void aJobThatIsToBeOpenedIsOpenedOnceFeishuIsThereAgainAndNoPersonIsAskedTwice(ExampleFixture example) {
        var advertisement = "7004000000000000001";
        example.sandbox().closeJob(advertisement);
        example.sandbox().always(Endpoint.OPEN_JOB, Reply.gatewayFailure());
        var instance = example.start(
                Map.of("advertisementId", advertisement, "jobChannelId", "3", "jobId", "7003000000000000001"));
        instance.complete("approve-publication", Map.of("approved", true));
        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen"));

        useUpRetries(example, instance, 0);
        instance.await("the timer", history -> history.activeElements().contains("wait-an-hour"));
        example.sandbox().resetReplies(Endpoint.OPEN_JOB);
        example.pass(AN_HOUR);

        assertThat(instance.endedOnceTheResultIsSeen().completedElements())
                .containsOnlyOnce("decide-on-closed-job")
                .containsSubsequence("feishu-is-unavailable", "wait-an-hour", "reopen-job", "advertisement-published");
    }

    @Test
    void anUnsolvedProblemIsRemindedOfAfterTwoDaysAndTakenOverAfterFive(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var instance = approved(example);
        instance.awaitUserTask("resolve-publishing-problem");

        example.pass(TWO_DAYS);
        instance.complete("remind-people-in-charge", Map.of("peopleInChargeReminded", true));
        example.pass(THREE_DAYS);
        assertThat(instance.awaitUserTask("take-over-publication").candidateGroups())
                .containsExactly("hr-directors");
        instance.complete("take-over-publication", Map.of("resolution", "publish-again"));

        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements())
                .contains("people-in-charge-reminded")
                .endsWith("advertisement-published");
        assertThat(history.terminatedElements()).contains("resolve-publishing-problem");
    }

    @Test
    void theReminderGoesWhenChangedIdsReturnToApproval(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var instance = approved(example);
        instance.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        instance.awaitUserTask("remind-people-in-charge");

        instance.complete("resolve-publishing-problem", CORRECT_IDS);
        instance.complete("correct-ids", CHANGED_IDS);
        instance.awaitUserTask("approve-publication");
        assertThat(instance.history().activeElements()).doesNotContain("remind-people-in-charge");
        instance.complete("approve-publication", Map.of("approved", false, "approvalComment", "Not this one"));
        instance.complete("request-publication", Map.of("requestDecision", "withdraw"));

        var history = instance.ended();
        assertThat(history.completedElements()).endsWith("request-withdrawn");
        assertThat(history.terminatedElements()).contains("remind-people-in-charge");
        assertThat(example.sandbox().published()).isEmpty();
    }

    @Test
    void afterANewApprovalThereIsOneReminderAndOneEscalation(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED, QUOTA_EXHAUSTED);
        var instance = approved(example);
        instance.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        instance.awaitUserTask("remind-people-in-charge");
        instance.complete("resolve-publishing-problem", CORRECT_IDS);
        instance.complete("correct-ids", CHANGED_IDS);
        instance.complete("approve-publication", Map.of("approved", true));
        instance.awaitUserTask("resolve-publishing-problem");

        example.pass(TWO_DAYS);
        instance.await("the second reminder", history -> reminders(history) == 2);
        instance.awaitUserTask("remind-people-in-charge");
        assertThat(instance.history().activeElements()).containsOnlyOnce("remind-people-in-charge");
        example.pass(THREE_DAYS);
        instance.awaitUserTask("take-over-publication");
        assertThat(instance.history().activeElements())
                .containsOnlyOnce("take-over-publication")
                .doesNotContain("remind-people-in-charge");
        instance.complete("take-over-publication", Map.of("resolution", "publish-again"));

        assertThat(instance.endedOnceTheResultIsSeen().completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactly("4711");
    }

    @Test
    void thePublicationTakesTheReminderBack(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var instance = approved(example);
        instance.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        instance.awaitUserTask("remind-people-in-charge");

        instance.complete("resolve-publishing-problem", Map.of("resolution", "publish-again"));

        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements()).endsWith("advertisement-published");
        assertThat(history.terminatedElements()).contains("remind-people-in-charge");
    }

    @Test
    void whatIsChangedAtATakeoverIsApprovedFirst(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var instance = approved(example);
        instance.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        instance.awaitUserTask("remind-people-in-charge");
        example.pass(THREE_DAYS);
        instance.complete("take-over-publication", CORRECT_IDS);
        assertThat(instance.awaitUserTask("request-publication").candidateGroups())
                .containsExactly("hr-recruiters");
        instance.complete(
                "request-publication",
                Map.of("requestDecision", "submit", "advertisementId", "4711", "jobChannelId", "3"));

        instance.awaitUserTask("approve-publication");
        assertThat(example.sandbox().published()).isEmpty();
        instance.complete("approve-publication", Map.of("approved", true));

        assertThat(instance.endedOnceTheResultIsSeen().completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactly("4711");
    }

    @Test
    void aPublicationThatIsTakenOverMayBeGivenUp(ExampleFixture example) {
        example.sandbox().apiSync(false);
        var instance = approved(example);
        instance.awaitUserTask("turn-on-api-sync");

        example.pass(TWO_DAYS);
        instance.awaitUserTask("remind-people-in-charge");
        example.pass(THREE_DAYS);
        instance.complete("take-over-publication", Map.of("resolution", "give-up"));

        var history = instance.ended();
        assertThat(history.completedElements()).endsWith("taken-over-and-given-up");
        assertThat(history.terminatedElements()).contains("turn-on-api-sync", "remind-people-in-charge");
        assertThat(example.sandbox().published()).isEmpty();
    }

    private static long reminders(ProcessHistory history) {
        return history.sequenceFlowsTaken().stream()
                .filter("to-publishing-reminder"::equals)
                .count();
    }

    private static ExampleInstance requested(ExampleFixture example) {
        return example.start(Map.of("advertisementId", "6960663240925956660", "jobChannelId", "3"));
    }

    private static ExampleInstance approved(ExampleFixture example) {
        var instance = requested(example);
        instance.complete("approve-publication", Map.of("approved", true));
        return instance;
    }

    /** Lets the attempts after the first one fail. The engine makes the first one by itself. */
    private static void useUpRetries(ExampleFixture example, ExampleInstance instance, int earlierErrors) {
        for (int failed = 1; failed < ATTEMPTS; failed++) {
            awaitFailures(instance, earlierErrors * (ATTEMPTS - 1) + failed);
            example.pass(RETRY_BACK_OFF);
        }
    }

    /** The last attempt is no failure for the engine: it throws a BPMN error. */
    private static ProcessHistory awaitFailures(ExampleInstance instance, int count) {
        return instance.await(
                "failed attempt " + count, history -> history.jobFailures().size() == count);
    }
}
