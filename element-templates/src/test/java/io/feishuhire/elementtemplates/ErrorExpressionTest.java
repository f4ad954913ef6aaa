package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import io.camunda.connector.runtime.core.ConnectorResultHandler;
import io.camunda.connector.runtime.core.error.BpmnError;
import io.camunda.connector.runtime.core.error.ConnectorError;
import io.camunda.connector.runtime.core.error.JobError;
import io.camunda.connector.runtime.core.outbound.ErrorExpressionJobContext;
import io.camunda.connector.runtime.core.outbound.ErrorExpressionJobContext.ErrorExpressionJob;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The template's error expression, evaluated by the connector runtime as it does after each job. */
class ErrorExpressionTest {

    private static final Optional<ConnectorError> LEFT_TO_THE_RUNTIME = Optional.empty();
    private static final String EXPRESSION =
            expression(Connector.PUBLISH_ADVERTISEMENT.template(TemplateVariant.NORMAL));

    @ParameterizedTest
    @EnumSource
    void theResultOfASuccessIsNoError(Connector connector) {
        var result = connector.resultFields().stream().collect(Collectors.toMap(field -> field, field -> "some text"));

        assertThat(List.of(0, 1, 3))
                .allSatisfy(retries -> assertThat(examine(result, retries)).isEqualTo(LEFT_TO_THE_RUNTIME));
    }

    /** The runtime evaluates the expression on success, too, and puts the result's fields beside its own. */
    @ParameterizedTest
    @EnumSource
    void noFieldOfAResultIsTakenForOneOfTheRuntime(Connector connector) {
        assertThat(connector.resultFields()).isNotEmpty().doesNotContain("error", "job", "response");
    }

    @ParameterizedTest
    @EnumSource
    void aPermanentFailureIsABpmnErrorAtOnceWithItsVariables(FeishuError error) {
        var feishuError = feishuError("permanent");

        var outcome = examine(failure(BpmnErrors.code(error), Map.of("feishuError", feishuError)), 3);

        assertThat(outcome)
                .contains(new BpmnError(
                        BpmnErrors.code(error), "What happened.", Map.<String, Object>of("feishuError", feishuError)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void aTransientFailureIsLeftToTheRetriesOfTheTask(int retries) {
        assertThat(examine(failure("FEISHU_UNAVAILABLE", Map.of("feishuError", feishuError("transient"))), retries))
                .isEqualTo(LEFT_TO_THE_RUNTIME);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0})
    void aTransientFailureOnTheLastRetryIsABpmnError(int retries) {
        var feishuError = feishuError("transient");

        assertThat(examine(failure("FEISHU_UNAVAILABLE", Map.of("feishuError", feishuError)), retries))
                .contains(new BpmnError(
                        "FEISHU_UNAVAILABLE", "What happened.", Map.<String, Object>of("feishuError", feishuError)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aThrottledJobWaitsAsLongAsItIsToldAndKeepsItsRetries(int retries) {
        var variables = Map.of("feishuError", feishuError("throttled"), "retryAfter", "PT1.2S");

        assertThat(examine(failure("FEISHU_RATE_LIMITED", variables), retries))
                .contains(new JobError("What happened.", Map.of(), retries, Duration.ofMillis(1200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aThrottledJobWithoutRetriesWaitsTooAndIsNoIncident(int retries) {
        var variables = Map.of("feishuError", feishuError("throttled"), "retryAfter", "PT1.2S");

        assertThat(examine(failure("FEISHU_RATE_LIMITED", variables), retries))
                .contains(new JobError("What happened.", Map.of(), 1, Duration.ofMillis(1200)));
    }

    @ParameterizedTest
    @MethodSource("unusableWaits")
    void aThrottledJobThatIsNotToldHowLongWaitsASecond(Map<String, Object> variables) {
        assertThat(examine(failure("FEISHU_RATE_LIMITED", variables), 3))
                .contains(new JobError("What happened.", Map.of(), 3, Duration.ofSeconds(1)));
    }

    static Stream<Map<String, Object>> unusableWaits() {
        return Stream.of(
                Map.of("feishuError", feishuError("throttled")),
                Map.of("feishuError", feishuError("throttled"), "retryAfter", "soon"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfOthers")
    void aFailureThatIsNotOursIsLeftToTheRuntime(Map<String, Object> error) {
        assertThat(examine(Map.of("error", error), 3)).isEqualTo(LEFT_TO_THE_RUNTIME);
        assertThat(examine(Map.of("error", error), 1)).isEqualTo(LEFT_TO_THE_RUNTIME);
    }

    static Stream<Map<String, Object>> failuresOfOthers() {
        return Stream.of(
                Map.of("type", "java.lang.NullPointerException"),
                Map.of("type", "java.lang.RuntimeException", "message", "No code."),
                Map.of("type", "ConnectorException", "message", "No variables.", "code", "400"),
                Map.of("type", "ConnectorException", "message", "No variables.", "code", "400", "variables", Map.of()),
                Map.of("type", "X", "message", "Others.", "code", "400", "variables", Map.of("response", Map.of())),
                Map.of(
                        "type",
                        "X",
                        "message",
                        "No code.",
                        "variables",
                        Map.of("feishuError", feishuError("permanent"))));
    }

    @Test
    void aFailureOfAKindThatIsNotKnownIsABpmnErrorAndNotLost() {
        assertThat(examine(failure("FEISHU_UNKNOWN_ERROR", Map.of("feishuError", Map.of())), 3))
                .contains(new BpmnError(
                        "FEISHU_UNKNOWN_ERROR", "What happened.", Map.<String, Object>of("feishuError", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void everyTemplateHasTheSameExpression(ConnectorTemplate template) {
        assertThat(expression(template)).isEqualTo(EXPRESSION);
    }

    private static Optional<ConnectorError> examine(Object response, int retries) {
        return new ConnectorResultHandler(ConnectorsObjectMapperSupplier.getCopy())
                .examineErrorExpression(
                        response,
                        Map.of("errorExpression", EXPRESSION),
                        new ErrorExpressionJobContext(new ErrorExpressionJob(retries)));
    }

    private static Map<String, Object> failure(String code, Map<String, ?> variables) {
        return Map.of(
                "error",
                Map.of(
                        "type",
                        "io.camunda.connector.api.error.ConnectorException",
                        "message",
                        "What happened.",
                        "code",
                        code,
                        "variables",
                        variables));
    }

    private static Map<String, Object> feishuError(String kind) {
        return Map.of("code", 1002613, "kind", kind, "advice", Map.of("en", "Do this.", "zh", "请这样做。"));
    }

    private static String expression(ConnectorTemplate template) {
        return Json.objects(template.template().path("properties"))
                .filter(property -> property.path("id").asText().equals("errorExpression"))
                .map(property -> property.path("value").asText())
                .findFirst()
                .orElseThrow();
    }
}
