package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobVariables;
import io.feishuhire.sandbox.FeishuSandbox;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Credentials and connection, which every connector has. One case after the other, because the client lets fewer than
 * half of its callers in at once.
 */
@Execution(ExecutionMode.SAME_THREAD)
class SharedInputTest {

    private static InputProbe probe;

    @BeforeAll
    static void start() {
        probe = InputProbe.start();
    }

    @AfterAll
    static void stop() {
        probe.close();
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
        for (var connector : EveryConnector.values()) {
            var input = probe.with(connector, field, json);

            assertThatThrownBy(() -> probe.execute(connector, input))
                    .isInstanceOf(ConnectorInputException.class)
                    .hasNoCause()
                    .hasMessageStartingWith(message)
                    .message()
                    .doesNotContain("hunter2", "mars", "soon", "example.com", "me@");
        }
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
        for (var connector : EveryConnector.values()) {
            for (var field : List.of("appId", "appSecret")) {
                var input = probe.input(connector);
                authentication(input).set(field, JobVariables.text(value));

                assertThatThrownBy(() -> probe.execute(connector, input))
                        .isInstanceOf(ConnectorInputException.class)
                        .hasNoCause()
                        .hasMessageStartingWith("authentication." + field + " " + cause)
                        .message()
                        .doesNotContain("hunter2", "ter2", "FEISHU_APP_SECRET");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCredentialOfAnyLengthIsRefusedForItsLength(EveryConnector connector) {
        var input = probe.input(connector);
        authentication(input).put("appSecret", "x".repeat(1_000_000));

        assertThatThrownBy(() -> probe.execute(connector, input))
                .hasMessageStartingWith("authentication.appSecret is longer than 1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s\n", "\r\n%s\t", "\u3000%s\u2028"})
    void whiteSpaceAroundACredentialIsTakenOffAsSecretStoresAddIt(String around) {
        for (var connector : EveryConnector.values()) {
            var input = probe.input(connector);
            authentication(input).put("appId", around.formatted(FeishuSandbox.DEFAULT_APP_ID));
            authentication(input).put("appSecret", around.formatted(FeishuSandbox.DEFAULT_APP_SECRET));

            assertThat(probe.execute(connector, input)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connection/region", "/connection/baseUrl", "/connection/timeoutInSeconds"})
    void aTextOfAnyLengthIsRefusedWithoutBeingRepeated(String field) {
        for (var connector : EveryConnector.values()) {
            for (var piece : List.of("7", "/", "a.", " x", "{{", "é", "\u3000x")) {
                var input = probe.with(connector, field, "'" + piece.repeat(100_000) + "'");

                assertThatThrownBy(() -> probe.execute(connector, input))
                        .isInstanceOf(ConnectorInputException.class)
                        .hasNoCause()
                        .message()
                        .hasSizeLessThan(1_000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "'text'", "[]", "{'authentication': {'appId': 'a', 'appSecret': 'b'}}"})
    void invalidInputNeverSurfacesAsAJacksonException(String variables) {
        for (var connector : EveryConnector.values()) {
            assertThatThrownBy(() -> probe.execute(connector, JobVariables.json(variables)))
                    .isInstanceOfAny(ConnectorInputException.class, ConnectorException.class)
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.com", "https://open.feishu.cn.example.com", "https://10.0.0.1"})
    void aHostThatIsNotAllowedIsAnIncidentThatNamesTheSetting(String baseUrl) {
        for (var connector : EveryConnector.values()) {
            var input = probe.with(connector, "/connection/baseUrl", "'" + baseUrl + "'");

            assertThatThrownBy(() -> probe.execute(connector, input))
                    .isInstanceOf(ConnectorInputException.class)
                    .hasNoCause()
                    .hasMessageStartingWith("connection.baseUrl names a host that the operator")
                    .hasMessageContaining("FEISHU_HIRE_ALLOWED_HOSTS")
                    .message()
                    .doesNotContain("example.com", "10.0.0.1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnusableEnvironmentVariableIsAnIncidentAndNotAFailedStart(EveryConnector connector) {
        var feishu = FeishuAccess.configuredBy(Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", "lots"));

        assertThatThrownBy(() -> connector.execute(feishu, probe.input(connector)))
                .isInstanceOf(ConnectorInputException.class)
                .hasMessageContaining("FEISHU_HIRE_PUBLISHES_PER_SECOND must be a whole number from 1 to 1000")
                .message()
                .doesNotContain("lots");
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatCannotBeUsedIsAnIncidentThatNamesTheVariable(EveryConnector connector) {
        var feishu = FeishuAccess.configuredBy(
                Map.of("CONNECTOR_HTTPS_PROXY_HOST", "proxy.example.com", "CONNECTOR_HTTPS_PROXY_PORT", "many"));

        assertThatThrownBy(() -> connector.execute(feishu, probe.input(connector)))
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

        for (var connector : EveryConnector.values()) {
            assertThatThrownBy(() -> connector.execute(feishu, probe.input(connector)))
                    .isInstanceOf(ConnectorInputException.class)
                    .hasNoCause()
                    .hasMessageContaining(
                            "The connector could not start (" + cause.getClass().getSimpleName() + "): check")
                    .message()
                    .doesNotContain("hunter2");
        }
    }

    private static ObjectNode authentication(ObjectNode input) {
        return (ObjectNode) input.get("authentication");
    }
}
