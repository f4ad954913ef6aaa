package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code publish-with-approval} tells the requester of the advertisement that was published. */
@ExampleTest(value = Example.PUBLISH_WITH_APPROVAL, movesTheClock = true)
@Execution(ExecutionMode.SAME_THREAD)
class SeenOnlineTest {

    private static final String ADVERTISEMENT_ID = "7004000000000000001";
    private static final String CAREERS = "7002000000000000001";
    private static final Duration TEN_SECONDS = Duration.ofSeconds(11);
    private static final Duration RETRY_BACK_OFF = Duration.ofSeconds(31);
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void theRequesterSeesTheLinkAndWhereItIsOnline(ExampleFixture example) {
        var instance = published(example, CAREERS);

        assertThat(instance.awaitUserTask("see-result").candidateGroups()).containsExactly("hr-recruiters");
        var link =
                example.sandbox().baseUrl() + "/careers/7001000000000000001/position/" + ADVERTISEMENT_ID + "/detail";
        assertThat(shown(instance))
                .containsEntry("channelName", "社招官网 (Careers)")
                .containsEntry("url", link);
        instance.complete("see-result", Map.of());

        var history = instance.ended();
        assertThat(history.variables())
                .extractingByKey("advertisementStatus", MAP)
                .containsEntry("state", "LIVE")
                .containsEntry("url", link);
        assertThat(history.completedElements()).doesNotContain("wait-ten-seconds");
    }

    @Test
    void onTheReferralPlatformThereIsNoLink(ExampleFixture example) {
        var instance = published(example, "3");

        instance.awaitUserTask("see-result");
        assertThat(shown(instance))
                .containsEntry("channelName", "内推平台 (Referral platform)")
                .containsEntry("url", null);
        assertThat(instance.endedOnceTheResultIsSeen().variables())
                .extractingByKey("advertisementStatus", MAP)
                .containsEntry("state", "LIVE");
    }

    @Test
    void whatAppearsLaterIsSeenWithoutAPerson(ExampleFixture example) {
        example.sandbox().delayUntilSeen(Duration.ofDays(1));
        var instance = published(example, CAREERS);
        awaitWaits(instance, 1);

        example.sandbox().delayUntilSeen(Duration.ZERO);
        example.pass(TEN_SECONDS);

        assertThat(instance.endedOnceTheResultIsSeen().variables())
                .extractingByKey("advertisementStatus", MAP)
                .containsEntry("state", "LIVE");
    }

    @Test
    void whatIsNotSeenAfterThreeWaitsIsSaidHonestly(ExampleFixture example) {
        example.sandbox().delayUntilSeen(Duration.ofDays(1));
        var instance = published(example, CAREERS);

        for (int waits = 1; waits <= 3; waits++) {
            awaitWaits(instance, waits);
            example.pass(TEN_SECONDS);
        }

        instance.awaitUserTask("see-result");
        assertThat(shown(instance))
                .containsEntry("channelName", "社招官网 (Careers)")
                .extractingByKey("url")
                .as("where it will be")
                .asString()
                .endsWith(ADVERTISEMENT_ID + "/detail");
        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements())
                .filteredOn("check-advertisement"::equals)
                .hasSize(4);
        assertThat(history.variables())
                .extractingByKey("advertisementStatus", MAP)
                .containsEntry("state", "NOT_SEEN")
                .containsEntry("reason", "NOT_ON_CHANNEL");
    }

    @Test
    void withoutThePermissionToLookItIsPublishedAndNotKnown(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:site_job_post:readonly");
        var instance = published(example, CAREERS);

        instance.awaitUserTask("see-result");
        assertThat(shown(instance)).extractingByKey("permissions").asString().contains("hire:site_job_post:readonly");
        assertThat(instance.endedOnceTheResultIsSeen().variables())
                .extractingByKey("advertisementStatus", MAP)
                .containsEntry("state", "UNKNOWN")
                .containsEntry("reason", "PERMISSION_MISSING");
    }

    @Test
    void aLookThatFailsIsToldAndTheAdvertisementIsPublishedAllTheSame(ExampleFixture example) {
        example.sandbox().next(Endpoint.WEBSITE_JOB_POST, QUOTA_EXHAUSTED);
        var instance = published(example, CAREERS);

        instance.awaitUserTask("see-result");
        assertThat(instance.history().localVariables().get("tell-requester"))
                .extractingByKey("checkError", MAP)
                .containsEntry("name", "FEISHU_QUOTA_EXHAUSTED");
        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements()).contains("check-failed").endsWith("advertisement-published");
        assertThat(history.variables()).containsEntry("feishuError", null).containsEntry("advertisementStatus", null);
        assertThat(example.sandbox().published()).hasSize(1);
    }

    @Test
    void aListThatFailsWithEachRetryLeavesTheIdToTheRequester(ExampleFixture example) {
        example.sandbox().always(Endpoint.WEBSITES, Reply.gatewayFailure());
        var instance = example.start(Map.of());
        for (int failures = 1; failures < 3; failures++) {
            int count = failures;
            instance.await(
                    "failed attempt " + count, history -> history.jobFailures().size() == count);
            example.pass(RETRY_BACK_OFF);
        }

        instance.awaitUserTask("request-publication");
        assertThat(instance.history().localVariables().get("prepare-request"))
                .containsEntry("choices", null)
                .extractingByKey("listError", MAP)
                .containsEntry("name", "FEISHU_UNAVAILABLE");
        instance.complete("request-publication", Map.of("requestDecision", "withdraw"));
        assertThat(instance.ended().completedElements()).endsWith("request-withdrawn");
    }

    private static ExampleInstance published(ExampleFixture example, String channel) {
        var instance = example.start(Map.of("advertisementId", ADVERTISEMENT_ID, "jobChannelId", channel));
        instance.complete("approve-publication", Map.of("approved", true));
        return instance;
    }

    private static void awaitWaits(ExampleInstance instance, int count) {
        instance.await(
                "wait " + count,
                history -> history.activeElements().contains("wait-ten-seconds")
                        && history.sequenceFlowsTaken().stream()
                                        .filter("not-seen-yet"::equals)
                                        .count()
                                == count);
    }

    private static Map<String, Object> shown(ExampleInstance instance) {
        return instance.history().localVariables().get("see-result");
    }
}
