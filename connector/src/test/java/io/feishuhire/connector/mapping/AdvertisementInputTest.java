package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.connector.api.error.ConnectorException;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobVariables;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Advertisement, channel, job and link, which two connectors have. One case after the other, because the client lets
 * fewer than half of its callers in at once.
 */
@Execution(ExecutionMode.SAME_THREAD)
class AdvertisementInputTest {

    private static final List<EveryConnector> CONNECTORS = List.of(EveryConnector.PUBLISH, EveryConnector.CHECK);

    private static InputProbe probe;

    @BeforeAll
    static void start() {
        probe = InputProbe.start();
    }

    @AfterAll
    static void stop() {
        probe.close();
    }

    @ParameterizedTest(name = "{0} digits")
    @ValueSource(ints = {33, 154, 309, 400, 1_000})
    void aNumberOfAnyLengthIsAnAnswerAndNeverAnException(int digits) {
        for (var number : List.of("7".repeat(digits), "-" + "7".repeat(digits - 1))) {
            assertRejected("/advertisementId", number, "advertisementId ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"6960663240925956660", "4711", "9007199254740993", "99999999999999999999999999999999"})
    void aWholeNumberIsTakenDigitByDigit(String id) {
        for (var connector : CONNECTORS) {
            var result = probe.result(connector, probe.with(connector, "/advertisementId", id));

            assertThat(result.path("advertisementId").textValue()).isEqualTo(id);
        }
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
        for (var field : List.of("advertisementId", "jobId")) {
            assertRejected("/" + field, number, field + " went through", "has lost digits")
                    .allSatisfy(message -> assertThat(message).doesNotContain(number));
        }
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
        assertRejected("/advertisementId", json, "advertisementId ", why);
        assertRejected(
                "/channel", "{'type': 'website', 'jobChannelId': %s}".formatted(json), "channel.jobChannelId ", why);
        assertRejected("/channel", "{'type': 'id', 'id': %s}".formatted(json), "channel.id ", why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            "'69a1'",                              not digits
            "'../../auth/v3/x'",                   not digits
            "' 69'",                               not digits
            "'６９'",                              not digits
            "-5",                                  not digits
            "'123456789012345678901234567890123'", longer than 32
            "false",                               neither text nor a number
            "['69']",                              neither text nor a number
            "{'id': '69'}",                        neither text nor a number
            """)
    void aJobIdThatCannotBeOneIsRejectedToo(String json, String why) {
        assertRejected("/jobId", json, "jobId ", why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' '", "null"})
    void whatMayBeLeftOutMayBeBlank(String blank) {
        for (var connector : CONNECTORS) {
            var input = probe.with(connector, "/jobId", blank);
            JobVariables.replace(input, "/linkPattern", blank);

            assertThat(probe.result(connector, input).has("url")).isFalse();
        }
    }

    @Test
    void aMissingAdvertisementIdIsRejected() {
        for (var connector : CONNECTORS) {
            var input = probe.input(connector);
            input.remove("advertisementId");

            assertThat(probe.rejection(connector, input)).startsWith("advertisementId is empty.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type': 'billboard'}",
                "{'type': null}",
                "{'jobChannelId': '3'}",
                "{'type': 'Referral'}",
                "{'type': ['referral']}",
                "'website'",
                "7"
            })
    void aChannelThatIsNoChoiceIsRejected(String channel) {
        assertRejected(
                        "/channel",
                        channel,
                        "channel.type is none of referral, website, website-by-name, id and default.")
                .allSatisfy(message -> assertThat(message).doesNotContain("billboard"));
    }

    @Test
    void aMissingChannelIsRejected() {
        for (var connector : CONNECTORS) {
            var input = probe.input(connector);
            input.remove("channel");

            assertThat(probe.rejection(connector, input)).startsWith("channel.type is none of");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'type': 'website-by-name'}                             | channel.websiteName is empty
            {'type': 'website-by-name', 'websiteName': ' '}         | channel.websiteName is empty
            {'type': 'website-by-name', 'websiteName': null}        | channel.websiteName is empty
            {'type': 'website-by-name', 'websiteName': ['Careers']} | channel.websiteName is a list or an object
            {'type': 'website'}                                     | channel.jobChannelId is empty
            {'type': 'website', 'id': '7301'}                       | channel.jobChannelId is empty
            {'type': 'id'}                                          | channel.id is empty
            {'type': 'id', 'jobChannelId': '7301'}                  | channel.id is empty
            """)
    void aChannelWhoseValueIsMissingIsRejectedByName(String channel, String message) {
        assertRejected("/channel", channel, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'http://example.com/{advertisementId}'  | linkPattern is no https URL
            'javascript:alert(1)'                   | linkPattern is no https URL
            'example.com'                           | linkPattern is no https URL
            'https://me@example.com/'               | linkPattern is no https URL
            'https://example.com/a b'               | linkPattern is no https URL
            'https://example.com/{jobId}'           | linkPattern has another placeholder
            'https://example.com/{'                 | linkPattern has another placeholder
            7                                       | linkPattern is no https URL
            true                                    | linkPattern is neither text nor a number
            ['https://example.com']                 | linkPattern is neither text nor a number
            {'url': 'https://example.com'}          | linkPattern is neither text nor a number
            """)
    void aLinkPatternThatMakesNoLinkIsRejectedWithoutBeingRepeated(String json, String message) {
        assertRejected("/linkPattern", json, message)
                .allSatisfy(said -> assertThat(said).doesNotContain("example.com", "alert", "jobId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/advertisementId",
                "/jobId",
                "/linkPattern",
                "/channel/type",
                "/channel/jobChannelId",
                "/channel/id",
                "/channel/websiteName"
            })
    void aTextOfAnyLengthIsRefusedWithoutBeingRepeated(String field) {
        var types = Map.of(
                "/channel/jobChannelId", "website", "/channel/id", "id", "/channel/websiteName", "website-by-name");
        for (var connector : CONNECTORS) {
            for (var piece : List.of("7", "/", "a.", " x", "{{", "é", "\u3000x")) {
                var input = probe.input(connector);
                if (types.containsKey(field)) {
                    JobVariables.replace(input, "/channel/type", "'" + types.get(field) + "'");
                }
                JobVariables.replace(input, field, "'" + piece.repeat(100_000) + "'");

                assertThat(probe.rejection(connector, input)).hasSizeLessThan(1_000);
            }
        }
    }

    @Test
    void aNameThatNoWebsiteHasIsRejectedWithTheNamesThatThereAre() {
        for (var connector : CONNECTORS) {
            var input = probe.with(connector, "/channel", "{'type': 'website-by-name', 'websiteName': '实习官网'}");

            assertThatThrownBy(() -> probe.execute(connector, input))
                    .isInstanceOf(ConnectorException.class)
                    .hasNoCause()
                    .hasMessageStartingWith("channel.websiteName names no recruitment website. Feishu Hire lists:"
                            + " 社招官网 (Careers), 校园招聘官网 (Campus), 海外招聘官网.")
                    .message()
                    .doesNotContain("实习官网");
        }
    }

    private static ListAssert<String> assertRejected(String pointer, String json, String begin) {
        return assertRejected(pointer, json, begin, "");
    }

    /** That both connectors reject this value; the messages. */
    private static ListAssert<String> assertRejected(String pointer, String json, String begin, String part) {
        var messages = CONNECTORS.stream()
                .map(connector -> probe.rejection(connector, probe.with(connector, pointer, json)))
                .toList();
        return assertThat(messages)
                .allSatisfy(message -> assertThat(message).startsWith(begin).contains(part));
    }
}
