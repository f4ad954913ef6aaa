package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.CHECK;
import static io.feishuhire.connector.testing.EveryConnector.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.AdvertisementStatus.Reason;
import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a process sees of a check: every state and reason, and a bulk. */
@ExtendWith(StockRuntime.class)
class CheckInRuntimeTest {

    private static final String CHANNEL = "7002000000000000001";
    private static final String JOB = "7003000000000000009";
    private static final String CLOSED_JOB = "{\"code\":0,\"data\":{\"job_post\":{\"id\":\""
            + ConfidentialWords.ADVERTISEMENT_ID + "\",\"job_id\":\"2\",\"job_active_status\":2}}}";

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    private final FeishuSandbox sandbox = probe.sandbox();

    @ParameterizedTest
    @EnumSource
    void everyReasonIsAResultOfTheProcess(Reason reason, EmbeddedEngine engine) {
        var status = check(engine, cause(reason, engine));

        assertThat(status)
                .containsEntry("reason", reason.name())
                .containsEntry("state", reason.state().name())
                .containsEntry("advertisementId", ConfidentialWords.ADVERTISEMENT_ID)
                .containsKey("checkedAt")
                .doesNotContainValue(null);
        switch (reason) {
            case PERMISSION_MISSING ->
                assertThat(status).containsEntry("scopes", List.of("hire:referral_website:readonly"));
            case ONLY_PUBLISH_RECORDS -> assertThat(status).containsEntry("publishedBefore", true);
            case SEEN, JOB_NOT_ACTIVE, EXPIRED -> assertThat(status).containsKeys("jobId", "jobActive");
            default -> assertThat(status).doesNotContainKeys("jobId", "jobActive", "url", "scopes");
        }
    }

    /** Brings the sandbox, or Feishu, to where it answers so; the variables of the process. */
    private Map<String, Object> cause(Reason reason, EmbeddedEngine engine) {
        return switch (reason) {
            case SEEN -> {
                publish(engine, CHANNEL);
                yield Map.of("channelType", "website-by-name", "websiteName", "社招官网");
            }
            case NOT_ON_CHANNEL -> {
                publish(engine, CHANNEL);
                yield Map.of();
            }
            case JOB_NOT_ACTIVE -> {
                // In the sandbox an advertisement is offline with its job.
                sandbox.always(Endpoint.REFERRAL_JOB_POST, Reply.raw(200, "application/json", CLOSED_JOB, Map.of()));
                yield Map.of();
            }
            case EXPIRED -> {
                sandbox.addJob(JOB, "E-1", "Engineer", ConfidentialWords.ADVERTISEMENT_ID);
                sandbox.expireJob(JOB, Instant.parse("2026-01-01T00:00:00Z"));
                publish(engine, "3");
                yield Map.of();
            }
            case PERMISSION_MISSING -> {
                sandbox.revokeScope(probe.appId(), "hire:referral_website:readonly");
                yield Map.of();
            }
            case NO_SUCH_WEBSITE -> Map.of("channelType", "website", "jobChannelId", "7301");
            case CHANNEL_LEFT_TO_FEISHU -> Map.of("channelType", "default");
            case ONLY_PUBLISH_RECORDS -> {
                publish(engine, "2");
                yield Map.of("channelType", "id", "chosenChannel", "2");
            }
            case TOO_MANY -> {
                sandbox.next(
                        Endpoint.REFERRAL_JOB_POSTS,
                        IntStream.range(0, 20)
                                .mapToObj(CheckInRuntimeTest::page)
                                .toArray(Reply[]::new));
                yield Map.of("jobId", JOB);
            }
        };
    }

    private static Reply page(int number) {
        var data = "\"items\":[{\"id\":\"1\",\"job_id\":\"2\"}],\"has_more\":true,\"page_token\":\"p" + number + "\"";
        return Reply.raw(200, "application/json", "{\"code\":0,\"data\":{" + data + "}}", Map.of());
    }

