package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.feishuhire.connector.feishu.AdvertisementStatus.Reason;
import io.feishuhire.connector.feishu.AdvertisementStatus.State;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCheckTest {

    private static final String WEBSITES = "hire/v1/websites";
    private static final String ON_WEBSITE = "hire/v1/websites/81/job_posts/4711";
    private static final String POSTS_OF_WEBSITE = "hire/v1/websites/81/job_posts";
    private static final String ON_REFERRAL_PLATFORM = "hire/v1/referral_websites/job_posts/4711";
    private static final String POSTS_OF_REFERRAL_PLATFORM = "hire/v1/referral_websites/job_posts";
    private static final String RECORDS = "hire/v1/job_publish_records/search";

    private static final String CAREERS =
            "{\"id\":\"81\",\"job_channel_id\":\"91\",\"name\":{\"zh_cn\":\"社招官网\",\"en_us\":\"Careers\"},\"process_type_list\":[1]}";

    private final FeishuRoutes feishu = new FeishuRoutes();

    @BeforeEach
    void thereIsAWebsite() {
        feishu.pages(WEBSITES, CAREERS);
    }

    @Test
    void anAdvertisementOnItsWebsiteIsLive() {
        feishu.on(ON_WEBSITE, post("4711", 1, ""));

        var status = check(channel("91"));

        assertThat(status.state()).isEqualTo(State.LIVE);
        assertThat(status.reason()).isEqualTo(Reason.SEEN);
        assertThat(status.channelName()).contains(new LocalizedName("Careers", "社招官网"));
        assertThat(status.channelId()).contains(new JobChannelId("91"));
        assertThat(status.websiteId()).contains("81");
        assertThat(status.link()).contains("https://example.com/81/4711");
        assertThat(status.post().orElseThrow().jobId()).isEqualTo("5");
        assertThat(feishu.requests()).containsExactly(WEBSITES + "?page_size=10", ON_WEBSITE);
    }

    @Test
    void anAdvertisementOnTheReferralPlatformIsLiveAndHasNoLink() {
        feishu.on(ON_REFERRAL_PLATFORM, post("4711", 1, ""));

        var status = check(Channel.REFERRAL_PLATFORM);

        assertThat(status.reason()).isEqualTo(Reason.SEEN);
        assertThat(status.channelName()).contains(Channel.REFERRAL_PLATFORM_NAME);
        assertThat(status.link()).isEmpty();
        assertThat(feishu.requests()).containsExactly(ON_REFERRAL_PLATFORM);
    }

    @ParameterizedTest
    @CsvSource({"2, , JOB_NOT_ACTIVE", "2, 1, JOB_NOT_ACTIVE", "1, 1795597200000, EXPIRED", "1, 1795597199999, EXPIRED"
    })
    void anAdvertisementWhoseJobIsNotOpenIsNotSeen(int activeStatus, String expireTime, Reason reason) {
        feishu.on(ON_WEBSITE, post("4711", activeStatus, expireTime == null ? "" : expireTime));

        var status = check(channel("91"));

        assertThat(status.reason()).isEqualTo(reason);
        assertThat(status.state()).isEqualTo(State.NOT_SEEN);
        assertThat(status.link()).isEmpty();
        assertThat(status.post()).isPresent();
    }

    @Test
    void aJobThatExpiresLaterIsOpen() {
        feishu.on(ON_WEBSITE, post("4711", 1, "1900000000000"));

        assertThat(check(channel("91")).reason()).isEqualTo(Reason.SEEN);
    }

    @Test
    void anAdvertisementThatTheWebsiteLacksIsNotOnTheChannel() {
        feishu.failsWith(ON_WEBSITE, 1002509);

        assertThat(check(channel("91")).reason()).isEqualTo(Reason.NOT_ON_CHANNEL);
    }

    @Test
    void anAdvertisementUnderAnotherIdIsFoundByItsJob() {
        feishu.failsWith(ON_WEBSITE, 1002509)
                .pages(POSTS_OF_WEBSITE, item("1", "6"), item("4712", "5"), item("2", "7"));

        var status = check(channel("91"), Optional.of(new JobId("5")));

        assertThat(status.reason()).isEqualTo(Reason.SEEN);
        assertThat(status.link()).as("the website's own id").contains("https://example.com/81/4712");
        assertThat(feishu.requests())
                .endsWith(POSTS_OF_WEBSITE + "?page_size=10", POSTS_OF_WEBSITE + "?page_size=10&page_token=1");
    }

    @Test
    void aJobThatIsNowhereOnTheWebsiteIsNotOnTheChannel() {
        feishu.failsWith(ON_WEBSITE, 1002509).pages(POSTS_OF_WEBSITE, item("1", "6"), item("2", "7"));

        assertThat(check(channel("91"), Optional.of(new JobId("5"))).reason()).isEqualTo(Reason.NOT_ON_CHANNEL);
    }

    @ParameterizedTest
    @CsvSource({"20, NOT_ON_CHANNEL", "21, TOO_MANY"})
    void theJobIsLookedForOnTwentyPagesAtMost(int pages, Reason reason) {
        feishu.failsWith(ON_WEBSITE, 1002509)
                .pages(
                        POSTS_OF_WEBSITE,
                        IntStream.range(0, pages).mapToObj(i -> item("1", "6")).toArray(String[]::new));

        assertThat(check(channel("91"), Optional.of(new JobId("5"))).reason()).isEqualTo(reason);
    }

    @Test
    void aChannelThatIsNoWebsitesIsLookedForOnceMoreAndThenUnknown() {
        feishu.on(ON_WEBSITE, post("4711", 1, ""));
        check(channel("91"));
        feishu.passes(Duration.ofSeconds(10)).forgetRequests();

        var status = check(channel("92"));

        assertThat(status.reason()).isEqualTo(Reason.NO_SUCH_WEBSITE);
        assertThat(status.state()).isEqualTo(State.UNKNOWN);
        assertThat(feishu.requests()).containsExactly(WEBSITES + "?page_size=10");
    }

    @Test
    void aWebsiteThatIsGoneDropsTheKeptNamesAndIsAskedForOnceMore() {
        feishu.on(ON_WEBSITE, post("4711", 1, ""));
        check(channel("91"));
        feishu.passes(Duration.ofSeconds(10)).forgetRequests();
        feishu.failsWith(ON_WEBSITE, 1002502)
                .pages(WEBSITES, CAREERS.replace("\"81\"", "\"82\""))
                .on("hire/v1/websites/82/job_posts/4711", post("4711", 1, ""));

        var status = check(channel("91"));

        assertThat(status.reason()).isEqualTo(Reason.SEEN);
        assertThat(status.websiteId()).contains("82");
        assertThat(feishu.requests())
                .containsExactly(ON_WEBSITE, WEBSITES + "?page_size=10", "hire/v1/websites/82/job_posts/4711");
    }

    @Test
    void aWebsiteThatStaysGoneIsNoWebsite() {
        feishu.failsWith(ON_WEBSITE, 1002502);

        assertThat(check(channel("91")).reason()).isEqualTo(Reason.NO_SUCH_WEBSITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {ON_REFERRAL_PLATFORM, POSTS_OF_REFERRAL_PLATFORM})
    void theReferralPlatformIsNoWebsiteThatCouldBeGone(String path) {
        feishu.failsWith(ON_REFERRAL_PLATFORM, 1002509).failsWith(path, 1002502);

        assertThatThrownBy(() -> check(Channel.REFERRAL_PLATFORM, Optional.of(new JobId("5"))))
                .asInstanceOf(type(FeishuException.class))
                .extracting(failed -> failed.failure().error())
                .isEqualTo(FeishuError.UNKNOWN_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "30", "42"})
    void ofHeadhuntersAndThirdPartiesThereAreOnlyPublishRecords(String channel) {
        feishu.pages(RECORDS, item("1", "6"), item("4711", "5"));

        var status = check(channel(channel));

        assertThat(status.reason()).isEqualTo(Reason.ONLY_PUBLISH_RECORDS);
        assertThat(status.state()).isEqualTo(State.UNKNOWN);
        assertThat(status.publishedBefore()).contains(true);
    }

    @Test
    void anAdvertisementWithoutARecordWasNotPublishedThereBefore() {
        feishu.pages(RECORDS, item("1", "6"));

        assertThat(check(channel("2")).publishedBefore()).contains(false);
    }

    @Test
    void tooManyRecordsAreToldAsSuch() {
        feishu.pages(
                RECORDS, IntStream.range(0, 21).mapToObj(i -> item("1", "6")).toArray(String[]::new));

        assertThat(check(channel("2")).reason()).isEqualTo(Reason.TOO_MANY);
        assertThat(check(channel("2")).publishedBefore()).isEmpty();
    }

    @Test
    void aChannelThatFeishuDecidesCannotBeLookedAt() {
        assertThat(check(new Channel.LeftToFeishu()).reason()).isEqualTo(Reason.CHANNEL_LEFT_TO_FEISHU);
        assertThat(feishu.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBSITES, ON_WEBSITE})
    void aMissingPermissionIsAnAnswerThatNamesIt(String path) {
        feishu.denied(path, "hire:site:readonly");

        var status = check(channel("91"));

        assertThat(status.reason()).isEqualTo(Reason.PERMISSION_MISSING);
        assertThat(status.state()).isEqualTo(State.UNKNOWN);
        assertThat(status.scopes()).containsExactly("hire:site:readonly");
        assertThat(status.channelId()).contains(new JobChannelId("91"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"社招官网", "91"})
    void whereTheWebsiteMayNotBeLookedAtItsNameIsToldAllTheSame(String channel) {
        feishu.denied(ON_WEBSITE, "hire:site_job_post:readonly");

        var status = check(channel.equals("91") ? channel("91") : named(channel));

        assertThat(status.reason()).isEqualTo(Reason.PERMISSION_MISSING);
        assertThat(status.channelId()).contains(new JobChannelId("91"));
        assertThat(status.channelName()).contains(new LocalizedName("Careers", "社招官网"));
        assertThat(status.websiteId()).contains("81");
    }

    /** What is not clearly open is not online. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "null", "true", "\"\"", "\"open\"", "[1]", "1.5"})
    void anUnclearStateOfTheJobIsNotLive(String status) {
        feishu.on(
                ON_WEBSITE, post("4711", 1, "").replace("\"job_active_status\":1", "\"job_active_status\":" + status));

        assertThat(check(channel("91")).reason()).isEqualTo(Reason.JOB_NOT_ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1"})
    void aStateAsTextOrAsANumberIsTheSame(String status) {
        feishu.on(
                ON_WEBSITE, post("4711", 1, "").replace("\"job_active_status\":1", "\"job_active_status\":" + status));

        assertThat(check(channel("91")).reason()).isEqualTo(Reason.SEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4712", "", "x"})
    void anotherAdvertisementThanTheOneThatWasAskedForIsAFailure(String id) {
        feishu.on(ON_WEBSITE, post(id, 1, ""));

        assertThatThrownBy(() -> check(channel("91")))
                .asInstanceOf(type(FeishuException.class))
                .extracting(failed -> failed.failure().error())
                .isEqualTo(FeishuError.UNAVAILABLE);
    }

    @Test
    void aTimeThatCannotBeReadIsAFailure() {
        feishu.on(ON_WEBSITE, post("4711", 1, "tomorrow"));

        assertThatThrownBy(() -> check(channel("91"))).isInstanceOf(FeishuException.class);
    }

    @Test
    void anAdvertisementOfTheJobThatCannotBeReadIsAFailure() {
        feishu.failsWith(ON_WEBSITE, 1002509)
                .pages("hire/v1/websites/81/job_posts", "{\"id\":\"x\",\"job_id\":\"5\",\"job_active_status\":1}");

        assertThatThrownBy(() -> check(channel("91"), Optional.of(new JobId("5"))))
                .isInstanceOf(FeishuException.class);
    }

    @Test
    void itTellsWhenItLooked() {
        feishu.on(ON_WEBSITE, post("4711", 1, ""));

        assertThat(check(channel("91")).checkedAt()).isEqualTo(FeishuRoutes.NOW);
    }

    @Test
    void aWebsiteIsFoundByItsNameInEitherLanguage() {
        feishu.on(ON_WEBSITE, post("4711", 1, ""));

        assertThat(check(named("社招官网")).reason()).isEqualTo(Reason.SEEN);
        assertThat(check(named("  CAREERS\u3000")).reason()).isEqualTo(Reason.SEEN);
    }

    @Test
    void aFeishuThatIsDownIsAFailure() {
        feishu.failsWith(ON_WEBSITE, 1002001);

        assertThatThrownBy(() -> check(channel("91")))
                .asInstanceOf(type(FeishuException.class))
                .extracting(failed -> failed.failure().error())
                .isEqualTo(FeishuError.SYSTEM_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":0}", "{\"code\":0,\"data\":{}}", "{\"code\":0,\"data\":{\"job_post\":[]}}"})
    void aSuccessWithoutTheAdvertisementIsAFailure(String json) {
        feishu.on(ON_WEBSITE, json);

        assertThatThrownBy(() -> check(channel("91")))
                .asInstanceOf(type(FeishuException.class))
                .extracting(failed -> failed.failure().error())
                .isEqualTo(FeishuError.UNAVAILABLE);
    }

    private AdvertisementStatus check(Channel channel) {
        return check(channel, Optional.empty());
    }

    private AdvertisementStatus check(Channel channel, Optional<JobId> jobId) {
        return feishu.client()
                .advertisements()
                .check(new CheckRequest(
                        Requests.APP,
                        new AdvertisementId("4711"),
                        channel,
                        jobId,
                        Optional.of(new LinkPattern("https://example.com/{websiteId}/{advertisementId}")),
                        Duration.ofSeconds(10)));
    }

    private static Channel channel(String id) {
        return new Channel.Numbered(new JobChannelId(id));
    }

    private static Channel named(String name) {
        return new Channel.WebsiteNamed("channel.websiteName", name);
    }

    private static String post(String id, int activeStatus, String expireTime) {
        return "{\"code\":0,\"data\":{\"job_post\":{\"id\":\"" + id + "\",\"title\":\"Engineer\",\"job_id\":\"5\","
                + "\"job_code\":\"E-1\",\"job_active_status\":" + activeStatus + ",\"job_expire_time\":\"" + expireTime
                + "\"}}}";
    }

    private static String item(String id, String jobId) {
        return "{\"id\":\"" + id + "\",\"job_id\":\"" + jobId + "\",\"job_active_status\":1}";
    }
}
