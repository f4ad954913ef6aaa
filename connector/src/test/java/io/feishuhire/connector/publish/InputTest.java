package io.feishuhire.connector.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.connector.mapping.UtcTimestamp;
import io.feishuhire.connector.testing.JobContext;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a job may carry, and what becomes of it: bound with the runtime's mapper, published on the sandbox. One after
 * the other, because the client lets fewer than half of its callers in at once.
 */
@Execution(ExecutionMode.SAME_THREAD)
class InputTest {

    private static final ObjectMapper RUNTIME_MAPPER = ConnectorsObjectMapperSupplier.getCopy();
    private static final FeishuAccess FEISHU = FeishuAccess.through(new FeishuClient(new FeishuClientSettings(1_000)));
    private static FeishuSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = FeishuSandbox.start();
        sandbox.withoutRateLimit();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void publishesOnTheReferralPlatform() {
        var publication = publish(with("/channel", "{'type': 'referral'}"));

        assertThat(publication.jobChannelId()).isEqualTo("3");
    }

    @Test
    void publishesOnAWebsite() {
        var publication = publish(with("/channel", "{'type': 'website', 'jobChannelId': '7301'}"));

        assertThat(publication.jobChannelId()).isEqualTo("7301");
    }

    @Test
    void letsFeishuDecideOnlyWhenTheModelerChoseSo() {
        var publication = publish(with("/channel", "{'type': 'default', 'jobChannelId': '7301'}"));

        assertThat(publication.jobChannelId()).isNull();
        assertThat(RUNTIME_MAPPER.<JsonNode>valueToTree(publication).has("jobChannelId"))
                .isFalse();
    }

