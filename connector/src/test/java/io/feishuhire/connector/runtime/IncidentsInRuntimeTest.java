package io.feishuhire.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.RunBook;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each incident of the run-book, as the engine has it, and that the instance goes on once it is mended. */
@ExtendWith(StockRuntime.class)
class IncidentsInRuntimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_RETRIES = "JOB_NO_RETRIES";

    /** Not to be had from a task: {@code RunBookTest} and {@code OperatorTest} have them. */
    private static final Set<String> OF_THE_RUNTIME = Set.of(
            "The connector runtime is configured wrongly. The environment variable",
            "The connector runtime is configured wrongly. The JVM cannot make TLS connections",
            "The connector runtime is configured wrongly. The JVM cannot open what it needs for HTTP connections",
            "The connector runtime is configured wrongly. The connector could not start (",
            "The connector failed with an internal error (",
            "connection.region is none of feishu, lark and custom.");

    /** An incident: how the run-book quotes it, its type, and what is wrong. */
    record Incident(String quoted, String type, UnaryOperator<String> diagram, Map<String, Object> variables) {

        static Incident of(String quoted, Map<String, Object> variables) {
            return new Incident(quoted, NO_RETRIES, xml -> xml, variables);
        }

        static Incident of(String quoted, String type, UnaryOperator<String> diagram) {
            return new Incident(quoted, type, diagram, Map.of());
        }

        @Override
        public String toString() {
            return quoted;
        }
    }

    static List<Incident> incidents() {
        return List.of(
                Incident.of("Secret with name '", Map.of("appId", "{{secrets.NOBODY_SET_IT}}")),
                Incident.of(
                        "authentication.appId still reads like a reference to a connector secret",
                        Map.of("appId", "{{FEISHU_APP_ID}}")),
                Incident.of("authentication.appId is empty.", Map.of("appId", "")),
                Incident.of("authentication.appId is wrapped in quotation marks.", Map.of("appId", "\"cli_1\"")),
                Incident.of(
                        "authentication.appId holds a blank, a line break, an invisible character or one that is not"
                                + " ASCII",
                        Map.of("appId", "cli\u200b_1")),
                Incident.of("authentication.appId is longer than 1024 characters", Map.of("appId", "a".repeat(1_025))),
                Incident.of("connection.baseUrl is empty.", Map.of("baseUrl", "")),
                Incident.of("connection.baseUrl does not start with https://", Map.of("baseUrl", "http://example.com")),
                Incident.of(
                        "connection.baseUrl names a host that the operator of the connector runtime has not allowed",
                        Map.of("baseUrl", "https://example.com")),
                Incident.of(
                        "connection.timeoutInSeconds is not a whole number from 1 to 30.",
                        Map.of("timeoutInSeconds", "300")),
                Incident.of(
                        "Expected to throw an error event with the code 'FEISHU_", "UNHANDLED_ERROR_EVENT", xml -> xml),
                Incident.of(
                        "Failed to evaluate expression",
                        NO_RETRIES,
                        xml -> xml.replaceFirst(
                                "key=\"errorExpression\" value=\"[^\"]*\"",
                                "key=\"errorExpression\" value=\"=no such function(1)\"")),
                Incident.of(
                        "Feishu Hire does not let other systems change jobs",
                        NO_RETRIES,
                        xml -> xml.replaceFirst("key=\"errorExpression\"", "key=\"unused\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incidents")
    void eachIncidentIsQuotedAsTheEngineHasIt(Incident expected, EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            feishu.apiSync(false);

            var incident =
                    engine.awaitIncident(start(engine, feishu, expected.diagram(), expected.variables()), PATIENCE);

            assertThat(incident.message()).startsWith(expected.quoted());
            assertThat(incident.type()).isEqualTo(expected.type());
        }
    }

    @Test
    void theRunBookHasNoOthers() {
        assertThat(RunBook.EN.incidents())
                .extracting(RunBook.Section::quoted)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                OF_THE_RUNTIME.stream(), incidents().stream().map(Incident::quoted))
                        .toList());
    }

    /** What the run-book says under "After an incident". */
    @Test
    void anErrorThatNoEventCatchesGoesOnAfterARetry(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            feishu.apiSync(false);
            var instance = start(engine, feishu, xml -> xml, Map.of());
            var incident = engine.awaitIncident(instance, PATIENCE);

            feishu.apiSync(true);
            engine.client().newResolveIncidentCommand(incident.key()).send().join();

            engine.awaitCompleted(instance, PATIENCE);
            assertThat(feishu.published()).hasSize(1);
        }
    }

    /** What the run-book says under "After an incident". */
    @Test
    void wrongConfigurationGoesOnAfterItIsCorrectedAndHasRetries(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            var instance = start(engine, feishu, xml -> xml, Map.of("appId", "\"quoted\""));
            var incident = engine.awaitIncident(instance, PATIENCE);
            var task = engine.history(instance);
            assertThat(task.openJobs())
                    .singleElement()
                    .satisfies(job -> assertThat(job.retries()).isZero());

            engine.client()
                    .newSetVariablesCommand(elementInstance(engine, instance))
                    .variables(Map.of(
                            "authentication",
                            Map.of(
                                    "appId",
                                    FeishuSandbox.DEFAULT_APP_ID,
                                    "appSecret",
                                    FeishuSandbox.DEFAULT_APP_SECRET)))
                    .local(true)
                    .send()
                    .join();
            engine.client()
                    .newUpdateRetriesCommand(incident.jobKey())
                    .retries(1)
                    .send()
                    .join();
            engine.client().newResolveIncidentCommand(incident.key()).send().join();

            engine.awaitCompleted(instance, PATIENCE);
            assertThat(feishu.published()).hasSize(1);
        }
    }

    private static long elementInstance(EmbeddedEngine engine, long instance) {
        return engine.records(instance).stream()
                .filter(record -> record.contains("\"elementId\":\"publish-advertisement\"")
                        && record.contains("\"intent\":\"ELEMENT_ACTIVATED\""))
                .map(record -> record.replaceFirst("(?s).*?\"key\":(\\d+).*", "$1"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    /** The smallest example, with what is wrong in place of what is right. */
    private static long start(
            EmbeddedEngine engine, FeishuSandbox feishu, UnaryOperator<String> change, Map<String, Object> wrong) {
        var variables = new HashMap<String, Object>(Map.of(
                "advertisementId",
                "6960663240925956660",
                "appId",
                FeishuSandbox.DEFAULT_APP_ID,
                "baseUrl",
                feishu.baseUrl().toString(),
                "timeoutInSeconds",
                "20"));
        variables.putAll(wrong);
        var diagram = change.apply(minimal()
                .replace("id=\"publish-minimal\"", "id=\"incident-" + UUID.randomUUID() + "\"")
                .replace("{{secrets.FEISHU_APP_ID}}", "=appId")
                .replace("source=\"20\"", "source=\"=timeoutInSeconds\"")
                .replace("PT30S", "PT0S")
                .replace(
                        "<zeebe:input source=\"feishu\" target=\"connection.region\" />",
                        "<zeebe:input source=\"custom\" target=\"connection.region\" />"
                                + "<zeebe:input source=\"=baseUrl\" target=\"connection.baseUrl\" />"));
        return engine.start(engine.deploy(diagram), variables);
    }

    private static String minimal() {
        try {
            return Files.readString(Path.of("../bpmn-examples/publish-minimal.bpmn"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
