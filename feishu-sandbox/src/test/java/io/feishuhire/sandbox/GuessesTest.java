package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static io.feishuhire.sandbox.JobPostCalls.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Feishu documents nowhere has a switch. */
class GuessesTest {

    private static final String WEBSITE = "7001000000000000001";
    private static final String CHANNEL = "7002000000000000001";
    private static final String JOB = "7003000000000000001";
    private static final String ADVERTISEMENT = "7004000000000000001";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();
    private final JobPostCalls posts = new JobPostCalls(caller, token);

    @Test
    void reopeningBringsNothingBackUnlessTheSwitchSaysSo() {
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        sandbox.closeJob(ADVERTISEMENT);
        sandbox.reopenJob(ADVERTISEMENT);
        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");

        caller.publish(token, ADVERTISEMENT, CHANNEL);
        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("200 0");

        sandbox.bringBackByReopening(true);
        sandbox.closeJob(ADVERTISEMENT);
        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        sandbox.reopenJob(ADVERTISEMENT);
        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("200 0");
    }

    @Test
    void anAdvertisementIsSeenAfterTheDelay() {
        sandbox.delayUntilSeen(Duration.ofSeconds(30));
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        caller.publish(token, ADVERTISEMENT, "3");

        clock.advance(Duration.ofMillis(29_999));
        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(ids(posts.listOf(WEBSITE, ""))).isEmpty();
        assertThat(outcome(posts.onReferral(ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(ids(posts.referral(""))).isEmpty();
        assertThat(posts.records(CHANNEL)).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("200 0");
        assertThat(outcome(posts.onReferral(ADVERTISEMENT))).isEqualTo("200 0");
        assertThat(posts.records(CHANNEL)).hasSize(1);
    }

    @Test
    void theDelayIsADayAtMost() {
        assertThatThrownBy(() -> sandbox.delayUntilSeen(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.delayUntilSeen(Duration.ofDays(1).plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void publishingAgainDelaysNothing() {
        sandbox.delayUntilSeen(Duration.ofSeconds(30));
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        clock.advance(Duration.ofSeconds(30));
        caller.publish(token, ADVERTISEMENT, CHANNEL);

        var post = json(posts.onWebsite(WEBSITE, ADVERTISEMENT)).at("/data/job_post");

        assertThat(post.path("create_time").textValue()).isEqualTo("1795334400000");
        assertThat(post.path("modify_time").textValue()).isEqualTo("1795334430000");
    }

    @Test
    void underAnotherIdOnlyTheListAndTheJobLeadToIt() {
        sandbox.anotherIdOnWebsites(true);
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        caller.publish(token, ADVERTISEMENT, "3");

        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        var listed = json(posts.listOf(WEBSITE, "")).at("/data/items/0");
        assertThat(listed.path("job_id").textValue()).isEqualTo(JOB);
        assertThat(listed.path("id").textValue()).isNotEqualTo(ADVERTISEMENT);
        assertThat(json(posts.onWebsite(WEBSITE, listed.path("id").textValue())).at("/data/job_post"))
                .isEqualTo(listed);
        assertThat(outcome(posts.onReferral(ADVERTISEMENT))).isEqualTo("200 0");
        assertThat(posts.records(CHANNEL).at("/0/id").textValue()).isEqualTo(ADVERTISEMENT);
    }

    @Test
    void publishingTwiceIsRefusedIfTheSwitchSaysSo() {
        sandbox.refusePublishingTwice(true);
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        caller.publish(token, ADVERTISEMENT, "3");
        var again = caller.publishing(ADVERTISEMENT, "Bearer " + token, "{\"job_channel_id\":\"3\"}");

        assertThat(outcome(caller.send(again))).isEqualTo("400 1002002");
        sandbox.closeJob(ADVERTISEMENT);
        sandbox.reopenJob(ADVERTISEMENT);
        assertThat(outcome(caller.send(again))).isEqualTo("200 0");
    }

    /** People copy the id of a website where the id of its channel is wanted. */
    @Test
    void aChannelThatNoWebsiteHasIsRefusedUnlessTheSwitchSaysOtherwise() {
        var websiteInsteadOfItsChannel =
                caller.publishing(ADVERTISEMENT, "Bearer " + token, "{\"job_channel_id\":\"%s\"}".formatted(WEBSITE));
        assertThat(outcome(caller.send(websiteInsteadOfItsChannel))).isEqualTo("400 1002002");
        assertThat(sandbox.published()).isEmpty();

        for (var platform : List.of("2", "3", "30")) {
            caller.publish(token, ADVERTISEMENT, platform);
        }
        sandbox.acceptUnknownChannels(true);
        assertThat(outcome(caller.send(websiteInsteadOfItsChannel))).isEqualTo("200 0");
        assertThat(sandbox.published()).hasSize(4);
    }

    @Test
    void theGuessesAboutJobsTakeEffectOverHttp() {
        var create = "/open-apis/hire/v1/jobs/combined_create";
        var known = JobBody.withCode("BE-001").toString();
        assertThat(outcome(caller.call(token, create, known))).isEqualTo("200 0");
        guess("duplicateCodeError", "1002002");
        assertThat(outcome(caller.call(token, create, known))).isEqualTo("400 1002002");
        guess("duplicateCodeError", "1002702");
        assertThat(outcome(caller.call(token, create, known))).isEqualTo("400 1002702");

        guess("delayUntilListedMillis", "30000");
        caller.call(token, create, JobBody.withCode("REQ-9").toString());
        assertThat(caller.get(token, "/open-apis/hire/v1/jobs").body()).doesNotContain("REQ-9");
        clock.advance(Duration.ofSeconds(30));
        assertThat(caller.get(token, "/open-apis/hire/v1/jobs").body()).contains("REQ-9");

        assertThat(close("1")).isEqualTo("400 1002601");
        guess("closeUnknownJobError", "1002002");
        assertThat(close("1")).isEqualTo("400 1002002");
        guess("closeUnknownJobError", "0");
        assertThat(close("1")).isEqualTo("200 0");

        caller.send("PUT", "/sandbox/api-sync", "{\"enabled\":false}");
        assertThat(close(JOB)).isEqualTo("400 1002613");
        guess("closeWithoutApiSync", "true");
        assertThat(close(JOB)).isEqualTo("200 0");
    }

    @Test
    void theGuessesAreSwitchedOverHttp() {
        var guesses = "{\"delayUntilSeenMillis\":5000,\"anotherIdOnWebsites\":true,\"refusePublishingTwice\":true,"
                + "\"acceptUnknownChannels\":true,\"bringBackByReopening\":true,\"numberWebsitesLikeChannels\":true,\"readJobsByWritingScope\":true,"
                + "\"delayUntilListedMillis\":6000,\"duplicateCodeError\":1002002,"
                + "\"closeWithoutApiSync\":true,\"closeUnknownJobError\":0}";
        caller.send("PUT", "/sandbox/guesses", guesses);

        var state = json(caller.send("PUT", "/sandbox/guesses", "{}"));

        assertThat(state.path("guesses")).isEqualTo(Caller.parse(guesses));
        for (var wrong : List.of(
                "delayUntilSeenMillis", "delayUntilListedMillis", "duplicateCodeError", "closeUnknownJobError")) {
            assertThat(caller.send("PUT", "/sandbox/guesses", "{\"" + wrong + "\":-1}")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(json(caller.send("DELETE", "/sandbox", "")).path("guesses"))
                .isEqualTo(Caller.parse(guesses.replace("true", "false")
                        .replaceAll("[0-9]+", "0")
                        .replace("JobError\":0", "JobError\":1002601")));
    }

    private void guess(String name, String value) {
        var reply = caller.send("PUT", "/sandbox/guesses", "{\"" + name + "\":" + value + "}");
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    private String close(String job) {
        return outcome(caller.call(token, "/open-apis/hire/v1/jobs/" + job + "/close", ""));
    }
}