    @Test
    void theResultSaysWhatWasPublishedWhereAndWhen() {
        JsonNode publication = RUNTIME_MAPPER.valueToTree(publish(input()));

        assertThat(publication.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("advertisementId", "jobChannelId", "channelName", "logId", "publishedAt");
        assertThat(publication.path("advertisementId").textValue()).isEqualTo("6960663240925956660");
        assertThat(publication.path("publishedAt").textValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
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

    @ParameterizedTest(name = "{0} digits")
    @ValueSource(ints = {33, 154, 309, 400, 1_000})
    void aNumberOfAnyLengthIsAnAnswerAndNeverAnException(int digits) {
        assertThat(rejection(with("/advertisementId", "7".repeat(digits)))).startsWith("advertisementId ");
        assertThat(rejection(with("/advertisementId", "-" + "7".repeat(digits - 1))))
                .startsWith("advertisementId ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"6960663240925956660", "4711", "9007199254740993", "99999999999999999999999999999999"})
    void aWholeNumberIsTakenDigitByDigit(String id) {
        assertThat(publish(with("/advertisementId", id)).advertisementId()).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "6.960663240925957E18",
                "6960663240925956660.0",
                "6960663240925957000",
                "18014398509481984",
                "0.5",
                "1e3"
            })
    void aNumberThatLostDigitsOnItsWayIsRejectedAsSuch(String number) {
        assertThat(rejection(with("/advertisementId", number)))
                .startsWith("advertisementId")
                .contains("has lost digits")
                .doesNotContain(number);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            "''",                                  is empty
            "null",                                is empty
            "' '",                                 not digits
            "'69a1'",                              not digits
            "'69/../../x'",                        not digits
            "'../../auth/v3/x'",                   not digits
            "'%2e%2e'",                            not digits
            "' 6960663240925956660'",              not digits
            "'6960663240925956660 '",              not digits
            "'-5'",                                not digits
            "-5",                                  not digits
            "'６９６'",                             not digits
            "'123456789012345678901234567890123'", longer than 32
            "true",                                neither text nor a number
            "['69']",                              neither text nor a number
            "{'id': '69'}",                        neither text nor a number
            """)
    void anIdThatCannotBeOneIsRejectedByNameAndNeverSent(String json, String why) {
        assertThat(rejection(with("/advertisementId", json)))
                .startsWith("advertisementId")
                .contains(why);
        assertThat(rejection(with("/channel", "{'type': 'website', 'jobChannelId': %s}".formatted(json))))
                .startsWith("channel.jobChannelId ")
                .contains(why);
    }

    @Test
    void aMissingAdvertisementIdIsRejected() {
        var input = input();
        input.remove("advertisementId");

        assertThat(rejection(input)).startsWith("advertisementId is empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'type': 'billboard'}", "{'type': null}", "{'jobChannelId': '3'}", "'website'", "7"})
    void aChannelThatIsNoChoiceIsRejected(String channel) {
        assertThat(rejection(with("/channel", channel)))
                .startsWith("channel.type is none of referral, website, website-by-name, id and default.")
                .doesNotContain("billboard");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            /authentication/appId,      "''",                                 authentication.appId is empty
            /authentication/appId,      "'   '",                              authentication.appId is empty
            /authentication/appId,      "null",                               authentication.appId is empty
            /authentication/appId,      "{'x': 1}",                           authentication.appId is empty
            /authentication/appSecret,  "''",                                 authentication.appSecret is empty
            /authentication,            "'hunter2'",                          authentication.appId is empty
            /connection/region,         "'mars'",                             connection.region is none of
            /connection/baseUrl,        "''",                                 connection.baseUrl is empty
            /connection/baseUrl,        "'http://open.feishu.cn'",            connection.baseUrl does not start with https://
            /connection/baseUrl,        "'http://127.0.0.1.example.com'",     connection.baseUrl does not start with https://
            /connection/baseUrl,        "'ftp://open.feishu.cn'",             connection.baseUrl does not start with https://
            /connection/baseUrl,        "'open.feishu.cn'",                   connection.baseUrl is not a URL
            /connection/baseUrl,        "'https://'",                         connection.baseUrl is not a URL
            /connection/baseUrl,        "'https://open feishu.cn'",           connection.baseUrl is not a URL
            /connection/baseUrl,        "'https://me@open.feishu.cn'",        connection.baseUrl has user info
            /connection/baseUrl,        "'https://open.feishu.cn?x=1'",       connection.baseUrl has user info
            /connection/baseUrl,        "'https://open.feishu.cn#x'",         connection.baseUrl has user info
            /connection/baseUrl,        "'https://open.feishu.cn/a/../b'",    connection.baseUrl has a path
            /connection/baseUrl,        "'https://open.feishu.cn/%2e%2e'",    connection.baseUrl has a path
            /connection/baseUrl,        "'https://open.feishu.cn:99999'",     connection.baseUrl has a port
            /connection/baseUrl,        "'https://open.feishu.cn/open-apis'", connection.baseUrl contains /open-apis
            /connection/timeoutInSeconds, "'0'",                              connection.timeoutInSeconds is not
            /connection/timeoutInSeconds, "31",                               connection.timeoutInSeconds is not
            /connection/timeoutInSeconds, "'soon'",                           connection.timeoutInSeconds is not
            /connection/timeoutInSeconds, "1.5",                              connection.timeoutInSeconds is not
            """)
    void aWrongConfigurationIsAnIncidentThatNamesTheField(String field, String json, String message) {
        var input = with(field, json);

        assertThatThrownBy(() -> publish(input))
                .isInstanceOf(ConnectorInputException.class)
                .hasNoCause()
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("hunter2", "mars", "soon", "example.com", "me@");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {{secrets.FEISHU_APP_SECRET}}   | still reads like a reference to a connector secret
            {{ secrets.FEISHU_APP_SECRET }} | still reads like a reference to a connector secret
            x{{secrets.A}}y                 | still reads like a reference to a connector secret
            {{secrets.hunter2               | still reads like a reference to a connector secret
            secrets.FEISHU_APP_SECRET       | still reads like a reference to a connector secret
            \\"hunter2\\"                   | is wrapped in quotation marks
            'hunter2'                       | is wrapped in quotation marks
            “hunter2”                       | is wrapped in quotation marks
            `hunter2`                       | is wrapped in quotation marks
            hunter2'                        | is wrapped in quotation marks
            hun\\u00A0ter2                  | holds a blank
            hunter2\\u00A0                  | holds a blank
            \\u200Bhunter2                  | holds a blank
            \\uFEFFhunter2                  | holds a blank
            hun\\nter2                      | holds a blank
            hun\\r\\nter2                   | holds a blank
            hun\\tter2                      | holds a blank
            hun ter2                        | holds a blank
            hun\\u0000ter2                  | holds a blank
            hunter2\\u2800                  | holds a blank
            hunter2\\u3164                  | holds a blank
            hun\\u034Fter2                  | holds a blank
            hunter2\\uFE0F                  | holds a blank
            «hunter2»                       | holds a blank
            「hunter2」                     | holds a blank
            """)
    void aMalformedCredentialIsAnIncidentThatNamesFieldAndLikelyCause(String value, String cause) {
        for (var field : List.of("appId", "appSecret")) {
            var input = input();
            ((ObjectNode) input.get("authentication")).set(field, jsonText(value));

            assertThatThrownBy(() -> publish(input))
                    .isInstanceOf(ConnectorInputException.class)
                    .hasNoCause()
                    .hasMessageStartingWith("authentication." + field + " " + cause)
                    .message()
                    .doesNotContain("hunter2", "ter2", "FEISHU_APP_SECRET");
        }
    }

    @Test
    void aCredentialOfAnyLengthIsRefusedForItsLength() {
        var input = input();
        ((ObjectNode) input.get("authentication")).put("appSecret", "x".repeat(1_000_000));

        assertThatThrownBy(() -> publish(input)).hasMessageStartingWith("authentication.appSecret is longer than 1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s\n", "\r\n%s\t", "\u3000%s\u2028"})
    void whiteSpaceAroundACredentialIsTakenOffAsSecretStoresAddIt(String around) {
        var input = input();
        var authentication = (ObjectNode) input.get("authentication");
        authentication.put("appId", around.formatted(FeishuSandbox.DEFAULT_APP_ID));
        authentication.put("appSecret", around.formatted(FeishuSandbox.DEFAULT_APP_SECRET));

        assertThat(publish(input).advertisementId()).isEqualTo("6960663240925956660");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/advertisementId",
                "/channel/type",
                "/channel/jobChannelId",
                "/connection/region",
                "/connection/baseUrl",
                "/connection/timeoutInSeconds"
            })
    void aTextOfAnyLengthIsRefusedWithoutBeingRepeated(String field) {
        for (var piece : List.of("7", "/", "a.", " x", "{{", "é", "\u3000x")) {
            var input = with(field, "'" + piece.repeat(100_000) + "'");
            if (field.startsWith("/channel/jobChannelId")) {
                ((ObjectNode) input.get("channel")).put("type", "website");
            }

            assertThatThrownBy(() -> publish(input))
                    .isInstanceOfAny(ConnectorInputException.class, ConnectorException.class)
                    .hasNoCause()
                    .message()
                    .hasSizeLessThan(1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "'text'", "[]", "{'authentication': {'appId': 'a', 'appSecret': 'b'}}"})
    void invalidInputNeverSurfacesAsAJacksonException(String variables) {
        assertThatThrownBy(() -> publish(json(variables)))
                .isInstanceOfAny(ConnectorInputException.class, ConnectorException.class)
                .hasNoCause();
    }

    @Test
    void theTimeLimitMayBeANumberOrTextAndIsTwentySecondsIfNotGiven() {
        assertThat(bind(with("/connection/timeoutInSeconds", "30"))
                        .toRequest(FeishuClientSettings.DEFAULT)
                        .timeout())
                .hasSeconds(30);
        assertThat(bind(with("/connection/timeoutInSeconds", "'7'"))
                        .toRequest(FeishuClientSettings.DEFAULT)
                        .timeout())
                .hasSeconds(7);
        assertThat(bind(with("/connection/timeoutInSeconds", "null"))
                        .toRequest(FeishuClientSettings.DEFAULT)
                        .timeout())
                .hasSeconds(20);
    }

    @ParameterizedTest
    @CsvSource({"feishu, https://open.feishu.cn", "lark, https://open.larksuite.com"})
    void aRegionHasItsBaseUrl(String region, String baseUrl) {
        var request =
                bind(with("/connection", "{'region': '%s'}".formatted(region))).toRequest(FeishuClientSettings.DEFAULT);

        assertThat(request.app().baseUrl().uri()).hasToString(baseUrl);
    }

    @Test
    void withoutAConnectionItIsFeishu() {
        var request = bind(with("/connection", "{}")).toRequest(FeishuClientSettings.DEFAULT);

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

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.com", "https://open.feishu.cn.example.com", "https://10.0.0.1"})
    void aHostThatIsNotAllowedIsAnIncidentThatNamesTheSetting(String baseUrl) {
        var input = with("/connection/baseUrl", "'" + baseUrl + "'");

        assertThatThrownBy(() -> publish(input))
                .isInstanceOf(ConnectorInputException.class)
                .hasNoCause()
                .hasMessageStartingWith("connection.baseUrl names a host that the operator")
                .hasMessageContaining("FEISHU_HIRE_ALLOWED_HOSTS")
                .message()
                .doesNotContain("example.com", "10.0.0.1");
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        var input = bind(input());

        assertThat(input.toString()
                        + input.toRequest(FeishuClientSettings.DEFAULT)
                        + input.toRequest(FeishuClientSettings.DEFAULT).app())
                .doesNotContain(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET, "6960663240925956660");
    }

    @Test
    void anUnusableEnvironmentVariableIsAnIncidentAndNotAFailedStart() {
        var feishu = FeishuAccess.configuredBy(Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", "lots"));

        assertThatThrownBy(() -> publish(feishu, input()))
                .isInstanceOf(ConnectorInputException.class)
                .hasMessageContaining("FEISHU_HIRE_PUBLISHES_PER_SECOND must be a whole number from 1 to 1000")
                .message()
                .doesNotContain("lots");
    }

    @Test
    void aProxyThatCannotBeUsedIsAnIncidentThatNamesTheVariable() {
        var feishu = FeishuAccess.configuredBy(
                Map.of("CONNECTOR_HTTPS_PROXY_HOST", "proxy.example.com", "CONNECTOR_HTTPS_PROXY_PORT", "many"));

        assertThatThrownBy(() -> publish(feishu, input()))
                .isInstanceOf(ConnectorInputException.class)
                .hasNoCause()
                .hasMessageContaining("The environment variable CONNECTOR_HTTPS_PROXY_PORT must be");
    }

    static Stream<Throwable> whatKeepsTheConnectorFromStarting() {
        return Stream.of(new IllegalStateException("hunter2"), new NoClassDefFoundError("hunter2"));
    }

    @ParameterizedTest
    @MethodSource("whatKeepsTheConnectorFromStarting")
    void aConnectorThatCannotStartIsAnIncidentThatQuotesNothing(Throwable cause) {
        var feishu = FeishuAccess.configuredBy(new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                switch (cause) {
                    case Error error -> throw error;
                    default -> throw (RuntimeException) cause;
                }
            }
        });

        assertThatThrownBy(() -> publish(feishu, input()))
                .isInstanceOf(ConnectorInputException.class)
                .hasNoCause()
                .hasMessageContaining(
                        "The connector could not start (" + cause.getClass().getSimpleName() + "): check")
                .message()
                .doesNotContain("hunter2");
    }

    private static String rejection(ObjectNode input) {
        var appOfThisCase = "cli_" + UUID.randomUUID();
        ((ObjectNode) input.get("authentication")).put("appId", appOfThisCase);
        var thrown = catchThrowableOfType(ConnectorException.class, () -> publish(input));
        assertThat(thrown).as("rejected").isNotNull().hasNoCause();
        assertThat(thrown.getErrorCode()).isEqualTo("FEISHU_INVALID_PARAMETER");
        assertThat(thrown.getErrorVariables().get("feishuError"))
                .asInstanceOf(MAP)
                .containsEntry("code", null)
                .containsEntry("httpStatus", null)
                .containsEntry("logId", null)
                .containsEntry("kind", "permanent")
                .containsEntry("name", "FEISHU_INVALID_PARAMETER")
                .containsEntry("message", thrown.getMessage());
        assertThat(sandbox.requests())
                .as("nothing is sent")
                .noneMatch(request -> request.body().contains(appOfThisCase));
        return thrown.getMessage();
    }

    private static Publication publish(JsonNode input) {
        return publish(FEISHU, input);
    }

    private static Publication publish(FeishuAccess feishu, JsonNode input) {
        return new PublishAdvertisementFunction(feishu).execute(JobContext.of(bind(input)));
    }

    private static PublishAdvertisementInput bind(JsonNode input) {
        try {
            return RUNTIME_MAPPER.readValue(input.toString(), PublishAdvertisementInput.class);
        } catch (JsonProcessingException notBound) {
            throw new AssertionError("The runtime's mapper does not bind the input", notBound);
        }
    }

    private static ObjectNode input() {
        return (ObjectNode)
                json("""
                {'advertisementId': '6960663240925956660',
                 'channel': {'type': 'referral'},
                 'authentication': {'appId': '%s', 'appSecret': '%s'},
                 'connection': {'region': 'custom', 'baseUrl': '%s', 'timeoutInSeconds': '20'}}
                """.formatted(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET, sandbox.baseUrl()));
    }

    /** The ordinary input with one value replaced, by its JSON pointer. */
    private static ObjectNode with(String pointer, String value) {
        var input = input();
        var cut = pointer.lastIndexOf('/');
        ((ObjectNode) input.at(pointer.substring(0, cut))).set(pointer.substring(cut + 1), json(value));
        return input;
    }

    private static JsonNode jsonText(String escaped) {
        try {
            return RUNTIME_MAPPER.readTree("\"" + escaped + "\"");
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static JsonNode json(String withSingleQuotes) {
        try {
            return RUNTIME_MAPPER.readTree(withSingleQuotes.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
