package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.localcamunda.LocalCamunda;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagrams as the Modeler exports them, on an engine, through the stock connector runtime, against the sandbox. */
class DiagramsInRuntimeTest {

    private static final String EXPORTED_ADDRESS = "http://127.0.0.1:18080";
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @AutoClose
    private static final LocalCamunda CAMUNDA = LocalCamunda.start(FeishuSandbox.DEFAULT_SECRETS);

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void whatTheModelerExportsWithATemplateSucceeds(ConnectorTemplate template) throws IOException {
        var connector = template.connector();
        try (var sandbox = FeishuSandbox.start()) {
            var history = runExported(exportOf(template), Sample.of(connector).variables(), sandbox);

            assertThat(history.completedElements()).containsExactly("start", "task", "end");
            assertThat(history.variables()).containsKey(connector.annotation().defaultResultVariable());
            assertThat(calls(sandbox, connector)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.FilledIn#all")
    void whatModelersFillInIsWhatFeishuIsAsked(FilledIn filledIn) throws IOException {
        try (var sandbox = FeishuSandbox.start()) {
            if (!filledIn.onlineAt().isEmpty()) {
                publish(filledIn.onlineAt(), sandbox);
            }
            var before = sandbox.requests().size();

            var history = runExported(filledIn.diagram(), filledIn.variables(), sandbox);

            assertThat(history.completedElements()).containsExactly("start", "task", "end");
            assertThat(callsAfter(before, sandbox)).containsExactlyElementsOf(filledIn.calls());
            assertThat(history.variables().get(filledIn.resultVariable()))
                    .asInstanceOf(MAP)
                    .containsAllEntriesOf(filledIn.result());
        }
    }

    @Test
    void everyExportIsRun() throws IOException {
        try (var exported = Files.list(Path.of("src", "test", "resources", "exported"))) {
            assertThat(exported.map(file -> file.getFileName().toString().replace(".bpmn", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    ConnectorTemplate.all().map(DiagramsInRuntimeTest::exportOf),
                                    FilledIn.all().map(FilledIn::diagram))
                            .toList());
        }
    }

    @Test
    void afterAFailureTheTaskLooksForTheAdvertisementAndForItsJob() throws IOException {
        try (var sandbox = FeishuSandbox.start()) {
            sandbox.anotherIdOnWebsites(true);
            publish(FilledIn.CHANNEL, sandbox);
            sandbox.next(Endpoint.PUBLISH, Reply.gatewayFailure());
            var before = sandbox.requests().size();

            var history = runExported(
                    "publish-with-link-and-look",
                    Map.of("advertisementId", FilledIn.ADVERTISEMENT, "websiteName", "careers", "jobId", FilledIn.JOB),
                    sandbox);

            assertThat(history.jobFailures()).isEmpty();
            assertThat(history.variables().get("publication")).asInstanceOf(MAP).containsEntry("alreadyOnline", true);
            assertThat(callsAfter(before, sandbox))
                    .containsExactly(
                            FilledIn.LIST_WEBSITES,
                            FilledIn.publishCall(FilledIn.ADVERTISEMENT, FilledIn.ON_CHANNEL),
                            FilledIn.LOOK,
                            FilledIn.LOOK_FOR_JOB);
        }
    }

    @Test
    void aCheckFindsTheJobOfAnAdvertisementThatHasAnotherIdOnTheWebsite() throws IOException {
        try (var sandbox = FeishuSandbox.start()) {
            sandbox.anotherIdOnWebsites(true);
            publish(FilledIn.CHANNEL, sandbox);
            var before = sandbox.requests().size();

            var history = runExported(
                    "check-chosen-in-process-with-job",
                    Map.of(
                            "advertisementId",
                            FilledIn.ADVERTISEMENT,
                            "jobChannelId",
                            FilledIn.CHANNEL,
                            "jobId",
                            FilledIn.JOB),
                    sandbox);

            assertThat(history.variables().get("advertisementStatus"))
                    .asInstanceOf(MAP)
                    .containsEntry("state", "LIVE")
                    .containsEntry("jobId", FilledIn.JOB);
            assertThat(callsAfter(before, sandbox))
                    .containsExactly(FilledIn.LIST_WEBSITES, FilledIn.LOOK, FilledIn.LOOK_FOR_JOB);
        }
    }

    private void publish(String channel, FeishuSandbox sandbox) throws IOException {
        runExported(
                "publish-chosen-in-process",
                Map.of("advertisementId", FilledIn.ADVERTISEMENT, "jobChannelId", channel),
                sandbox);
    }

    /** Method, path and body of the calls since then, but for those for a token. */
    private static List<String> callsAfter(int before, FeishuSandbox sandbox) {
        return sandbox.requests().stream()
                .skip(before)
                .filter(request -> request.endpoint() != Endpoint.TOKEN)
                .map(request -> (request.method() + " " + request.path() + " " + request.body()).strip())
                .toList();
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
            Sample.of(connector).withoutPermission().ifPresent(other -> sandbox.always(other, reply(error)));

            var history = runStarter(connector, sandbox);

            assertThat(history.completedElements())
                    .endsWith(StarterDiagram.id(error), StarterDiagram.id(error) + "-end");
            assertThat(history.errorsThrown())
                    .extracting(ProcessHistory.ThrownError::code)
                    .containsExactly(BpmnErrors.code(error));
            assertThat(history.variables())
                    .extractingByKey("feishuError")
                    .hasFieldOrPropertyWithValue("name", BpmnErrors.code(error))
                    .hasFieldOrPropertyWithValue("advice", advice(connector, error));
        }
    }

    /** The list of websites knows the one permission that it needs. */
    private static Map<String, String> advice(Connector connector, FeishuError error) {
        var isOfWebsites = connector == Connector.LIST_CHOICES && error == FeishuError.PERMISSION_DENIED;
        var en = connector.advice(error).en();
        var zh = connector.advice(error).zh();
        return isOfWebsites
                ? Map.of(
                        "en",
                        en.replace("read this list yet", "read the recruitment websites yet")
                                .replace(
                                        "the permission of this list, which the README names,",
                                        "the permission hire:site:readonly"),
                        "zh",
                        zh.replace("读取该列表的权限", "读取招聘官网的权限").replace("该列表所需的权限（见说明文档）", "hire:site:readonly 权限"))
                : Map.of("en", en, "zh", zh);
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
        if (error == FeishuError.JOB_ALREADY_CREATED) {
            return Reply.afterEffect(Reply.systemError());
        }
        int code = error.codes().findFirst().orElse(1_999_999);
        return Reply.error(error.kind() == FailureKind.TRANSIENT ? 500 : 400, code, "failed");
    }

    private static long calls(FeishuSandbox sandbox, Connector connector) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == Sample.of(connector).endpoint())
                .count();
    }

    private static String exportOf(ConnectorTemplate template) {
        return template.file().getFileName().toString().replace(".json", "");
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
