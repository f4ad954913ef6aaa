package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code publish-to-channels} tells the requester of each channel. */
@ExampleTest(value = Example.PUBLISH_TO_CHANNELS, movesTheClock = true)
@Execution(ExecutionMode.SAME_THREAD)
class SeenOnChannelsTest {

    private static final String ADVERTISEMENT_ID = "7004000000000000001";
    private static final String CAREERS = "7002000000000000001";
    private static final String CAMPUS = "7002000000000000002";
    private static final Duration TEN_SECONDS = Duration.ofSeconds(11);

    @Test
    void eachChannelHasItsLink(ExampleFixture example) {
        var results = results(published(example, CAREERS, CAMPUS, "3"));

        assertThat(results).extracting(result -> result.get("state")).containsOnly("LIVE");
        assertThat(results)
                .extracting(result -> result.get("url"))
                .containsExactly(link(example, "7001000000000000001"), link(example, "7001000000000000002"), null);
    }

    @Test
    void whatIsNotSeenAfterThreeWaitsIsSaidHonestly(ExampleFixture example) {
        example.sandbox().delayUntilSeen(Duration.ofDays(1));
        var instance = published(example, CAREERS, CAMPUS);
        for (int waits = 1; waits <= 3; waits++) {
            int count = 2 * waits;
            instance.await("the waits of both channels", history -> waiting(history) == 2 && waits(history) == count);
            example.pass(TEN_SECONDS);
        }

        assertThat(results(instance))
                .extracting(result -> result.get("outcome"), result -> result.get("state"))
                .containsOnly(tuple("published", "NOT_SEEN"));
    }

    @Test
    void aLookThatFailsOnOneChannelIsToldAndTheOthersAreLookedAt(ExampleFixture example) {
        example.sandbox()
                .next(
                        Endpoint.REFERRAL_JOB_POST,
                        Reply.error(400, 99_991_403, "this month's api call quota is exceeded"));
        var results = results(published(example, "3", CAREERS));

        assertThat(results).extracting(result -> result.get("outcome")).containsOnly("published");
        assertThat(results).extracting(result -> result.get("state")).containsExactly("UNKNOWN", "LIVE");
        assertThat(results.getFirst())
                .containsEntry("channelName", "内推平台 (Referral platform)")
                .extractingByKey("checkError", MAP)
                .containsEntry("name", "FEISHU_QUOTA_EXHAUSTED");
    }

    @Test
    void withoutThePermissionToLookItIsPublishedAndNotKnown(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:site_job_post:readonly");

        assertThat(results(published(example, CAREERS)))
                .singleElement()
                .satisfies(result -> assertThat(result)
                        .containsEntry("state", "UNKNOWN")
                        .containsEntry("reason", "PERMISSION_MISSING")
                        .containsEntry("scopes", List.of("hire:site_job_post:readonly")));
    }

    private static ExampleInstance published(ExampleFixture example, String... channels) {
        return example.start(Map.of("advertisementId", ADVERTISEMENT_ID, "channels", Arrays.asList(channels)));
    }

    private static String link(ExampleFixture example, String website) {
        return example.sandbox().baseUrl() + "/careers/" + website + "/position/" + ADVERTISEMENT_ID + "/detail";
    }

    private static long waiting(ProcessHistory history) {
        return history.activeElements().stream()
                .filter("wait-ten-seconds"::equals)
                .count();
    }

    private static long waits(ProcessHistory history) {
        return history.sequenceFlowsTaken().stream()
                .filter("not-seen-yet"::equals)
                .count();
    }

    /** What the last form shows. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> results(ExampleInstance instance) {
        instance.awaitUserTask("see-results");
        var shown = (List<Map<String, Object>>)
                instance.history().localVariables().get("see-results").get("published");
        instance.complete("see-results", Map.of());
        assertThat(instance.ended().variables()).containsEntry("results", shown);
        return shown;
    }
}
