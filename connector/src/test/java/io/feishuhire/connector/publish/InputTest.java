package io.feishuhire.connector.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.error.ConnectorException;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.connector.mapping.UtcTimestamp;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobVariables;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a job may carry, and what becomes of it: bound with the runtime's mapper, published on the sandbox. One after
 * the other, because the client lets fewer than half of its callers in at once.
 */
@Execution(ExecutionMode.SAME_THREAD)
class InputTest {

    private static InputProbe probe;

    @BeforeAll
    static void start() {
        probe = InputProbe.start();
        probe.sandbox().acceptUnknownChannels(true);
    }

    @AfterAll
    static void stop() {
        probe.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type': 'referral'}                                          | 3
            {'type': 'website', 'jobChannelId': '7301'}                   | 7301
            {'type': 'id', 'id': '7301'}                                  | 7301
            {'type': 'id', 'id': 7301}                                    | 7301
            {'type': 'id', 'id': '3'}                                     | 3
            {'type': 'website-by-name', 'websiteName': '社招官网'}        | 7002000000000000001
            {'type': 'website-by-name', 'websiteName': ' CAREERS '}       | 7002000000000000001
            """)
    void publishesOnTheChannelThatTheModelerChose(String channel, String id) {
        assertThat(publish(with("/channel", channel)).path("jobChannelId").textValue())
                .isEqualTo(id);
    }

    @Test
    void theAdviceNamesTheIdOfAWebsiteInPlaceOfItsChannel() {
        try (var strict = InputProbe.start()) {
            var website = strict.with(
                    EveryConnector.PUBLISH, "/channel", "{'type': 'website', 'jobChannelId': '7001000000000000001'}");

            var refused = catchThrowableOfType(
                    ConnectorException.class, () -> strict.execute(EveryConnector.PUBLISH, website));

            assertThat(refused.getErrorCode()).isEqualTo("FEISHU_INVALID_PARAMETER");
            assertThat(refused.getErrorVariables().get("feishuError"))
                    .extracting("advice")
                    .asString()
                    .contains("take its job_channel_id, not its id", "官网的 job_channel_id，而不是官网的 id");
        }
    }

    @Test
    void letsFeishuDecideOnlyWhenTheModelerChoseSo() {
        var publication = publish(with("/channel", "{'type': 'default', 'jobChannelId': '7301', 'id': '7302'}"));

        assertThat(publication.has("jobChannelId")).isFalse();
    }

    @Test
    void theResultSaysWhatWasPublishedWhereAndWhen() {
        var publication = publish(input());

        assertThat(publication.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("advertisementId", "jobChannelId", "channelName", "logId", "publishedAt");
        assertThat(publication.path("advertisementId").textValue()).isEqualTo("6960663240925956660");
        assertThat(publication.path("channelName").textValue()).isEqualTo("内推平台 (Referral platform)");
        assertThat(publication.path("publishedAt").textValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void aPublicationOnAWebsiteHasItsLink() {
        var input = with("/channel", "{'type': 'website-by-name', 'websiteName': '社招官网'}");
        JobVariables.replace(input, "/linkPattern", "' https://example.com/{websiteId}/{advertisementId} '");

        assertThat(publish(input).path("url").textValue())
                .isEqualTo("https://example.com/7001000000000000001/6960663240925956660");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T09:00:00Z, 2026-11-25T09:00:00.000Z",
        "2026-11-25T09:00:00.1Z, 2026-11-25T09:00:00.100Z",
        "2026-11-25T09:00:00.123456789Z, 2026-11-25T09:00:00.123Z"
    })
    void theTimeOfPublicationAlwaysHasItsMilliseconds(Instant answeredAt, String publishedAt) {
        assertThat(UtcTimestamp.of(answeredAt)).isEqualTo(publishedAt);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'true', true", "false, false", "'false', false", "'', false", "null, false"})
    void looksBeforeItRepeatsOnlyWhereTheModelerChoseSo(String json, boolean looks) {
        var value = json.matches("true|false|null") ? json : "'" + json.replace("'", "") + "'";

        assertThat(request(with("/lookBeforeRepeating", value)).lookBeforeRepeating())
                .isEqualTo(looks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'yes'", "'hunter2'", "[true]", "{'on': true}", "0.5"})
    void aSwitchThatIsNeitherOnNorOffIsRejected(String json) {
        var message = probe.rejection(EveryConnector.PUBLISH, with("/lookBeforeRepeating", json));

        assertThat(message).startsWith("lookBeforeRepeating is ").doesNotContain("hunter2");
    }

    @Test
    void whatIsLeftOutIsNotThere() {
        var request = request(input());

        assertThat(request.lookBeforeRepeating()).isFalse();
        assertThat(request.jobId()).isEmpty();
        assertThat(request.link()).isEmpty();
    }

    @Test
    void theTimeLimitMayBeANumberOrTextAndIsTwentySecondsIfNotGiven() {
        assertThat(request(with("/connection/timeoutInSeconds", "30")).timeout())
                .hasSeconds(30);
        assertThat(request(with("/connection/timeoutInSeconds", "'7'")).timeout())
                .hasSeconds(7);
        assertThat(request(with("/connection/timeoutInSeconds", "null")).timeout())
                .hasSeconds(20);
    }

    @ParameterizedTest
    @CsvSource({"feishu, https://open.feishu.cn", "lark, https://open.larksuite.com"})
    void aRegionHasItsBaseUrl(String region, String baseUrl) {
        var request = request(with("/connection", "{'region': '%s'}".formatted(region)));

        assertThat(request.app().baseUrl().uri()).hasToString(baseUrl);
    }

    @Test
    void withoutAConnectionItIsFeishu() {
        var request = request(with("/connection", "{}"));

        assertThat(request.app().baseUrl().uri()).hasToString("https://open.feishu.cn");
    }

    @Test
    void theRegionFeishuIsWhatTheOperatorSays() {
        var settings = FeishuClientSettings.from(Map.of("FEISHU_HIRE_BASE_URL", "https://gateway.example.com/feishu"));

        var request = bind(with("/connection", "{'region': 'feishu'}")).toRequest(settings);

        assertThat(request.app().baseUrl().uri()).hasToString("https://gateway.example.com/feishu");
    }

    @Test
    void anOwnBaseUrlIsNormalised() {
        var settings = FeishuClientSettings.from(Map.of("FEISHU_HIRE_ALLOWED_HOSTS", "gateway.example.com"));

        var request = bind(with("/connection/baseUrl", "'HTTPS://Gateway.Example.COM:8443/feishu/'"))
                .toRequest(settings);

        assertThat(request.app().baseUrl().uri()).hasToString("https://gateway.example.com:8443/feishu");
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        var input = with("/channel", "{'type': 'website-by-name', 'websiteName': 'hunter2'}");
        JobVariables.replace(input, "/jobId", "'4711'");
        JobVariables.replace(input, "/linkPattern", "'https://hunter2.example.com'");

        assertThat(bind(input).toString()
                        + request(input)
                        + request(input).app()
                        + request(input).channel())
                .doesNotContain(
                        FeishuSandbox.DEFAULT_APP_ID,
                        FeishuSandbox.DEFAULT_APP_SECRET,
                        "6960663240925956660",
                        "4711",
                        "hunter2");
    }

    private static JsonNode publish(JsonNode input) {
        return probe.result(EveryConnector.PUBLISH, input);
    }

    private static PublishRequest request(JsonNode input) {
        return bind(input).toRequest(FeishuClientSettings.DEFAULT);
    }

    private static PublishAdvertisementInput bind(JsonNode input) {
        return JobVariables.bind(input, PublishAdvertisementInput.class);
    }

    private static ObjectNode input() {
        return probe.input(EveryConnector.PUBLISH);
    }

    private static ObjectNode with(String pointer, String value) {
        return probe.with(EveryConnector.PUBLISH, pointer, value);
    }
}
