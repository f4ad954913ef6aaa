package io.feishuhire.connector.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.CheckRequest;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.JobId;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobVariables;
import io.feishuhire.sandbox.FeishuSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check may be given, and the shape of its answers; what it rejects is with the channel and the id. */
@Execution(ExecutionMode.SAME_THREAD)
class InputTest {

    private static final String JOB = "7003000000000000001";
    private static final String ADVERTISEMENT = "7004000000000000001";
    private static final String ON_THE_WEBSITE = "{'type': 'website-by-name', 'websiteName': 'careers'}";

    private final InputProbe probe = InputProbe.start();

    @BeforeEach
    void publish() {
        for (var channel : new String[] {"3", "7002000000000000001"}) {
            var input = probe.with(EveryConnector.PUBLISH, "/channel", "{'type': 'id', 'id': '" + channel + "'}");
            probe.execute(EveryConnector.PUBLISH, input.put("advertisementId", ADVERTISEMENT));
        }
    }

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void theAnswerForAWebsiteHasEverythingThereIsToTell() {
        var input = with("/channel", ON_THE_WEBSITE)
                .put("linkPattern", "https://example.com/{websiteId}/{advertisementId}");

        var status = check(input);

        assertThat(status.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "state",
                        "reason",
                        "advertisementId",
                        "jobChannelId",
                        "channelName",
                        "websiteId",
                        "url",
                        "jobId",
                        "jobTitle",
                        "jobCode",
                        "jobActive",
                        "checkedAt");
        assertThat(status.path("state").textValue()).isEqualTo("LIVE");
        assertThat(status.path("reason").textValue()).isEqualTo("SEEN");
        assertThat(status.path("jobChannelId").textValue()).isEqualTo("7002000000000000001");
        assertThat(status.path("channelName").textValue()).isEqualTo("社招官网 (Careers)");
        assertThat(status.path("websiteId").textValue()).isEqualTo("7001000000000000001");
        assertThat(status.path("url").textValue())
                .isEqualTo("https://example.com/7001000000000000001/7004000000000000001");
        assertThat(status.path("jobId").textValue()).isEqualTo(JOB);
        assertThat(status.path("jobTitle").textValue()).isEqualTo("后端开发工程师");
        assertThat(status.path("jobCode").textValue()).isEqualTo("BE-001");
        assertThat(status.path("jobActive").booleanValue()).isTrue();
        assertThat(status.path("checkedAt").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void whatIsUnknownIsAbsentAndNotNull() {
        var status = check(input().put("advertisementId", "4711"));

        assertThat(status.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "state", "reason", "advertisementId", "jobChannelId", "channelName", "checkedAt");
        assertThat(status.path("reason").textValue()).isEqualTo("NOT_ON_CHANNEL");
    }

    @Test
    void whereFeishuDecidesThereIsNoChannelToLookAtAndNothingIsSent() {
        var before = probe.sandbox().requests().size();

        var status = check(with("/channel", "{'type': 'default'}"));

        assertThat(status.path("state").textValue()).isEqualTo("UNKNOWN");
        assertThat(status.path("reason").textValue()).isEqualTo("CHANNEL_LEFT_TO_FEISHU");
        assertThat(status.has("jobChannelId")).isFalse();
        assertThat(probe.sandbox().requests()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"'''7003000000000000001'''", "7003000000000000001"})
    void aJobIsLookedForWhereTheAdvertisementHasAnotherId(String jobId) {
        probe.sandbox().anotherIdOnWebsites(true);
        var input = with("/channel", ON_THE_WEBSITE).put("linkPattern", "https://example.com/{advertisementId}");

        assertThat(check(input).path("reason").textValue()).isEqualTo("NOT_ON_CHANNEL");
        assertThat(check(JobVariables.replace(input, "/jobId", jobId))
                        .path("url")
                        .textValue())
                .as("under the website's id")
                .isEqualTo("https://example.com/87004000000000000001");
    }

    @Test
    void whatIsLeftOutIsNotThere() {
        var request = request(input());

        assertThat(request.jobId()).isEmpty();
        assertThat(request.link()).isEmpty();
        assertThat(request.timeout()).hasSeconds(20);
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        var input = with("/channel", "{'type': 'website-by-name', 'websiteName': 'hunter2'}")
                .put("jobId", "4711")
                .put("linkPattern", "https://hunter2.example.com");

        assertThat(request(input).jobId()).contains(new JobId("4711"));
        assertThat(bind(input).toString() + request(input) + request(input).channel())
                .doesNotContain(
                        FeishuSandbox.DEFAULT_APP_ID,
                        FeishuSandbox.DEFAULT_APP_SECRET,
                        ConfidentialWords.ADVERTISEMENT_ID,
                        "4711",
                        "hunter2");
    }

    private JsonNode check(JsonNode input) {
        return probe.result(EveryConnector.CHECK, input);
    }

    private static CheckRequest request(JsonNode input) {
        return bind(input).toRequest(FeishuClientSettings.DEFAULT);
    }

    private static CheckAdvertisementInput bind(JsonNode input) {
        return JobVariables.bind(input, CheckAdvertisementInput.class);
    }

    private ObjectNode input() {
        return probe.input(EveryConnector.CHECK).put("advertisementId", ADVERTISEMENT);
    }

    private ObjectNode with(String pointer, String value) {
        return JobVariables.replace(input(), pointer, value);
    }
}
