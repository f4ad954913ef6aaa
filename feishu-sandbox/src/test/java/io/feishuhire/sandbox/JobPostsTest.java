package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static io.feishuhire.sandbox.JobPostCalls.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobPostsTest {

    private static final String HIRE = "/open-apis/hire/v1";
    private static final String WEBSITE = "7001000000000000001";
    private static final String CHANNEL = "7002000000000000001";
    private static final String OTHER_WEBSITE = "7001000000000000002";
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
    void whatIsPublishedToAWebsiteIsThereAndNowhereElse() {
        assertThat(outcome(posts.onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");

        caller.publish(token, ADVERTISEMENT, CHANNEL);

        assertThat(json(posts.onWebsite(WEBSITE, ADVERTISEMENT)).at("/data/job_post"))
                .isEqualTo(Caller.parse("""
                        {"id": "7004000000000000001", "title": "后端开发工程师", "job_id": "7003000000000000001",
                         "job_code": "BE-001", "job_expire_time": null, "job_active_status": 1, "job_process_type": 1,
                         "create_time": "1795334400000", "modify_time": "1795334400000"}"""));
        assertThat(ids(posts.listOf(WEBSITE, ""))).containsExactly(ADVERTISEMENT);
        assertThat(outcome(posts.onWebsite(OTHER_WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(ids(posts.listOf(OTHER_WEBSITE, ""))).isEmpty();
        assertThat(outcome(posts.onReferral(ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(outcome(posts.onWebsite(WEBSITE, JOB))).isEqualTo("404 1002509");
    }

    @Test
    void whatIsPublishedToChannel3IsOnTheReferralPlatform() {
        caller.publish(token, ADVERTISEMENT, "3");
        caller.publish(token, "7004000000000000003", "3");

        assertThat(json(posts.onReferral(ADVERTISEMENT))
                        .at("/data/job_post/job_id")
                        .textValue())
                .isEqualTo(JOB);
        assertThat(ids(posts.referral(""))).containsExactly(ADVERTISEMENT, "7004000000000000003");
        assertThat(ids(posts.referral("?process_type=1"))).containsExactly(ADVERTISEMENT);
        assertThat(ids(posts.referral("?process_type=2"))).containsExactly("7004000000000000003");
        assertThat(outcome(posts.referral("?process_type=3"))).isEqualTo("400 1002002");
    }

    @Test
    void anAdvertisementThatNobodyDeclaredGetsAJobOfItsOwnAndAlwaysTheSame() {
        caller.publish(token, "69", CHANNEL);
        caller.publish(token, "70", CHANNEL);
        caller.publish(token, "69", "3");
        var post = json(posts.onWebsite(WEBSITE, "69")).at("/data/job_post");

        assertThat(post.path("job_id").textValue()).matches("[0-9]{19}");
        assertThat(json(posts.onReferral("69")).at("/data/job_post/job_id")).isEqualTo(post.path("job_id"));
        assertThat(json(posts.onWebsite(WEBSITE, "70")).at("/data/job_post/job_id"))
                .isNotEqualTo(post.path("job_id"));

        sandbox.reset();
        var newToken = caller.token();
        caller.publish(newToken, "69", CHANNEL);
        assertThat(json(caller.get(newToken, HIRE + "/websites/" + WEBSITE + "/job_posts/69"))
                        .at("/data/job_post/job_id"))
                .isEqualTo(post.path("job_id"));
    }

    @Test
    void closingAJobTakesAllItsAdvertisementsOfflineEverywhere() {
        sandbox.addJob("1", "J-1", "Two advertisements", "11", "12");
        caller.publish(token, "11", CHANNEL);
        caller.publish(token, "12", "3");
        caller.publish(token, "69", CHANNEL);

        sandbox.closeJob("11");

        assertThat(outcome(posts.onWebsite(WEBSITE, "11"))).isEqualTo("404 1002509");
        assertThat(outcome(posts.onReferral("12"))).isEqualTo("404 1002509");
        assertThat(ids(posts.listOf(WEBSITE, ""))).containsExactly("69");
        assertThat(outcome(caller.send(caller.publishing("12", "Bearer " + token, "{}"))))
                .isEqualTo("400 1002609");
        assertThat(posts.records(CHANNEL).at("/0/job_active_status").intValue()).isEqualTo(2);
    }

    @Test
    void theRecordsOfAChannelTellWhatWasEverPublishedThere() {
        caller.publish(token, ADVERTISEMENT, "30");
        caller.publish(token, ADVERTISEMENT, "30");
        sandbox.closeJob(ADVERTISEMENT);

        var records = posts.records("30");

        assertThat(records).hasSize(1);
        assertThat(records.at("/0/id").textValue()).isEqualTo(ADVERTISEMENT);
        assertThat(records.at("/0/job_active_status").intValue()).isEqualTo(2);
        assertThat(records.at("/0/job_expire_time").textValue()).isEmpty();
        assertThat(posts.records("31")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"job_channel_id\":3}",
                "{\"job_channel_id\":\"\"}",
                "{\"job_channel_id\":null}"
            })
    void theRecordsNeedAChannel(String body) {
        assertThat(outcome(caller.call(token, HIRE + "/job_publish_records/search", body)))
                .isEqualTo("400 1002002");
    }

    @Test
    void anOmittedChannelPutsNothingOnAWebsiteOrTheReferralPlatform() {
        caller.send(caller.publishing(ADVERTISEMENT, "Bearer " + token, "{}"));

        assertThat(ids(posts.listOf(WEBSITE, ""))).isEmpty();
        assertThat(ids(posts.referral(""))).isEmpty();
    }

    @Test
    void theJobsExpiryIsShown() {
        sandbox.expireJob(JOB, Instant.ofEpochMilli(1_722_441_599_999L));
        caller.publish(token, ADVERTISEMENT, CHANNEL);

        assertThat(json(posts.onWebsite(WEBSITE, ADVERTISEMENT))
                        .at("/data/job_post/job_expire_time")
                        .textValue())
                .isEqualTo("1722441599999");
        assertThat(posts.records(CHANNEL).at("/0/job_expire_time").textValue()).isEqualTo("1722441599999");
    }

    @ParameterizedTest
    @CsvSource({"update", "create"})
    void aWebsitesListIsFilteredByTime(String kind) {
        caller.publish(token, "11", CHANNEL);
        clock.advance(Duration.ofSeconds(10));
        caller.publish(token, "12", CHANNEL);
        var second = clock.instant().toEpochMilli();
        var query = "?" + kind + "_start_time=%d&" + kind + "_end_time=%d";

        assertThat(ids(posts.listOf(WEBSITE, query.formatted(second, second)))).containsExactly("12");
        assertThat(ids(posts.listOf(WEBSITE, query.formatted(0, second - 1)))).containsExactly("11");
        assertThat(ids(posts.listOf(WEBSITE, "?" + kind + "_start_time=" + (second + 1))))
                .isEmpty();
        assertThat(outcome(posts.listOf(WEBSITE, "?" + kind + "_start_time=yesterday")))
                .isEqualTo("400 1002002");
    }

    @Test
    void theErrorsOfTheWebsiteCallsAreThoseOfTheirPages() {
        assertThat(outcome(posts.onWebsite("1", ADVERTISEMENT))).isEqualTo("400 1002502");
        assertThat(outcome(posts.listOf("1", ""))).isEqualTo("400 1002502");
        assertThat(outcome(posts.listOf(CHANNEL, ""))).isEqualTo("400 1002502");
        assertThat(outcome(posts.onWebsite("x", ADVERTISEMENT))).isEqualTo("400 1002002");
        assertThat(outcome(posts.onWebsite(WEBSITE, "x"))).isEqualTo("400 1002002");
        assertThat(outcome(posts.onReferral("x"))).isEqualTo("400 1002002");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WEBSITE_JOB_POST",
                "WEBSITE_JOB_POSTS",
                "REFERRAL_JOB_POST",
                "REFERRAL_JOB_POSTS",
                "PUBLISH_RECORDS"
            })
    void anIdOfAnUnknownKindIsAParameterError(Endpoint endpoint) {
        var call = KnownCall.of(endpoint);
        for (var kind : List.of("user_id", "department_id", "job_level_id", "job_family_id")) {
            assertThat(outcome(call.make(caller, token, kind + "_type=name")))
                    .as(kind)
                    .isEqualTo("400 1002002");
        }
    }
}
