package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page on errors says of the fields that a modeler or an operator may write over. */
@ExtendWith(ExampleExtension.class)
class WrittenOverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ERROR_EXPRESSION = "key=\"errorExpression\" value=\"[^\"]*\"";
    private static final String JOB_TYPE = "io.feishuhire:publish-advertisement:1";

    @Test
    void aResultExpressionWithAFaultInItPublishesWithEachTryAndIsAnIncidentThen(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            var instance = start(
                    engine,
                    feishu,
                    xml -> xml.replaceFirst(
                            "<zeebe:header key=\"retryBackoff\" value=\"PT30S\"",
                            "<zeebe:header key=\"resultExpression\" value=\"={online: no such function(1)}\"/>"
                                    + "<zeebe:header key=\"retryBackoff\" value=\"PT0S\""));

            var incident = engine.awaitIncident(instance, PATIENCE);

            assertThat(incident.message()).contains("Failed to evaluate expression");
            assertThat(feishu.published()).hasSize(3);
        }
    }

    @Test
    void aResultThatIsNoContextIsPublishedOnceAndIsAnIncident(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            var instance = start(engine, feishu, xml -> withResultExpression(xml, "=response.logId"));

            assertThat(engine.awaitIncident(instance, PATIENCE).message()).isNotBlank();
            assertThat(feishu.published()).hasSize(1);
        }
    }

    @Test
    void aResultWithAnUnknownNameIsNull(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            var instance = start(engine, feishu, xml -> withResultExpression(xml, "={online: response.nope.nope}"));

            assertThat(engine.awaitCompleted(instance, PATIENCE).variables()).containsEntry("online", null);
            assertThat(feishu.published()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"errors.md", "errors.zh-CN.md"})
    void theErrorExpressionOfThePageLetsASuccessBeOne(String page, EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            var instance = start(engine, feishu, xml -> withErrorExpression(xml, expressionOf(page)));

            engine.awaitCompleted(instance, PATIENCE);

            assertThat(feishu.published()).hasSize(1);
        }
    }

    @Test
    void theErrorExpressionOfThePageKeepsTheSentenceAboutAWrongConfiguration(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            var instance = start(
                    engine,
                    feishu,
                    xml -> withErrorExpression(xml, expressionOf("errors.md"))
                            .replace("{{secrets.FEISHU_APP_SECRET}}", "&quot;quoted&quot;"));

            assertThat(engine.awaitIncident(instance, PATIENCE).message())
                    .contains("authentication.appSecret is wrapped in quotation marks");
            assertThat(feishu.requests()).isEmpty();
        }
    }

    @Test
    void theErrorExpressionOfThePageWaitsRetriesAndRefuses(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            feishu.next(
                    Endpoint.PUBLISH,
                    Reply.rateLimited("0.2"),
                    Reply.systemError(),
                    Reply.error(400, 1_002_609, "closed"));
            var instance = start(
                    engine,
                    feishu,
                    xml -> withErrorExpression(xml, expressionOf("errors.md"))
                            .replace("key=\"retryBackoff\" value=\"PT30S\"", "key=\"retryBackoff\" value=\"PT0S\""));

            assertThat(engine.awaitIncident(instance, PATIENCE).message()).contains("FEISHU_JOB_CLOSED");
            assertThat(engine.history(instance).jobFailures())
                    .extracting(ProcessHistory.JobFailure::retriesLeft)
                    .containsExactly(3, 2);
        }
    }

    private static String withResultExpression(String xml, String expression) {
        return xml.replaceFirst(
                "<zeebe:header key=\"retryBackoff\"",
                "<zeebe:header key=\"resultExpression\" value=\"" + expression + "\"/>"
                        + "<zeebe:header key=\"retryBackoff\"");
    }

    private static String withErrorExpression(String xml, String expression) {
        var escaped = expression.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        var marked = xml.replaceFirst(ERROR_EXPRESSION, "key=\"errorExpression\" value=\"README\"");
        return marked.replace("value=\"README\"", "value=\"=" + escaped + "\"");
    }

    /** What a reader copies. */
    private static String expressionOf(String page) {
        try {
            var text = Files.readString(Path.of("../docs", page));
            var begin = text.indexOf("```feel") + "```feel".length();
            return text.substring(begin, text.indexOf("```", begin)).strip().replaceAll("\\s*\\n\\s*", " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void withoutAnErrorExpressionARefusalTakesARetryAndWaitingTakesOneToo(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            feishu.next(Endpoint.PUBLISH, Reply.rateLimited("0.2"));
            var instance =
                    start(engine, feishu, xml -> xml.replaceFirst(ERROR_EXPRESSION, "key=\"unused\" value=\"\""));

            var failures = engine.await(
                            instance,
                            "a failed attempt",
                            history -> !history.jobFailures().isEmpty(),
                            PATIENCE)
                    .jobFailures();

            assertThat(failures)
                    .extracting(ProcessHistory.JobFailure::retriesLeft)
                    .startsWith(2);
        }
    }

    @Test
    void anErrorExpressionThatHandsOnNoFeishuErrorLeavesTheProcessWithoutTheDetails(EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            feishu.apiSync(false);
            var instance = start(
                    engine,
                    feishu,
                    xml -> xml.replaceFirst(
                            ERROR_EXPRESSION,
                            "key=\"errorExpression\" value=\"=bpmnError(error.code, error.message)\""));

            var incident = engine.awaitIncident(instance, PATIENCE);

            assertThat(incident.message()).contains("FEISHU_API_SYNC_DISABLED");
            assertThat(engine.history(instance).variables()).doesNotContainKey("feishuError");
        }
    }

    @Test
    void aRuntimeOfItsOwnJobTypeWorksTheTasksOfTheHybridTemplate() {
        try (var feishu = FeishuSandbox.start();
                var engine = EmbeddedEngine.start();
                var runtime = ConnectorRuntime.start(ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                        .withSecrets(FeishuSandbox.DEFAULT_SECRETS)
                        .withProperty("CONNECTOR_FEISHU_HIRE_PUBLISH_JOB_ADVERTISEMENT_TYPE", "feishu-beijing"))) {
            assertThat(runtime).isNotNull();
            var instance = start(engine, feishu, xml -> xml.replace(JOB_TYPE, "feishu-beijing"));

            assertThat(engine.awaitCompleted(instance, PATIENCE).completedElements())
                    .endsWith("advertisement-published");
        }
    }

    private static long start(EmbeddedEngine engine, FeishuSandbox feishu, UnaryOperator<String> change) {
        var xml = Example.PUBLISH_MINIMAL
                .diagram()
                .calling(FeishuAddress.of(feishu))
                .toXml();
        var changed = change.apply(xml);
        assertThat(changed).isNotEqualTo(xml);
        return engine.start(engine.deploy(changed), Map.of("advertisementId", "6960663240925956660"));
    }
}
