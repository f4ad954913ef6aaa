package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.LogOfThisThread;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator reads of jobs and settings in the log. */
class JobLogTest {

    private static final String JOB = "io.feishuhire:any:1 %s after [0-9]+ ms: element task of process process,"
            + " process instance 2251799813685330, element instance 2251799813685337";

    @AutoClose
    private final FeishuSandbox sandbox = ConfidentialWords.sandbox();

    @AutoClose
    private final LogOfThisThread log = new LogOfThisThread();

    @Test
    void aJobThatSucceedsIsOneLineWithTheLogId() {
        publish();

        assertThat(jobs()).singleElement().asString().matches(JOB.formatted("succeeded") + ", Feishu log id [0-9A-F]+");
    }

    @ParameterizedTest
    @EnumSource
    void eachConnectorWritesALineThatHoldsNothingOfTheInput(EveryConnector connector) {
        execute(connector, FeishuAccess.configuredBy(Map.of()));

        assertThat(jobs()).singleElement().asString().matches(JOB.formatted("succeeded") + ".*");
        assertThat(log.messages(Level.INFO)).noneMatch(ConfidentialWords::areIn);
        assertThat(log.messages(Level.DEBUG)).isNotEmpty().noneMatch(ConfidentialWords::areIn);
    }

    @Test
    void aFailureIsOneLineAndNoError() {
        sandbox.next(Endpoint.PUBLISH, Reply.systemError());

        var unused = catchThrowable(this::publish);

        assertThat(jobs())
                .singleElement()
                .asString()
                .matches(
                        JOB.formatted("failed with FEISHU_SYSTEM_ERROR \\(transient\\)") + ", Feishu log id [0-9A-F]+");
        assertThat(log.messages(Level.ERROR)).isEmpty();
        assertThat(log.messages(Level.WARN)).isEmpty();
    }

    /** A bulk hands hundreds of jobs back: at INFO they would hide what happened. */
    @Test
    void aJobThatWaitsForTheLimitIsToldAtDebugAlone() {
        sandbox.next(Endpoint.PUBLISH, Reply.rateLimited("1"));

        var unused = catchThrowable(this::publish);

        assertThat(jobs()).isEmpty();
        assertThat(log.messages(Level.DEBUG)).last().asString().matches(JOB.formatted("waits [0-9]+ ms") + ".*");
    }

    @Test
    void aJobThatEndsInAnIncidentIsALineToo() {
        var unusable = FeishuAccess.configuredBy(Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", "abc"));

        assertThatThrownBy(() -> execute(EveryConnector.PUBLISH, unusable)).isInstanceOf(ConnectorInputException.class);

        assertThat(jobs()).singleElement().asString().matches(JOB.formatted("ended in an incident"));
    }

    @Test
    void debugTellsEachCallAndNothingOfTheInput() {
        publish();

        assertThat(log.messages(Level.DEBUG))
                .anySatisfy(line -> assertThat(line).startsWith("tenant access token: HTTP 200, Feishu code 0"))
                .anySatisfy(line -> assertThat(line).startsWith("ApiCall[publish]: HTTP 200, Feishu code 0"))
                .noneMatch(ConfidentialWords::areIn);
    }

    @ParameterizedTest
    @CsvSource({
        "FEISHU_HIRE_PUBLISHES_PER_SECOND, abc",
        "FEISHU_HIRE_BASE_URL, hunter2",
        "FEISHU_HIRE_ALLOWED_HOSTS, https://hunter2",
        "FEISHU_HIRE_ALLOWED_HOSTS, hunter2:8443"
    })
    void aSettingThatCannotBeUsedIsOneErrorWhenTheRuntimeStarts(String variable, String value) {
        var unused = FeishuAccess.configuredBy(Map.of(variable, value));

        assertThat(log.messages(Level.ERROR))
                .singleElement()
                .asString()
                .contains("every job will end in an incident", variable)
                .doesNotContain("hunter2");
        assertThat(log.messages(Level.INFO)).isEmpty();
    }

    @Test
    void aProxyPortThatIsNoNumberIsOneErrorWhenTheRuntimeStarts() {
        var unused = FeishuAccess.configuredBy(
                Map.of("CONNECTOR_HTTPS_PROXY_HOST", "proxy.example.com", "CONNECTOR_HTTPS_PROXY_PORT", "http"));

        assertThat(log.messages(Level.ERROR)).singleElement().asString().contains("CONNECTOR_HTTPS_PROXY_PORT");
    }

    @Test
    void theSettingsInForceAreToldWhenTheRuntimeStartsWithoutCredentials() {
        var unused = FeishuAccess.configuredBy(Map.of(
                "FEISHU_HIRE_PUBLISHES_PER_SECOND", "3",
                "FEISHU_HIRE_BASE_URL", "https://feishu.example.com",
                "FEISHU_HIRE_ALLOWED_HOSTS", "b.example.com,a.example.com",
                "CONNECTOR_HTTPS_PROXY_HOST", "proxy.example.com",
                "CONNECTOR_HTTPS_PROXY_PORT", "3128",
                "CONNECTOR_HTTPS_PROXY_USER", "proxy-user",
                "CONNECTOR_HTTPS_PROXY_PASSWORD", "hunter2",
                "CONNECTOR_HTTP_NON_PROXY_HOSTS", "*.internal"));

        assertThat(log.messages(Level.INFO))
                .containsExactly("Feishu Hire connector development: at most 3 publications a second for each app; the"
                        + " region Feishu is https://feishu.example.com; hosts allowed beside Feishu's, Lark's and this"
                        + " machine: a.example.com, b.example.com; proxy proxy.example.com:3128 with credentials, but not"
                        + " for *.internal");
        assertThat(log.messages(Level.ERROR)).isEmpty();
    }

    private List<String> jobs() {
        return log.messages(Level.INFO).stream()
                .filter(line -> line.startsWith("io.feishuhire:"))
                .toList();
    }

    private void publish() {
        execute(EveryConnector.PUBLISH, FeishuAccess.configuredBy(Map.of()));
    }

    private void execute(EveryConnector connector, FeishuAccess access) {
        var unused =
                connector.execute(access, connector.variables(sandbox.baseUrl().toString()));
    }
}
