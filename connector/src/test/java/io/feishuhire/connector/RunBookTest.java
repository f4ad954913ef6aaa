package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.JobContext;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The run-book has each problem, and quotes what the connector says. */
class RunBookTest {

    private static final String SETTING = "The connector runtime is configured wrongly. The environment variable";

    @ParameterizedTest
    @EnumSource
    void eachBpmnErrorHasASection(RunBook runBook) {
        assertThat(runBook.bpmnErrors().keySet())
                .containsExactlyElementsOf(Arrays.stream(FeishuError.values())
                        .map(BpmnErrors::code)
                        .toList());
        assertThat(runBook.bpmnErrors().values())
                .allSatisfy(section -> assertThat(section.points()).isEqualTo(4));
    }

    @ParameterizedTest
    @EnumSource
    void eachBpmnErrorIsQuotedAsItReads(FeishuError error) {
        for (var runBook : RunBook.values()) {
            assertThat(error.advice(FeishuOperation.PUBLISH).en())
                    .contains(runBook.bpmnErrors().get(BpmnErrors.code(error)).quoted());
        }
    }

    @Test
    void bothLanguagesQuoteTheSameIncidents() {
        assertThat(RunBook.ZH.incidents())
                .extracting(RunBook.Section::quoted)
                .containsExactlyElementsOf(RunBook.EN.incidents().stream()
                        .map(RunBook.Section::quoted)
                        .toList());
        assertThat(RunBook.EN.incidents())
                .allSatisfy(section -> assertThat(section.points()).isEqualTo(3));
        assertThat(RunBook.ZH.incidents())
                .allSatisfy(section -> assertThat(section.points()).isEqualTo(3));
    }

    /**
     * Those of the tasks are in {@code IncidentsInRuntimeTest}, and that of the trust store in {@code OperatorTest}.
     */
    @ParameterizedTest
    @CsvSource({
        "FEISHU_HIRE_PUBLISHES_PER_SECOND, abc",
        "FEISHU_HIRE_BASE_URL, nonsense",
        "FEISHU_HIRE_ALLOWED_HOSTS, https://a.example.com",
        "CONNECTOR_HTTPS_PROXY_HOST, http://proxy.example.com"
    })
    void aSettingThatCannotBeUsedIsQuotedAsItReads(String variable, String value) {
        var access = FeishuAccess.configuredBy(Map.of(variable, value));

        assertQuoted(SETTING, catchThrowable(() -> publish(access)));
    }

    @Test
    void aConnectorThatCannotStartIsQuotedAsItReads() {
        var access = FeishuAccess.configuredBy(new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new IllegalStateException();
            }
        });

        assertQuoted(
                "The connector runtime is configured wrongly. The connector could not start (",
                catchThrowable(() -> publish(access)));
    }

    @Test
    void anInternalErrorIsQuotedAsItReads() {
        assertQuoted(
                "The connector failed with an internal error (",
                catchThrowable(() -> FeishuAccess.configuredBy(Map.of())
                        .execute(JobContext.of("input"), FeishuOperation.ANY, Object.class, (input, feishu) -> {
                            throw new StackOverflowError();
                        })));
    }

    @Test
    void aRegionThatIsNoneIsQuotedAsItReads() {
        var variables = EveryConnector.PUBLISH.variables("");
        variables.withObjectProperty("connection").put("region", "mars");

        assertQuoted(
                "connection.region is none of feishu, lark and custom.",
                catchThrowable(() -> EveryConnector.PUBLISH.execute(FeishuAccess.configuredBy(Map.of()), variables)));
    }

    private static void publish(FeishuAccess access) {
        var unused = EveryConnector.PUBLISH.execute(access, EveryConnector.PUBLISH.variables("https://feishu.invalid"));
    }

    private static void assertQuoted(String beginning, Throwable thrown) {
        assertThat(thrown).hasMessageStartingWith(beginning);
        assertThat(RunBook.EN.incidents()).extracting(RunBook.Section::quoted).contains(beginning);
    }
}
