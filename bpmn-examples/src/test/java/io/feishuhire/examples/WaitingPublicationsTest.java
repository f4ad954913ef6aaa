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

/** What {@code publish-with-approval} does when nobody does anything, or Feishu is down. */
@TestsExample(value = Example.PUBLISH_WITH_APPROVAL, movesTheClock = true)
@Execution(ExecutionMode.SAME_THREAD)
class WaitingPublicationsTest {

    private static final Duration TWO_DAYS = Duration.ofDays(2).plusMinutes(1);
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration AN_HOUR = Duration.ofMinutes(61);
    private static final Duration RETRY_BACK_OFF = Duration.ofSeconds(31);
    private static final int ATTEMPTS = 3;
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");
    private static final Map<String, Object> CHANGED_IDS =
            Map.of("resolution", "publish-again", "advertisementId", "4711", "jobChannelId", "3");

    @Test
    void anApprovalThatWaitsIsRemindedOfAfterTwoDaysAndEscalatedAfterFive(ExampleRunner example) {
        var run = requested(example);
        run.awaitUserTask("approve-publication");

        example.pass(TWO_DAYS);
        assertThat(run.awaitUserTask("remind-approvers").candidateGroups()).containsExactly("hr-recruiters");
        run.complete("remind-approvers", Map.of("approversReminded", true));
        example.pass(THREE_DAYS);
        var overdue = run.awaitUserTask("approve-overdue-publication");
        assertThat(overdue.candidateGroups()).containsExactly("hr-directors");
        assertThat(overdue.formId()).isEqualTo("approve-publication");
        run.complete("approve-overdue-publication", Map.of("approved", true));

        var history = run.ended();
        assertThat(history.completedElements())
                .contains("approvers-reminded", "overdue-decision-made")
                .endsWith("advertisement-published");
        assertThat(history.terminatedElements()).contains("approve-publication");
    }

    @Test
    void aDecisionTakesTheReminderAndTheEscalationBack(ExampleRunner example) {
        var run = requested(example);
        run.awaitUserTask("approve-publication");
        example.pass(TWO_DAYS);
        run.awaitUserTask("remind-approvers");
        example.pass(THREE_DAYS);
        run.awaitUserTask("approve-overdue-publication");

        run.complete("approve-publication", Map.of("approved", true));

        assertThat(run.ended().terminatedElements()).contains("remind-approvers", "approve-overdue-publication");
        assertThat(example.sandbox().published()).hasSize(1);
    }

    @Test
    void aFailureThatPassesIsRetriedAfterThirtySecondsWithoutTroublingAnybody(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, Reply.gatewayFailure(), Reply.systemError());
        var run = approved(example);

        for (int failures = 1; failures < ATTEMPTS; failures++) {
            awaitFailures(run, failures);
            assertThat(run.history().jobFailures().getLast().retryBackOff()).isEqualTo(Duration.ofSeconds(30));
            example.pass(RETRY_BACK_OFF);
        }

