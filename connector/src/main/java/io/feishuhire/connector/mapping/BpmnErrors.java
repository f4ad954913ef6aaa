package io.feishuhire.connector.mapping;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorExceptionBuilder;
import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.connector.feishu.FeishuOperation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Feishu failures as Camunda sees them: a BPMN error code, and variables for the people who meet the failure. The error
 * expression of the element template turns them into BPMN errors, retries and waits.
 */
public final class BpmnErrors {

    private BpmnErrors() {}

    /**
     * The BPMN error code of an error, which diagrams hold on to.
     *
     * @return for example {@code FEISHU_API_SYNC_DISABLED}
     */
    public static String code(FeishuError error) {
        return "FEISHU_" + error.name();
    }

    /**
     * The exception that carries a failure to the error expression: {@code error.code} is the BPMN error code,
     * {@code error.variables.feishuError} what the process gets, and for throttled failures
     * {@code error.variables.retryAfter} the time to wait (ISO-8601).
     */
    static ConnectorException exception(FeishuFailure failure, FeishuOperation operation) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("feishuError", feishuError(failure, operation));
        if (failure.kind() == FailureKind.THROTTLED) {
            variables.put("retryAfter", inMilliseconds(failure.retryAfter()).toString());
        }
        return new ConnectorExceptionBuilder()
                .errorCode(code(failure.error()))
                .message(failure.message(operation))
                .errorVariables(variables)
                .build();
    }

    private static Map<String, Object> feishuError(FeishuFailure failure, FeishuOperation operation) {
        var advice = failure.advice(operation);
        var variable = new LinkedHashMap<String, Object>();
        variable.put("code", failure.code().isPresent() ? failure.code().getAsInt() : null);
        variable.put("name", code(failure.error()));
        variable.put("kind", failure.kind().name().toLowerCase(Locale.ROOT));
        variable.put("message", failure.message(operation));
        variable.put(
                "httpStatus",
                failure.httpStatus().isPresent() ? failure.httpStatus().getAsInt() : null);
        variable.put("logId", failure.logId().orElse(null));
        variable.put("advice", Map.of("en", advice.en(), "zh", advice.zh()));
        failure.helpUrl().ifPresent(url -> variable.put("helpUrl", url.toString()));
        if (!failure.scopes().isEmpty()) {
            variable.put("scopes", failure.scopes());
        }
        failure.jobId().ifPresent(job -> variable.put("jobId", job.value()));
        return variable;
    }

    /** Rounded up: the FEEL engine reads no more than milliseconds, and coming back early would be in vain. */
    private static Duration inMilliseconds(Duration wait) {
        return Duration.ofMillis(wait.plusNanos(999_999).toMillis());
    }
}