    @Test
    void whatIsOnlineHasItsLinkItsJobAndItsChannel(EmbeddedEngine engine) {
        sandbox.addJob(JOB, "E-1", "Engineer", ConfidentialWords.ADVERTISEMENT_ID);
        sandbox.expireJob(JOB, Instant.parse("2999-12-31T15:59:59.999Z"));
        publish(engine, CHANNEL);

        var status = check(
                engine,
                Map.of(
                        "channelType",
                        "website-by-name",
                        "websiteName",
                        " CAREERS ",
                        "linkPattern",
                        "https://example.com/{websiteId}/{advertisementId}"));

        assertThat(status)
                .containsEntry("state", "LIVE")
                .containsEntry("jobChannelId", CHANNEL)
                .containsEntry("channelName", "社招官网 (Careers)")
                .containsEntry("websiteId", "7001000000000000001")
                .containsEntry("url", "https://example.com/7001000000000000001/" + ConfidentialWords.ADVERTISEMENT_ID)
                .containsEntry("jobId", JOB)
                .containsEntry("jobTitle", "Engineer")
                .containsEntry("jobCode", "E-1")
                .containsEntry("jobActive", true)
                .containsEntry("jobExpiresAt", "2999-12-31T15:59:59.999Z");
    }

    @Test
    void anAdvertisementUnderAnotherIdIsFoundByItsJob(EmbeddedEngine engine) {
        sandbox.anotherIdOnWebsites(true);
        sandbox.addJob(JOB, "E-1", "Engineer", ConfidentialWords.ADVERTISEMENT_ID);
        publish(engine, CHANNEL);
        var onTheWebsite = Map.<String, Object>of("channelType", "website", "jobChannelId", CHANNEL);

        assertThat(check(engine, onTheWebsite)).containsEntry("reason", "NOT_ON_CHANNEL");
        assertThat(check(engine, with(onTheWebsite, "jobId", JOB))).containsEntry("state", "LIVE");
    }

    @Test
    void aNameThatNoWebsiteHasIsABpmnErrorAndNotAState(EmbeddedEngine engine) {
        var history = probe.run(engine, CHECK, Map.of("channelType", "website-by-name", "websiteName", "实习官网"));

        probe.assertEndsWith(
                history,
                FeishuError.INVALID_PARAMETER,
                null,
                null,
                new Advice(
                        "channel.websiteName names no recruitment website. Feishu Hire lists: 社招官网 (Careers), 校园招聘官网 (Campus),"
                                + " 海外招聘官网. Correct that and check again.",
                        "没有招聘官网使用所填的名称。飞书招聘中现有的官网：社招官网 (Careers), 校园招聘官网 (Campus), 海外招聘官网。请更正后重新查询。"));
    }

    @Test
    void aBulkIsCheckedWithoutOneRateLimitReplyAndWithoutAFailure(EmbeddedEngine engine) {
        var instances = LongStream.range(0, 60)
                .map(i -> probe.start(engine, CHECK, Map.of("advertisementId", "7" + i)))
                .toArray();

        for (var instance : instances) {
            var history = engine.awaitCompleted(instance, RuntimeProbe.PATIENCE);
            assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
            assertThat(history.jobFailures()).allMatch(failure -> failure.retriesLeft() == Retries.AT_FIRST);
        }
        assertThat(probe.requestsTo(Endpoint.REFERRAL_JOB_POST)).isEqualTo(60);
        assertThat(sandbox.requests()).noneMatch(request -> request.status() == 429);
    }

    private Map<String, Object> check(EmbeddedEngine engine, Map<String, Object> variables) {
        return probe.result(engine, CHECK, "advertisementStatus", variables);
    }

    private void publish(EmbeddedEngine engine, String channel) {
        probe.result(engine, PUBLISH, "publication", Map.of("channelType", "id", "chosenChannel", channel));
    }

    private static Map<String, Object> with(Map<String, Object> variables, String name, Object value) {
        var all = new HashMap<>(variables);
        all.put(name, value);
        return all;
    }
}
