package io.feishuhire.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged connector in a stock runtime of each version. Each runtime has a JVM, an engine and, for each test, a
 * sandbox of its own.
 */
@ParameterizedClass
@MethodSource("io.feishuhire.compatibility.RuntimeVersion#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompatibilityIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int RETRIES = 3;
    private static final int TOO_MANY_REQUESTS = 429;
    /** In the name of each of Camunda's virtual threads. */
    private static final String VIRTUAL_THREAD = "-virtual-";

    private static final long FIRST_ADVERTISEMENT = 6_960_663_240_925_000_000L;

    @Parameter
    private RuntimeVersion version;

    private EmbeddedEngine engine;
    private StockRuntime runtime;

    @BeforeParameterizedClassInvocation
    void start() {
        assertThat(StockRuntime.connector())
                .as("run by Maven, which has packaged the connector")
                .isRegularFile();
        engine = EmbeddedEngine.start();
        runtime = StockRuntime.start(version, engine.grpcAddress());
    }

    @AfterParameterizedClassInvocation
    @SuppressWarnings("try") // Closes both, or what has been started of them.
    void stop() {
        try (var startedEngine = engine;
                var startedRuntime = runtime) {
            engine = null;
            runtime = null;
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachConnectorSucceeds(Starter starter) {
        try (var sandbox = FeishuSandbox.start()) {
            var history = engine.awaitCompleted(start(starter, sandbox), PATIENCE);

            assertThat(history.errorsThrown()).isEmpty();
            assertThat(history.jobFailures()).isEmpty();
            assertThat(history.variables().get(starter.resultVariable())).isNotNull();
            assertThat(calls(starter, sandbox)).hasSize(1);
            var line = runtime.awaitLine("process instance " + history.processInstanceKey());
            assertThat(line).contains(starter.jobType() + " succeeded");
            assertThat(line.contains(VIRTUAL_THREAD))
                    .isEqualTo(version.threads().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenFeishuRefusesEachConnectorThrowsABpmnErrorThatTheDiagramCatches(Starter starter) {
        try (var sandbox = FeishuSandbox.start()) {
            starter.fail(sandbox);

            var history = engine.awaitCompleted(start(starter, sandbox), PATIENCE);

            assertThat(history.errorsThrown())
                    .extracting(ProcessHistory.ThrownError::code)
                    .containsExactly(starter.errorCode());
            assertThat(history.completedElements()).endsWith(starter.boundaryEvent(), starter.boundaryEvent() + "-end");
            assertThat(history.jobFailures()).isEmpty();
            assertThat(history.variables().get("feishuError"))
                    .asInstanceOf(MAP)
                    .containsEntry("name", starter.errorCode())
                    .containsKeys("advice", "kind");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLimitOfFeishuCostsNoRetry(Starter starter) {
        try (var sandbox = FeishuSandbox.start()) {
            sandbox.next(starter.endpoint(), Reply.rateLimited("0.2"));

            var history = engine.awaitCompleted(start(starter, sandbox), PATIENCE);

            assertThat(history.errorsThrown()).isEmpty();
            assertThat(history.jobFailures())
                    .isNotEmpty()
                    .extracting(ProcessHistory.JobFailure::retriesLeft)
                    .containsOnly(RETRIES);
        }
    }

    @Test
    void anOutageIsRetriedAndThenABpmnError() {
        try (var sandbox = FeishuSandbox.start()) {
            sandbox.always(Starter.PUBLISH_ADVERTISEMENT.endpoint(), Reply.gatewayFailure());
            var diagram = Starter.PUBLISH_ADVERTISEMENT
                    .diagram(sandbox.baseUrl().toString())
                    .replace("key=\"retryBackoff\" value=\"PT30S\"", "key=\"retryBackoff\" value=\"PT0.1S\"");

            var history = engine.awaitCompleted(start(diagram, Starter.PUBLISH_ADVERTISEMENT.variables()), PATIENCE);

            assertThat(history.jobFailures())
                    .extracting(ProcessHistory.JobFailure::retriesLeft)
                    .containsExactly(2, 1);
            assertThat(history.jobFailures())
                    .extracting(ProcessHistory.JobFailure::retryBackOff)
                    .containsOnly(Duration.ofMillis(100));
            assertThat(history.errorsThrown())
                    .extracting(ProcessHistory.ThrownError::code)
                    .containsExactly("FEISHU_UNAVAILABLE");
        }
    }

    @Test
    void aWrongAddressIsAnIncidentWithoutFurtherRetries() {
        var diagram = Starter.PUBLISH_ADVERTISEMENT.diagram("http://feishu.example.com");

        var instance = start(diagram, Starter.PUBLISH_ADVERTISEMENT.variables());

        var incident = engine.awaitIncident(instance, PATIENCE);
        assertThat(incident.type()).isEqualTo("JOB_NO_RETRIES");
        assertThat(incident.message()).contains("https");
        assertThat(engine.history(instance).jobFailures())
                .extracting(ProcessHistory.JobFailure::retriesLeft)
                .containsExactly(0);
    }

    @Test
    void asManyJobsAtOnceAsItTakesKeepTheLimitAndLoseNothing() {
        try (var sandbox = FeishuSandbox.start()) {
            // Until there is a token, no job can be done, and the engine hands out all of them.
            sandbox.next(Endpoint.TOKEN, Reply.delay(Duration.ofSeconds(2), Reply.fromSandbox()));
            var process = engine.deploy(
                    Starter.PUBLISH_ADVERTISEMENT.diagram(sandbox.baseUrl().toString()));
            var advertisements = IntStream.range(0, Integer.parseInt(version.jobsAtOnce()))
                    .mapToObj(i -> Long.toString(FIRST_ADVERTISEMENT + i))
                    .toList();

            var instances = advertisements.stream()
                    .map(id -> engine.start(process, Map.of("advertisementId", id)))
                    .toList();
            var histories = instances.stream()
                    .map(instance -> engine.awaitCompleted(instance, PATIENCE))
                    .toList();

            assertThat(sandbox.published())
                    .extracting(PublishedAdvertisement::advertisementId)
                    .containsExactlyInAnyOrderElementsOf(advertisements);
            // Mostly none. A busy machine slows all of the first requests down, and the limiter takes that
            // for the distance to Feishu.
            assertThat(sandbox.requests())
                    .filteredOn(request -> request.status() == TOO_MANY_REQUESTS)
                    .hasSizeLessThanOrEqualTo(advertisements.size() / 30);
            assertThat(histories).allSatisfy(history -> {
                assertThat(history.errorsThrown()).isEmpty();
                assertThat(history.incidents()).isEmpty();
                assertThat(history.jobFailures()).allMatch(failure -> failure.retriesLeft() == RETRIES);
            });
        }
    }

    @Test
    void itsLogTellsWhatIsInForceOnceAndNoSecret() {
        runtime.awaitLine("Feishu Hire connector " + connectorVersion() + ":");

        assertThat(String.join("\n", runtime.log()))
                .containsOnlyOnce("Feishu Hire connector " + connectorVersion() + ":")
                .doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET);
    }

    @ParameterizedTest
    @EnumSource
    void itsMetersCountASuccessAndAFailureOfEachConnector(Starter starter) {
        try (var sandbox = FeishuSandbox.start();
                var refusing = FeishuSandbox.start()) {
            starter.fail(refusing);
            engine.awaitCompleted(start(starter, sandbox), PATIENCE);
            engine.awaitCompleted(start(starter, refusing), PATIENCE);
        }

        var meters = runtime.meters();
        assertThat(calls(meters, starter, "success", "none")).isPositive();
        assertThat(calls(meters, starter, "permanent", starter.errorCode())).isPositive();
        assertThat(meters)
                .contains("feishu_hire_limiter_limit_max", "feishu_hire_bulkhead_seats_max")
                .doesNotContain(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
    }

    @ParameterizedTest
    @EnumSource
    void theTableTellsItsSpringBoot(VersionsTable table) {
        assertThat(table.row(version).springBoot()).isEqualTo(version.springBoot());
    }

    private static String connectorVersion() {
        return StockRuntime.connector().getFileName().toString().replaceAll("feishu-hire-connector-|\\.jar", "");
    }

    /** How many calls of a connector a runtime has counted. */
    private static double calls(String meters, Starter starter, String outcome, String error) {
        var tags = List.of(
                "connector=\"" + starter.meterTag() + "\"", "outcome=\"" + outcome + "\"", "error=\"" + error + "\"");
        return meters.lines()
                .filter(line -> line.startsWith("feishu_hire_calls_seconds_count{"))
                .filter(line -> tags.stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private List<RecordedRequest> calls(Starter starter, FeishuSandbox sandbox) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == starter.endpoint())
                .toList();
    }

    private long start(Starter starter, FeishuSandbox sandbox) {
        return start(starter.diagram(sandbox.baseUrl().toString()), starter.variables());
    }

    private long start(String diagram, Map<String, Object> variables) {
        return engine.start(engine.deploy(diagram), variables);
    }
}
