package io.feishuhire.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.ExpectedAdvice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.JobFailure;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Runs the processes of {@link OutcomesProcess} against a sandbox and an app of its own: ports come back, and the
 * runtime must have neither token nor list from another sandbox that had this one's.
 */
final class RuntimeProbe implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A page of Feishu's own, which names the app. */
    private static final String HELP_URL = "https://open\\.feishu\\.cn/app/[^/]+/auth";

    private final FeishuSandbox sandbox = ConfidentialWords.sandbox();
    private final String appId = "cli_" + UUID.randomUUID();

    private RuntimeProbe() {}

    /** Starts a sandbox, which has to be closed. */
    static RuntimeProbe start() {
        var probe = new RuntimeProbe();
        probe.sandbox.registerApp(probe.appId, FeishuSandbox.DEFAULT_APP_SECRET);
        return probe;
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    String appId() {
        return appId;
    }

    long requestsTo(Endpoint endpoint) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .count();
    }

    long start(EmbeddedEngine engine, EveryConnector connector, Map<String, Object> variables) {
        var all = new HashMap<String, Object>(variables);
        all.putIfAbsent("appId", appId);
        return OutcomesProcess.start(engine, connector, sandbox.baseUrl().toString(), all);
    }

    /** Runs an instance to its end. */
    ProcessHistory run(EmbeddedEngine engine, EveryConnector connector, Map<String, Object> variables) {
        var instance = start(engine, connector, variables);
        var history = engine.awaitCompleted(instance, PATIENCE);
        assertNothingConfidential(instance, history, engine);
        return history;
    }

    /** Runs an instance that succeeds; its result. */
    @SuppressWarnings("unchecked")
    Map<String, Object> result(
            EmbeddedEngine engine, EveryConnector connector, String variable, Map<String, Object> variables) {
        var history = run(engine, connector, variables);
        assertThat(history.completedElements()).endsWith(OutcomesProcess.TASK, OutcomesProcess.DONE);
        assertThat(history.incidents()).isEmpty();
        return (Map<String, Object>) history.variables().get(variable);
    }

    void assertEndsWith(
            ProcessHistory history, EveryConnector connector, FeishuError error, Integer code, Integer status) {
        assertEndsWith(
                history, connector, error, code, status, error.kind().name().toLowerCase(Locale.ROOT));
    }

    void assertEndsWith(
            ProcessHistory history,
            EveryConnector connector,
            FeishuError error,
            Integer code,
            Integer status,
            String kind) {
        assertEndsWith(history, error, code, status, kind, ExpectedAdvice.of(error, code, connector.operation()));
    }

    /** For a failure with an advice of its own. */
    void assertEndsWith(ProcessHistory history, FeishuError error, Integer code, Integer status, Advice advice) {
        assertEndsWith(history, error, code, status, error.kind().name().toLowerCase(Locale.ROOT), advice);
    }

    private void assertEndsWith(
            ProcessHistory history, FeishuError error, Integer code, Integer status, String kind, Advice advice) {
        var bpmnCode = BpmnErrors.code(error);
        assertThat(history.completedElements()).endsWith("boundary-" + bpmnCode, bpmnCode);
        assertThat(history.variables())
                .doesNotContainKeys("publication", "advertisementStatus", "choices", "createdJob", "job", "jobStatus");
        assertThat(feishuError(history))
                .containsEntry("code", code)
                .containsEntry("name", bpmnCode)
                .containsEntry("kind", kind)
                .containsEntry("httpStatus", status)
                .containsEntry("advice", Map.of("en", advice.en(), "zh", advice.zh()))
                .containsEntry(
                        "logId",
                        status == null ? null : sandbox.requests().getLast().logId())
                .hasEntrySatisfying(
                        "message", message -> assertThat(message).asString().contains(advice.en()))
                .doesNotContainKey("helpUrl");
        assertThat(history.errorsThrown()).singleElement().satisfies(thrown -> {
            assertThat(thrown.code()).isEqualTo(bpmnCode);
            assertThat(thrown.message()).isEqualTo(feishuError(history).get("message"));
        });
        assertThat(history.incidents()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> feishuError(ProcessHistory history) {
        return (Map<String, Object>) history.variables().get("feishuError");
    }

    /** Our own limiter may let a job come back at once; Feishu is never asked again before it allows it. */
    static void assertWaitsIfFeishuSaidSo(JobFailure failure) {
        if (failure.message().contains("Feishu log id") || failure.message().contains("HTTP status")) {
            assertThat(failure.retryBackOff()).isPositive();
        } else {
            assertThat(failure.message())
                    .containsAnyOf(
                            "Too many requests for this Feishu app at once", "Other calls to Feishu already take");
        }
    }

    /** No secret in anything that the engine recorded; no input value in what the connector said either. */
    void assertNothingConfidential(long instance, ProcessHistory history, EmbeddedEngine engine) {
        assertThat(engine.records(instance)).isNotEmpty().allSatisfy(ConfidentialWords::assertNoSecretIn);
        var said = Stream.of(
                history.jobFailures(),
                history.errorsThrown(),
                history.incidents(),
                String.valueOf(history.variables().get("feishuError")),
                history.localVariables().values().stream()
                        .map(local -> String.valueOf(local.get("error")) + local.get("feishuError"))
                        .toList());
        assertThat(said).allSatisfy(saying -> {
            ConfidentialWords.assertNoneIn(saying.toString());
            assertThat(saying.toString().replaceAll(HELP_URL, "")).doesNotContain(appId);
        });
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
