package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.localcamunda.LocalCamunda;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagrams as the Modeler exports them, on an engine, through the stock connector runtime, against the sandbox. */
class DiagramsInRuntimeTest {

    private static final String ADVERTISEMENT = "6960663240925956660";
    private static final String EXPORTED_ADDRESS = "http://127.0.0.1:18080";
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @AutoClose
    private static final LocalCamunda CAMUNDA = LocalCamunda.start(FeishuSandbox.DEFAULT_SECRETS);

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void whatTheModelerExportsWithATemplateSucceeds(ConnectorTemplate template) throws IOException {
        var connector = template.connector();
        try (var sandbox = FeishuSandbox.start()) {
            var exported = template.file().getFileName().toString().replace(".json", "");

            var history = runExported(exported, Sample.of(connector).variables(), sandbox);

            assertThat(history.completedElements()).containsExactly("start", "task", "end");
            assertThat(history.variables()).containsKey(connector.annotation().defaultResultVariable());
            assertThat(calls(sandbox, connector)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"publish-on-website, 6960663240925956631", "publish-typed-id, 3", "publish-left-to-feishu,"})
    void whatTheModelerExportsPublishesOnTheChosenChannel(String diagram, String jobChannelId) throws IOException {
        try (var sandbox = FeishuSandbox.start()) {
            var variables =
                    Map.<String, Object>of("advertisementId", ADVERTISEMENT, "jobChannelId", "6960663240925956631");

            var history = runExported(diagram, variables, sandbox);

            assertThat(history.variables())
                    .extractingByKey("publication")
                    .hasFieldOrPropertyWithValue("advertisementId", ADVERTISEMENT);
            assertThat(sandbox.published())
                    .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                    .containsExactly(tuple(ADVERTISEMENT, jobChannelId));
        }
    }

    private ProcessHistory runExported(String diagram, Map<String, Object> variables, FeishuSandbox sandbox)
            throws IOException {
        try (var exported = getClass().getResourceAsStream("/exported/" + diagram + ".bpmn")) {
            assertThat(exported)
                    .as(
                            "%s.bpmn is not among the exports. Write it with: npm ci && npm run update-exports in"
                                    + " element-templates",
                            diagram)
                    .isNotNull();
            var xml = new String(exported.readAllBytes(), StandardCharsets.UTF_8);
            return run(xml.replace(EXPORTED_ADDRESS, sandbox.baseUrl().toString()), variables);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStarterDiagramSucceeds(Connector connector) {
        try (var sandbox = FeishuSandbox.start()) {
            var history = runStarter(connector, sandbox);

            assertThat(history.completedElements()).endsWith(new StarterDiagram(connector).endId());
            assertThat(history.variables()).containsKey(connector.annotation().defaultResultVariable());
            assertThat(calls(sandbox, connector)).isEqualTo(1);
        }
    }

    static Stream<Arguments> errorsThatAreThrown() {
        return Stream.of(Connector.values())
                .flatMap(connector -> connector.errors().stream()
                        .filter(error -> error.kind() != FailureKind.THROTTLED)
                        .map(error -> Arguments.of(connector, error)));
    }

    @ParameterizedTest
    @MethodSource("errorsThatAreThrown")
    void anErrorTakesItsBoundaryEventOfTheStarterDiagram(Connector connector, FeishuError error) {
        try (var sandbox = FeishuSandbox.start()) {
            sandbox.always(Sample.of(connector).endpoint(), reply(error));

            var history = runStarter(connector, sandbox);

            assertThat(history.completedElements())
                    .endsWith(StarterDiagram.id(error), StarterDiagram.id(error) + "-end");
            assertThat(history.errorsThrown())
                    .extracting(ProcessHistory.ThrownError::code)
                    .containsExactly(BpmnErrors.code(error));
            assertThat(history.variables())
                    .extractingByKey("feishuError")
                    .hasFieldOrPropertyWithValue("name", BpmnErrors.code(error))
                    .hasFieldOrPropertyWithValue(
                            "advice",
                            Map.of(
                                    "en",
                                    connector.advice(error).en(),
                                    "zh",
                                    connector.advice(error).zh()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRateLimitIsWaitedOutWithoutAnErrorEvenOnTheLastTry(Connector connector) {
        try (var sandbox = FeishuSandbox.start()) {
            sandbox.next(Sample.of(connector).endpoint(), Reply.rateLimited("0.2"));

            var history = runStarter(connector, sandbox);

            assertThat(history.errorsThrown()).isEmpty();
            assertThat(history.jobFailures())
                    .extracting(ProcessHistory.JobFailure::retriesLeft)
                    .containsOnly(1);
            assertThat(history.completedElements()).endsWith(new StarterDiagram(connector).endId());
            assertThat(calls(sandbox, connector)).isEqualTo(2);
        }
    }

    private static Reply reply(FeishuError error) {
        if (error == FeishuError.UNAVAILABLE) {
            return Reply.gatewayFailure();
        }
        if (error == FeishuError.UNEXPECTED_ANSWER) {
            return Reply.raw(404, "text/html", "<html>page not found</html>", Map.of());
        }
        int code = error.codes().findFirst().orElse(1_999_999);
        return Reply.error(error.kind() == FailureKind.TRANSIENT ? 500 : 400, code, "failed");
    }

    private static long calls(FeishuSandbox sandbox, Connector connector) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == Sample.of(connector).endpoint())
                .count();
    }

    /** Runs the starter diagram with the sandbox's address, and with a single try. */
    private static ProcessHistory runStarter(Connector connector, FeishuSandbox sandbox) {
        return run(
                new StarterDiagram(connector)
                        .bpmn()
                        .replace("retries=\"3\"", "retries=\"1\"")
                        .replace(
                                "<zeebe:input source=\"feishu\" target=\"connection.region\" />",
                                "<zeebe:input source=\"custom\" target=\"connection.region\" />"
                                        + "<zeebe:input source=\"" + sandbox.baseUrl()
                                        + "\" target=\"connection.baseUrl\" />"),
                Sample.of(connector).variables());
    }

    private static ProcessHistory run(String bpmn, Map<String, Object> variables) {
        var engine = CAMUNDA.engine();
        return engine.awaitCompleted(engine.start(engine.deploy(bpmn), variables), AT_MOST);
    }
}
