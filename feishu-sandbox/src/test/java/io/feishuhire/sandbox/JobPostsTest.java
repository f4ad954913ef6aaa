package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobPostsTest {

    private static final String HIRE = "/open-apis/hire/v1";
    private static final String WEBSITE = "7001000000000000001";
    private static final String CHANNEL = "7002000000000000001";
    private static final String OTHER_WEBSITE = "7001000000000000002";
    private static final String JOB = "7003000000000000001";
    private static final String ADVERTISEMENT = "7004000000000000001";

    private final SettableClock clock = new SettableClock();
    private final FeishuSandbox sandbox =
            FeishuSandbox.start(SandboxSettings.defaults().withClock(clock));
    private final Caller caller = Caller.of(sandbox);
    private final String token = caller.token();

    @AfterEach
    void close() {
        caller.close();
        sandbox.close();
    }

    @Test
    void whatIsPublishedToAWebsiteIsThereAndNowhereElse() {
        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");

        caller.publish(token, ADVERTISEMENT, CHANNEL);

        assertThat(json(onWebsite(WEBSITE, ADVERTISEMENT)).at("/data/job_post")).isEqualTo(Caller.parse("""
                        {"id": "7004000000000000001", "title": "后端开发工程师", "job_id": "7003000000000000001",
                         "job_code": "BE-001", "job_expire_time": null, "job_active_status": 1, "job_process_type": 1,
                         "create_time": "1795334400000", "modify_time": "1795334400000"}"""));
        assertThat(ids(listOf(WEBSITE, ""))).containsExactly(ADVERTISEMENT);
        assertThat(outcome(onWebsite(OTHER_WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(ids(listOf(OTHER_WEBSITE, ""))).isEmpty();
        assertThat(outcome(onReferral(ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(outcome(onWebsite(WEBSITE, JOB))).isEqualTo("404 1002509");
    }

    @Test
    void whatIsPublishedToChannel3IsOnTheReferralPlatform() {
        caller.publish(token, ADVERTISEMENT, "3");
        caller.publish(token, "7004000000000000003", "3");

        assertThat(json(onReferral(ADVERTISEMENT)).at("/data/job_post/job_id").textValue())
                .isEqualTo(JOB);
        assertThat(ids(referral(""))).containsExactly(ADVERTISEMENT, "7004000000000000003");
        assertThat(ids(referral("?process_type=1"))).containsExactly(ADVERTISEMENT);
        assertThat(ids(referral("?process_type=2"))).containsExactly("7004000000000000003");
        assertThat(outcome(referral("?process_type=3"))).isEqualTo("400 1002002");
    }

    @Test
    void anAdvertisementThatNobodyDeclaredGetsAJobOfItsOwnAndAlwaysTheSame() {
        caller.publish(token, "69", CHANNEL);
        caller.publish(token, "70", CHANNEL);
        caller.publish(token, "69", "3");
        JsonNode post = json(onWebsite(WEBSITE, "69")).at("/data/job_post");

        assertThat(post.path("job_id").textValue()).matches("[0-9]{19}");
        assertThat(json(onReferral("69")).at("/data/job_post/job_id")).isEqualTo(post.path("job_id"));
        assertThat(json(onWebsite(WEBSITE, "70")).at("/data/job_post/job_id")).isNotEqualTo(post.path("job_id"));

        sandbox.reset();
        String newToken = caller.token();
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

        assertThat(outcome(onWebsite(WEBSITE, "11"))).isEqualTo("404 1002509");
        assertThat(outcome(onReferral("12"))).isEqualTo("404 1002509");
        assertThat(ids(listOf(WEBSITE, ""))).containsExactly("69");
        assertThat(outcome(caller.send(caller.publishing("12", "Bearer " + token, "{}"))))
                .isEqualTo("400 1002609");
        assertThat(records(CHANNEL).at("/0/job_active_status").intValue()).isEqualTo(2);
    }

    @Test
    void reopeningBringsNothingBackUnlessTheSwitchSaysSo() {
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        sandbox.closeJob(ADVERTISEMENT);
        sandbox.reopenJob(ADVERTISEMENT);
        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");

        caller.publish(token, ADVERTISEMENT, CHANNEL);
        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("200 0");

        sandbox.bringBackByReopening(true);
        sandbox.closeJob(ADVERTISEMENT);
        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        sandbox.reopenJob(ADVERTISEMENT);
        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("200 0");
    }

    @Test
    void anAdvertisementIsSeenAfterTheDelay() {
        sandbox.delayUntilSeen(Duration.ofSeconds(30));
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        caller.publish(token, ADVERTISEMENT, "3");

        clock.advance(Duration.ofMillis(29_999));
        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(ids(listOf(WEBSITE, ""))).isEmpty();
        assertThat(outcome(onReferral(ADVERTISEMENT))).isEqualTo("404 1002509");
        assertThat(ids(referral(""))).isEmpty();
        assertThat(records(CHANNEL)).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("200 0");
        assertThat(outcome(onReferral(ADVERTISEMENT))).isEqualTo("200 0");
        assertThat(records(CHANNEL)).hasSize(1);
    }

    @Test
    void publishingAgainDelaysNothing() {
        sandbox.delayUntilSeen(Duration.ofSeconds(30));
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        clock.advance(Duration.ofSeconds(30));
        caller.publish(token, ADVERTISEMENT, CHANNEL);

        JsonNode post = json(onWebsite(WEBSITE, ADVERTISEMENT)).at("/data/job_post");

        assertThat(post.path("create_time").textValue()).isEqualTo("1795334400000");
        assertThat(post.path("modify_time").textValue()).isEqualTo("1795334430000");
    }

    @Test
    void underAnotherIdOnlyTheListAndTheJobLeadToIt() {
        sandbox.anotherIdOnWebsites(true);
        caller.publish(token, ADVERTISEMENT, CHANNEL);
        caller.publish(token, ADVERTISEMENT, "3");

        assertThat(outcome(onWebsite(WEBSITE, ADVERTISEMENT))).isEqualTo("404 1002509");
        JsonNode listed = json(listOf(WEBSITE, "")).at("/data/items/0");
        assertThat(listed.path("job_id").textValue()).isEqualTo(JOB);
        assertThat(listed.path("id").textValue()).isNotEqualTo(ADVERTISEMENT);
        assertThat(json(onWebsite(WEBSITE, listed.path("id").textValue())).at("/data/job_post"))
                .isEqualTo(listed);
        assertThat(outcome(onReferral(ADVERTISEMENT))).isEqualTo("200 0");
        assertThat(records(CHANNEL).at("/0/id").textValue()).isEqualTo(ADVERTISEMENT);
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

    @Test
    void theGuessesAreSwitchedOverHttp() {
        String guesses = "{\"delayUntilSeenMillis\":5000,\"anotherIdOnWebsites\":true,\"refusePublishingTwice\":true,"
                + "\"bringBackByReopening\":true,\"numberWebsitesLikeChannels\":true}";
        caller.send("PUT", "/sandbox/guesses", guesses);

        JsonNode state = json(caller.send("PUT", "/sandbox/guesses", "{}"));

        assertThat(state.path("guesses")).isEqualTo(Caller.parse(guesses));
        assertThat(caller.send("PUT", "/sandbox/guesses", "{\"delayUntilSeenMillis\":-1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(caller.send("DELETE", "/sandbox", "")).path("guesses"))
                .isEqualTo(Caller.parse(guesses.replace("true", "false").replace("5000", "0")));
    }

    @Test
    void theRecordsOfAChannelTellWhatWasEverPublishedThere() {
        caller.publish(token, ADVERTISEMENT, "30");
        caller.publish(token, ADVERTISEMENT, "30");
        sandbox.closeJob(ADVERTISEMENT);

        JsonNode records = records("30");

        assertThat(records).hasSize(1);
        assertThat(records.at("/0/id").textValue()).isEqualTo(ADVERTISEMENT);
        assertThat(records.at("/0/job_active_status").intValue()).isEqualTo(2);
        assertThat(records.at("/0/job_expire_time").textValue()).isEmpty();
        assertThat(records("31")).isEmpty();
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

        assertThat(ids(listOf(WEBSITE, ""))).isEmpty();
        assertThat(ids(referral(""))).isEmpty();
    }

    @Test
    void theJobsExpiryIsShown() {
        sandbox.expireJob(JOB, Instant.ofEpochMilli(1_722_441_599_999L));
        caller.publish(token, ADVERTISEMENT, CHANNEL);

        assertThat(json(onWebsite(WEBSITE, ADVERTISEMENT))
                        .at("/data/job_post/job_expire_time")
                        .textValue())
                .isEqualTo("1722441599999");
        assertThat(records(CHANNEL).at("/0/job_expire_time").textValue()).isEqualTo("1722441599999");
    }

    @ParameterizedTest
    @CsvSource({"update", "create"})
    void aWebsitesListIsFilteredByTime(String kind) {
        caller.publish(token, "11", CHANNEL);
        clock.advance(Duration.ofSeconds(10));
        caller.publish(token, "12", CHANNEL);
        long second = clock.instant().toEpochMilli();
        String query = "?" + kind + "_start_time=%d&" + kind + "_end_time=%d";

        assertThat(ids(listOf(WEBSITE, query.formatted(second, second)))).containsExactly("12");
        assertThat(ids(listOf(WEBSITE, query.formatted(0, second - 1)))).containsExactly("11");
        assertThat(ids(listOf(WEBSITE, "?" + kind + "_start_time=" + (second + 1))))
                .isEmpty();
        assertThat(outcome(listOf(WEBSITE, "?" + kind + "_start_time=yesterday")))
                .isEqualTo("400 1002002");
    }

    @Test
    void theErrorsOfTheWebsiteCallsAreThoseOfTheirPages() {
        assertThat(outcome(onWebsite("1", ADVERTISEMENT))).isEqualTo("400 1002502");
        assertThat(outcome(listOf("1", ""))).isEqualTo("400 1002502");
        assertThat(outcome(listOf(CHANNEL, ""))).isEqualTo("400 1002502");
        assertThat(outcome(onWebsite("x", ADVERTISEMENT))).isEqualTo("400 1002002");
        assertThat(outcome(onWebsite(WEBSITE, "x"))).isEqualTo("400 1002002");
        assertThat(outcome(onReferral("x"))).isEqualTo("400 1002002");
    }

    private HttpResponse<String> onWebsite(String website, String id) {
        return caller.get(token, HIRE + "/websites/" + website + "/job_posts/" + id);
    }

    private HttpResponse<String> listOf(String website, String query) {
        return caller.get(token, HIRE + "/websites/" + website + "/job_posts" + query);
    }

    private HttpResponse<String> onReferral(String id) {
        return caller.get(token, HIRE + "/referral_websites/job_posts/" + id);
    }

    private HttpResponse<String> referral(String query) {
        return caller.get(token, HIRE + "/referral_websites/job_posts" + query);
    }

    private JsonNode records(String channel) {
        String body = "{\"job_channel_id\":\"" + channel + "\"}";
        return json(caller.call(token, HIRE + "/job_publish_records/search", body))
                .at("/data/items");
    }

    private static List<String> ids(HttpResponse<String> reply) {
        return json(reply).at("/data/items").findValuesAsText("id");
    }
}