        var history = run.ended();
        assertThat(history.errorsThrown()).isEmpty();
        assertThat(history.completedElements())
                .endsWith("advertisement-published")
                .doesNotContain("wait-an-hour");
    }

    @Test
    void whileFeishuIsDownItWaitsForAnHourThreeTimesAndThenAsksAPerson(ExampleRunner example) {
        example.sandbox().always(Endpoint.PUBLISH, Reply.gatewayFailure());
        var run = approved(example);

        for (int hours = 0; hours < 3; hours++) {
            useUpRetries(example, run, hours);
            int waits = hours + 1;
            run.await(
                    "the hour",
                    history -> history.sequenceFlowsTaken().stream()
                                    .filter("attempt-left"::equals)
                                    .count()
                            == waits);
            run.await("the timer", history -> history.activeElements().contains("wait-an-hour"));
            example.sandbox().always(Endpoint.PUBLISH, hours == 0 ? Reply.systemError() : Reply.gatewayFailure());
            example.pass(AN_HOUR);
        }
        useUpRetries(example, run, 3);
        assertThat(run.awaitUserTask("resolve-publishing-problem").candidateGroups())
                .containsExactly("hr-operations");
        assertThat(example.publishCodes()).hasSize(4 * ATTEMPTS);

        example.sandbox().resetReplies(Endpoint.PUBLISH);
        run.complete("resolve-publishing-problem", Map.of("resolution", "publish-again"));

        assertThat(run.ended().completedElements())
                .contains("feishu-is-unavailable", "feishu-has-an-error")
                .endsWith("advertisement-published");
    }

    @Test
    void aProblemThatNobodySolvesIsRemindedOfAfterTwoDaysAndTakenOverAfterFive(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var run = approved(example);
        run.awaitUserTask("resolve-publishing-problem");

        example.pass(TWO_DAYS);
        run.complete("remind-people-in-charge", Map.of("peopleInChargeReminded", true));
        example.pass(THREE_DAYS);
        assertThat(run.awaitUserTask("take-over-publication").candidateGroups()).containsExactly("hr-directors");
        run.complete("take-over-publication", Map.of("resolution", "publish-again"));

        var history = run.ended();
        assertThat(history.completedElements())
                .contains("people-in-charge-reminded")
                .endsWith("advertisement-published");
        assertThat(history.terminatedElements()).contains("resolve-publishing-problem");
    }

    @Test
    void theReminderGoesWhenChangedIdsReturnToApproval(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var run = approved(example);
        run.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        run.awaitUserTask("remind-people-in-charge");

        run.complete("resolve-publishing-problem", CHANGED_IDS);
        run.awaitUserTask("approve-publication");
        assertThat(run.history().activeElements()).doesNotContain("remind-people-in-charge");
        run.complete("approve-publication", Map.of("approved", false, "approvalComment", "Not this one"));
        run.complete("revise-request", Map.of("requestDecision", "withdraw"));

        var history = run.ended();
        assertThat(history.completedElements()).endsWith("publication-rejected");
        assertThat(history.terminatedElements()).contains("remind-people-in-charge");
        assertThat(example.sandbox().published()).isEmpty();
    }

    @Test
    void afterANewApprovalThereIsOneReminderAndOneEscalation(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED, QUOTA_EXHAUSTED);
        var run = approved(example);
        run.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        run.awaitUserTask("remind-people-in-charge");
        run.complete("resolve-publishing-problem", CHANGED_IDS);
        run.complete("approve-publication", Map.of("approved", true));
        run.awaitUserTask("resolve-publishing-problem");

        example.pass(TWO_DAYS);
        run.await("the second reminder", history -> reminders(history) == 2);
        assertThat(run.history().activeElements()).containsOnlyOnce("remind-people-in-charge");
        example.pass(THREE_DAYS);
        run.awaitUserTask("take-over-publication");
        assertThat(run.history().activeElements())
                .containsOnlyOnce("take-over-publication")
                .doesNotContain("remind-people-in-charge");
        run.complete("take-over-publication", Map.of("resolution", "publish-again"));

        assertThat(run.ended().completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactly("4711");
    }

    @Test
    void thePublicationTakesTheReminderBack(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var run = approved(example);
        run.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        run.awaitUserTask("remind-people-in-charge");

        run.complete("resolve-publishing-problem", Map.of("resolution", "publish-again"));

        var history = run.ended();
        assertThat(history.completedElements()).endsWith("advertisement-published");
        assertThat(history.terminatedElements()).contains("remind-people-in-charge");
    }

    @Test
    void whatIsChangedAtATakeoverIsApprovedFirst(ExampleRunner example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var run = approved(example);
        run.awaitUserTask("resolve-publishing-problem");
        example.pass(TWO_DAYS);
        run.awaitUserTask("remind-people-in-charge");
        example.pass(THREE_DAYS);
        run.complete("take-over-publication", CHANGED_IDS);

        run.awaitUserTask("approve-publication");
        assertThat(example.sandbox().published()).isEmpty();
        run.complete("approve-publication", Map.of("approved", true));

        assertThat(run.ended().completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactly("4711");
    }

    @Test
    void whoeverTakesAPublicationOverMayGiveItUp(ExampleRunner example) {
        example.sandbox().apiSync(false);
        var run = approved(example);
        run.awaitUserTask("turn-on-api-sync");

        example.pass(TWO_DAYS);
        run.awaitUserTask("remind-people-in-charge");
        example.pass(THREE_DAYS);
        run.complete("take-over-publication", Map.of("resolution", "give-up"));

        var history = run.ended();
        assertThat(history.completedElements()).endsWith("taken-over-and-given-up");
        assertThat(history.terminatedElements()).contains("turn-on-api-sync", "remind-people-in-charge");
        assertThat(example.sandbox().published()).isEmpty();
    }

    private static long reminders(ProcessHistory history) {
        return history.sequenceFlowsTaken().stream()
                .filter("to-publishing-reminder"::equals)
                .count();
    }

    private static ExampleRun requested(ExampleRunner example) {
        return example.start(Map.of("advertisementId", "6960663240925956660", "jobChannelId", "3"));
    }

    private static ExampleRun approved(ExampleRunner example) {
        var run = requested(example);
        run.complete("approve-publication", Map.of("approved", true));
        return run;
    }

    /** Lets the attempts after the first one fail; the first is made without any of our doing. */
    private static void useUpRetries(ExampleRunner example, ExampleRun run, int earlierErrors) {
        for (int failed = 1; failed < ATTEMPTS; failed++) {
            awaitFailures(run, earlierErrors * (ATTEMPTS - 1) + failed);
            example.pass(RETRY_BACK_OFF);
        }
    }

    /** The last attempt is no failure for the engine: it throws a BPMN error. */
    private static ProcessHistory awaitFailures(ExampleRun run, int count) {
        return run.await(
                "failed attempt " + count, history -> history.jobFailures().size() == count);
    }
}
