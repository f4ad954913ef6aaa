package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an attempt that may have published, and the link of one that has. */
class LookBeforeRepeatingTest {

    private static final String PUBLISH = "hire/v1/advertisements/4711/publish";
    private static final String WEBSITES = "hire/v1/websites";
    private static final String ON_WEBSITE = "hire/v1/websites/81/job_posts/4711";
    private static final Channel WEBSITE = new Channel.Numbered(new JobChannelId("91"));
    private static final String LIVE =
            "{\"code\":0,\"data\":{\"job_post\":{\"id\":\"4711\",\"job_id\":\"5\",\"job_active_status\":1}}}";
    private static final Optional<LinkPattern> LINK =
            Optional.of(new LinkPattern("https://example.com/{websiteId}/{advertisementId}"));

    private final FeishuRoutes feishu = new FeishuRoutes();

    @BeforeEach
    void thereIsAWebsite() {
        feishu.pages(
                WEBSITES,
                "{\"id\":\"81\",\"job_channel_id\":\"91\",\"name\":{\"zh_cn\":\"社招官网\",\"en_us\":\"Careers\"}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1002001, 2200, 1500})
    void afterAFailureThatLeavesItOpenALookThatFindsItCompletes(int code) {
        feishu.failsWith(PUBLISH, code).on(ON_WEBSITE, LIVE);

        var receipt = publish(WEBSITE, true, LINK);

        assertThat(receipt.alreadyOnline()).isTrue();
        assertThat(receipt.channelName()).contains(new LocalizedName("Careers", "社招官网"));
        assertThat(receipt.link()).contains("https://example.com/81/4711");
        assertThat(feishu.requests()).containsExactly(PUBLISH, WEBSITES + "?page_size=10", ON_WEBSITE);
    }

    @Test
    void aLookThatDoesNotFindItLeavesTheFailure() {
        feishu.failsWith(PUBLISH, 1002001).failsWith(ON_WEBSITE, 1002509);

        assertThat(failure(WEBSITE, true).code()).hasValue(1002001);
    }

    @ParameterizedTest
    @ValueSource(ints = {99991672, 1002001, 99991400, 4711})
    void aLookThatFailsLeavesTheFailureOfTheAttempt(int code) {
        feishu.failsWith(PUBLISH, 2200).failsWith(ON_WEBSITE, code);

        assertThat(failure(WEBSITE, true).code()).hasValue(2200);
    }

    /** A failure before the request went out leaves nothing open. */
    @Test
    void whereTheNameOfTheWebsiteCannotBeHadThereIsNoLook() {
        feishu.failsWith(WEBSITES, 1002001).on(ON_WEBSITE, LIVE);

        assertThat(failure(new Channel.WebsiteNamed("channel.websiteName", "Careers"), true)
                        .code())
                .hasValue(1002001);
        assertThat(feishu.requests()).containsExactly(WEBSITES + "?page_size=10");
    }

    @Test
    void withoutTheChoiceThereIsNoLook() {
        feishu.failsWith(PUBLISH, 1002001).on(ON_WEBSITE, LIVE);

        assertThat(failure(WEBSITE, false).error()).isEqualTo(FeishuError.SYSTEM_ERROR);
        assertThat(feishu.requests()).containsExactly(PUBLISH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1002613, 1002609, 1002624, 99991400, 99991672})
    void afterAFailureThatLeavesNothingOpenThereIsNoLook(int code) {
        feishu.failsWith(PUBLISH, code).on(ON_WEBSITE, LIVE);

        assertThat(failure(WEBSITE, true).code()).hasValue(code);
        assertThat(feishu.requests()).containsExactly(PUBLISH);
    }

    @Test
    void whereFeishuDecidesThereIsNothingToLookAt() {
        feishu.failsWith(PUBLISH, 1002001);

        assertThat(failure(new Channel.LeftToFeishu(), true).code()).hasValue(1002001);
        assertThat(feishu.requests()).containsExactly(PUBLISH);
    }

    @Test
    void onlyTheLinkThatNeedsTheWebsiteAsksForIt() {
        feishu.on(PUBLISH, "{\"code\":0}");

        assertThat(publish(WEBSITE, false, Optional.of(new LinkPattern("https://example.com/{advertisementId}")))
                        .link())
                .contains("https://example.com/4711");
        assertThat(feishu.requests()).containsExactly(PUBLISH);

        assertThat(publish(WEBSITE, false, LINK).link()).contains("https://example.com/81/4711");
        assertThat(feishu.requests()).endsWith(PUBLISH, WEBSITES + "?page_size=10");
    }

    @Test
    void whatIsPublishedStaysPublishedWhereTheLinkCannotBeHad() {
        feishu.on(PUBLISH, "{\"code\":0}").denied(WEBSITES, "hire:site:readonly");

        var receipt = publish(WEBSITE, false, LINK);

        assertThat(receipt.link()).isEmpty();
        assertThat(receipt.alreadyOnline()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2", "30"})
    void theReferralPlatformAndThirdPartiesHaveNoLink(String channel) {
        feishu.on(PUBLISH, "{\"code\":0}");
        var pattern = Optional.of(new LinkPattern("https://example.com/{advertisementId}"));

        assertThat(publish(new Channel.Numbered(new JobChannelId(channel)), false, pattern)
                        .link())
                .isEmpty();
    }

    private FeishuFailure failure(Channel channel, boolean look) {
        return catchThrowableOfType(FeishuException.class, () -> publish(channel, look, Optional.empty()))
                .failure();
    }

    private PublishReceipt publish(Channel channel, boolean look, Optional<LinkPattern> link) {
        return feishu.client()
                .advertisements()
                .publish(new PublishRequest(
                        Requests.APP,
                        new AdvertisementId("4711"),
                        channel,
                        look,
                        Optional.empty(),
                        link,
                        Duration.ofSeconds(10)));
    }
}
