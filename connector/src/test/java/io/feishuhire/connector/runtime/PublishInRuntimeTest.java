package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process sees of publishing: the connector in the stock runtime, on an engine, against the sandbox. */
@ExtendWith(StockRuntime.class)
class PublishInRuntimeTest {

    private static final String CHANNEL = "7002000000000000001";
    private static final Advice NO_ADVERTISEMENT_ID = new Advice(
            "advertisementId contains characters that are not digits. Correct that and publish again.",
            "advertisementId 含有半角数字以外的字符。请更正后重新发布。");
    private static final String LINK = "https://example.com/{websiteId}/{advertisementId}";
    private static final Map<String, Object> ON_THE_WEBSITE =
            Map.of("channelType", "website-by-name", "websiteName", "careers");

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    @Test
    void aPublicationIsTheResult(EmbeddedEngine engine) {
        var history = run(engine, Map.of("appId", "{{secrets.FEISHU_APP_ID}}"));

        assertThat(history.completedElements()).endsWith(OutcomesProcess.TASK, OutcomesProcess.DONE);
        assertThat(history.variables().get("publication"))
                .asInstanceOf(MAP)
                .containsOnlyKeys("advertisementId", "jobChannelId", "channelName", "logId", "publishedAt")
                .containsEntry("advertisementId", ConfidentialWords.ADVERTISEMENT_ID)
                .containsEntry("jobChannelId", "3")
                .containsEntry("logId", probe.sandbox().requests().getLast().logId());
        assertThat(probe.sandbox().published()).hasSize(1);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @Test
    void whatIsAbsentIsAbsentInTheResultToo(EmbeddedEngine engine) {
        assertThat(publication(engine, Map.of("channelType", "default")))
                .containsOnlyKeys("advertisementId", "logId", "publishedAt");
        assertThat(probe.sandbox().requests().getLast().body()).isEqualTo("{}");
    }

    @Test
    void aWebsiteIsFoundByItsNameAndTheResultHasItsLink(EmbeddedEngine engine) {
        var publication = publication(engine, and(ON_THE_WEBSITE, "linkPattern", LINK));

        assertThat(publication)
                .containsEntry("jobChannelId", CHANNEL)
                .containsEntry("channelName", "社招官网 (Careers)")
                .containsEntry("url", "https://example.com/7001000000000000001/" + ConfidentialWords.ADVERTISEMENT_ID);
        assertThat(probe.sandbox().published())
                .extracting(PublishedAdvertisement::jobChannelId)
                .containsExactly(CHANNEL);
    }

    @Test
    void aNameThatNoWebsiteHasIsABpmnErrorThatNamesThoseThatThereAre(EmbeddedEngine engine) {
        var history = run(engine, Map.of("channelType", "website-by-name", "websiteName", "实习官网"));

        probe.assertEndsWith(
                history,
                FeishuError.INVALID_PARAMETER,
                null,
                null,
                new Advice(
                        "channel.websiteName names no recruitment website. Feishu Hire lists: 社招官网 (Careers), 校园招聘官网 (Campus),"
                                + " 海外招聘官网. Correct that and publish again.",
                        "没有招聘官网使用所填的名称。飞书招聘中现有的官网：社招官网 (Careers), 校园招聘官网 (Campus), 海外招聘官网。请更正后重新发布。"));
        assertThat(probe.sandbox().published()).isEmpty();
    }

    @Test
    void withoutThePermissionToListWebsitesANameIsABpmnErrorThatNamesIt(EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), "hire:site:readonly");

        var history = run(engine, ON_THE_WEBSITE);

        assertThat(history.completedElements()).endsWith("FEISHU_PERMISSION_DENIED");
        assertThat(RuntimeProbe.feishuError(history).get("scopes"))
                .asInstanceOf(LIST)
                .contains("hire:site:readonly");
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 内推平台 (Referral platform)", "7002000000000000001, 社招官网 (Careers)"})
    void whatAFormHasChosenIsPublishedThere(String chosen, String name, EmbeddedEngine engine) {
        var variables = Map.<String, Object>of("channelType", "id", "chosenChannel", chosen, "linkPattern", LINK);

        assertThat(publication(engine, variables))
                .containsEntry("jobChannelId", chosen)
                .containsEntry("channelName", name);
    }

    /** The answer comes too late, but the sandbox has published. */
    private void publishWithoutAnAnswer() {
        probe.sandbox().next(Endpoint.PUBLISH, Reply.delay(Duration.ofMinutes(1), Reply.fromSandbox()));
    }

