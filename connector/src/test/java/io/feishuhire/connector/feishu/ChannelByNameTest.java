package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing on a recruitment website that is known by its name. */
class ChannelByNameTest {

    private static final String WEBSITES = "hire/v1/websites";
    private static final String FIRST_PAGE = WEBSITES + "?page_size=10";
    private static final String PUBLISH = "hire/v1/advertisements/4711/publish";

    private final FeishuRoutes feishu = new FeishuRoutes();

    @BeforeEach
    void thereAreWebsites() {
        feishu.on(PUBLISH, "{\"code\":0}")
                .pages(WEBSITES, website("81", "91", "社招官网", "Careers"), website("82", "92", "校招官网", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"社招官网", "Careers", "careers", " CAREERS ", "\u3000社招官网\u3000"})
    void aNameInEitherLanguageAndAnyCaseFindsTheChannel(String name) {
        var receipt = publish(name);

        assertThat(receipt.channelId()).contains(new JobChannelId("91"));
        assertThat(receipt.channelName()).contains(new LocalizedName("Careers", "社招官网"));
    }

    @Test
    void theNamesAreKeptForTenMinutes() {
        publish("社招官网");
        publish("校招官网");
        feishu.passes(Duration.ofMinutes(10).minusSeconds(1));
        publish("Careers");
        assertThat(feishu.requests()).containsOnlyOnce(FIRST_PAGE);

        feishu.passes(Duration.ofSeconds(1));
        publish("Careers");
        assertThat(feishu.requests().stream().filter(FIRST_PAGE::equals)).hasSize(2);
    }

    @Test
    void aNameThatIsNotAmongTheKeptOnesIsLookedForOnceMore() {
        publish("Careers");
        feishu.pages(WEBSITES, website("83", "93", "实习官网", "Internships")).passes(Duration.ofSeconds(10));

        assertThat(publish("internships").channelId()).contains(new JobChannelId("93"));
    }

    @Test
    void aBulkWithANameThatDoesNotExistAsksOnceInTenSeconds() {
        for (var i = 0; i < 20; i++) {
            assertThat(refusal("Referral")).startsWith("channel.websiteName names no recruitment website.");
        }
        assertThat(feishu.requests()).containsOnlyOnce(FIRST_PAGE);

        feishu.passes(Duration.ofSeconds(10));
        refusal("Referral");
        assertThat(feishu.requests().stream().filter(FIRST_PAGE::equals)).hasSize(2);
    }

    @Test
    void anotherSecretOfTheSameAppSeesNoKeptNames() {
        publish("Careers");
        feishu.forgetRequests();

        publish(new FeishuApp(BaseUrl.FEISHU, Requests.APP.appId(), "another"), "Careers");

        assertThat(feishu.requests()).startsWith(FIRST_PAGE);
    }

    @Test
    void aNameThatNoWebsiteHasIsRefusedWithTheNamesThatThereAre() {
        assertThat(refusal("Referral"))
                .startsWith("channel.websiteName names no recruitment website."
                        + " Feishu Hire lists: 社招官网 (Careers), 校招官网.")
                .doesNotContain("Referral");
        assertThat(feishu.requests()).doesNotContain(PUBLISH);
    }

    @Test
    void aNameThatTwoWebsitesHaveIsRefused() {
        feishu.pages(WEBSITES, website("81", "91", "官网", "Careers"), website("82", "92", "校招官网", "careers"));

        assertThat(refusal("Careers"))
                .startsWith(
                        "channel.websiteName is the name of several recruitment websites, so use the channel ID instead.");
    }

    @Test
    void atMostTwentyNamesAreListed() {
        feishu.pages(
                WEBSITES,
                IntStream.range(100, 121)
                        .mapToObj(i -> website("1" + i, "2" + i, "官网" + i, ""))
                        .toArray(String[]::new));

        assertThat(refusal("x")).contains("官网119, … Correct").doesNotContain("官网120");
    }

    @Test
    void withoutWebsitesTheMessageSaysSo() {
        feishu.pages(WEBSITES);

        assertThat(refusal("x")).contains("Feishu Hire lists: —.");
    }

    @Test
    void aWebsiteWhoseIdsAreOfNoUseIsLeftOut() {
        feishu.pages(WEBSITES, website("../x", "91", "社招官网", ""), website("82", "", "校招官网", ""), "{}");

        assertThat(refusal("社招官网")).contains("Feishu Hire lists: —.");
    }

    @Test
    void aWebsiteThatComesOnTwoPagesIsOne() {
        feishu.pages(WEBSITES, website("81", "91", "社招官网", "Careers"), website("81", "91", "社招官网", "Careers"));

        assertThat(publish("Careers").channelId()).contains(new JobChannelId("91"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"校招\u200b官网", "校招官网\u200d", "\u202a校招官网"})
    void charactersWithoutWidthDoNotMatter(String name) {
        feishu.pages(WEBSITES, website("82", "92", "校招官\u200b网", ""));

        assertThat(publish(name).channelId()).contains(new JobChannelId("92"));
    }

    @Test
    void pagesThatAreOlderThanTenSecondsCountForNoNewName() {
        feishu.pages(WEBSITES, website("81", "91", "甲", ""), website("82", "92", "乙", ""));
        var pages = feishu.answerOf(WEBSITES);
        feishu.on(WEBSITES, query -> query.contains("page_token=1") ? "{\"code\":99991400}" : pages.apply(query));
        assertThat(refusal("新")).contains("99991400");
        feishu.pages(WEBSITES, website("81", "91", "新", ""), website("82", "92", "乙", ""))
                .passes(Duration.ofSeconds(10));

        assertThat(publish("新").channelId()).contains(new JobChannelId("91"));
    }

    @Test
    void aPageTokenThatNoLongerHoldsIsNoFailure() {
        feishu.pages(WEBSITES, website("81", "91", "社招官网", "Careers"), website("82", "92", "乙", ""));
        var pages = feishu.answerOf(WEBSITES);
        feishu.on(WEBSITES, query -> query.contains("page_token=1") ? "{\"code\":99991400}" : pages.apply(query));
        assertThat(refusal("Careers")).contains("99991400");
        var first = new java.util.concurrent.atomic.AtomicBoolean(true);
        feishu.on(WEBSITES, query -> first.getAndSet(false) ? "{\"code\":1002002}" : pages.apply(query))
                .passes(Duration.ofSeconds(2));

        assertThat(publish("Careers").channelId()).contains(new JobChannelId("91"));
    }

    @Test
    void aMissingPermissionThatFeishuDoesNotNameIsThatOfTheWebsites() {
        feishu.failsWith(WEBSITES, 99991672);

        assertThat(refusal("Careers"))
                .startsWith("The Feishu app may not read the recruitment websites yet.")
                .contains("hire:site:readonly", "then publish again")
                .doesNotContain("hire:advertisement", "may not publish");
    }

    @Test
    void aMissingPermissionIsAFailureThatNamesIt() {
        feishu.denied(WEBSITES, "hire:site:readonly");

        assertThat(refusal("Careers")).contains("hire:site:readonly").doesNotContain("hire:advertisement");
    }

    @Test
    void aChannelByItsIdHasANameAsSoonAsItIsKnown() {
        assertThat(publish(new Channel.Numbered(new JobChannelId("91"))).channelName())
                .isEmpty();
        publish("Careers");
        assertThat(publish(new Channel.Numbered(new JobChannelId("91"))).channelName())
                .contains(new LocalizedName("Careers", "社招官网"));
        assertThat(publish(Channel.REFERRAL_PLATFORM).channelName()).contains(Channel.REFERRAL_PLATFORM_NAME);
    }

    private String refusal(String name) {
        var refused = catchThrowableOfType(FeishuException.class, () -> publish(name));
        return refused.failure().message(FeishuOperation.PUBLISH);
    }

    private PublishReceipt publish(String name) {
        return publish(Requests.APP, name);
    }

    private PublishReceipt publish(FeishuApp app, String name) {
        return publish(app, new Channel.WebsiteNamed("channel.websiteName", name));
    }

    private PublishReceipt publish(Channel channel) {
        return publish(Requests.APP, channel);
    }

    private PublishReceipt publish(FeishuApp app, Channel channel) {
        return feishu.client()
                .advertisements()
                .publish(new PublishRequest(app, new AdvertisementId("4711"), channel, Duration.ofSeconds(10)));
    }

    private static String website(String id, String channel, String zh, String en) {
        return "{\"id\":\"" + id + "\",\"job_channel_id\":\"" + channel + "\",\"name\":{\"zh_cn\":\"" + zh
                + "\",\"en_us\":\"" + en + "\"}}";
    }
}