    @Test
    void afterALostAnswerALookFindsTheAdvertisementOnline(EmbeddedEngine engine) {
        publishWithoutAnAnswer();

        var history = run(
                engine,
                and(
                        and(ON_THE_WEBSITE, "linkPattern", LINK),
                        Map.of("lookBeforeRepeating", true, "timeoutInSeconds", 1)));

        assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
        assertThat(Retries.burnt(history)).isEmpty();
        assertThat(history.variables().get("publication"))
                .asInstanceOf(MAP)
                .containsOnlyKeys(
                        "advertisementId", "jobChannelId", "channelName", "url", "alreadyOnline", "publishedAt")
                .containsEntry("alreadyOnline", true)
                .containsEntry("channelName", "社招官网 (Careers)");
        assertThat(probe.requestsTo(Endpoint.PUBLISH)).isEqualTo(1);
    }

    @Test
    void aLookFindsTheJobOfAnAdvertisementThatHasAnotherIdOnTheWebsite(EmbeddedEngine engine) {
        probe.sandbox().anotherIdOnWebsites(true);
        probe.sandbox().addJob("4711", "E-1", "Engineer", ConfidentialWords.ADVERTISEMENT_ID);
        publishWithoutAnAnswer();

        var publication = publication(
                engine,
                and(ON_THE_WEBSITE, Map.of("lookBeforeRepeating", true, "timeoutInSeconds", 1, "jobId", "4711")));

        assertThat(publication).containsEntry("alreadyOnline", true);
    }

    @Test
    void withoutTheChoiceItIsPublishedOnceMore(EmbeddedEngine engine) {
        publishWithoutAnAnswer();

        var history = run(engine, and(ON_THE_WEBSITE, "timeoutInSeconds", 1));

        assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
        assertThat(history.variables().get("publication")).asInstanceOf(MAP).doesNotContainKey("alreadyOnline");
        assertThat(Retries.burnt(history)).containsExactly(2);
        assertThat(probe.requestsTo(Endpoint.PUBLISH)).isEqualTo(2);
    }

    @Test
    void aLookWithoutPermissionChangesNothing(EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), "hire:site_job_post:readonly");
        publishWithoutAnAnswer();

        var history = run(engine, and(ON_THE_WEBSITE, Map.of("lookBeforeRepeating", true, "timeoutInSeconds", 1)));

        assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
        assertThat(Retries.burnt(history)).containsExactly(2);
        assertThat(probe.requestsTo(Endpoint.PUBLISH)).isEqualTo(2);
    }

    @Test
    void aBulkIsPublishedWithoutOneRateLimitReply(EmbeddedEngine engine) {
        var instances = LongStream.range(0, 25)
                .map(i -> probe.start(engine, PUBLISH, Map.of("advertisementId", "7" + i)))
                .toArray();

        for (var instance : instances) {
            var history = engine.awaitCompleted(instance, RuntimeProbe.PATIENCE);
            assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
            assertThat(history.jobFailures()).allMatch(failure -> failure.retriesLeft() == Retries.AT_FIRST);
        }
        assertThat(probe.sandbox().published()).hasSize(25);
        assertThat(probe.sandbox().requests()).allMatch(request -> request.status() == 200);
    }

    @Test
    void anIdThatCannotBeOneIsABpmnErrorAndNeverSent(EmbeddedEngine engine) {
        var history = run(engine, Map.of("advertisementId", "69/../../x"));

        probe.assertEndsWith(history, FeishuError.INVALID_PARAMETER, null, null, NO_ADVERTISEMENT_ID);
        assertThat(probe.sandbox().requests()).isEmpty();
    }

    @Test
    void aNumberThatLostDigitsIsABpmnErrorThatSaysSo(EmbeddedEngine engine) {
        var history = run(engine, Map.of("advertisementId", 6.960663240925957E18));

        assertThat(RuntimeProbe.feishuError(history).get("message")).asString().contains("has lost digits");
    }

    @Test
    void aSecretInAnInputValueIsRejectedAndShownNowhere(EmbeddedEngine engine) {
        var history = run(engine, Map.of("advertisementId", "secrets.FEISHU_APP_SECRET"));

        probe.assertEndsWith(history, FeishuError.INVALID_PARAMETER, null, null, NO_ADVERTISEMENT_ID);
        assertThat(probe.sandbox().requests()).isEmpty();
    }

    private ProcessHistory run(EmbeddedEngine engine, Map<String, Object> variables) {
        return probe.run(engine, PUBLISH, variables);
    }

    private Map<String, Object> publication(EmbeddedEngine engine, Map<String, Object> variables) {
        return probe.result(engine, PUBLISH, "publication", variables);
    }

    private static Map<String, Object> and(Map<String, Object> variables, String name, Object value) {
        return and(variables, Map.of(name, value));
    }

    private static Map<String, Object> and(Map<String, Object> variables, Map<String, Object> more) {
        var all = new HashMap<>(variables);
        all.putAll(more);
        return all;
    }
}
