package io.feishuhire.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The standalone runtime as it is packaged, at an engine and the sandbox. */
class RuntimeIT {

    private static final int ALL_RETRIES = 3;
    private static final int ENDED_BY_SIGTERM = 143;

    /** Below the job time-out of five minutes, after which jobs come back even if the runtime lost them. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @AutoClose
    private final FeishuSandbox sandbox = FeishuSandbox.start();

    @AutoClose
    private final EmbeddedEngine engine = EmbeddedEngine.start();

    @Test
    void itWorksJobsAndTellsThatItIsWell() throws Exception {
        try (var runtime = start()) {
            runtime.awaitLine("Connected to the Camunda");
            runtime.awaitLine("Started RuntimeMain");
            for (var path : new String[] {"", "/liveness", "/readiness"}) {
                var health = runtime.get("/actuator/health" + path);
                assertThat(health.statusCode()).as(path).isEqualTo(200);
                assertThat(health.body()).as(path).startsWith("{\"status\":\"UP\"");
            }

            var published = engine.start(engine.deploy(Diagram.PUBLISH.bpmn()), Map.of("advertisementId", "4711"));
            assertThat(engine.awaitCompleted(published, PATIENCE).completedElements())
                    .endsWith("advertisement-published");

            sandbox.apiSync(false);
            var refused = engine.start(engine.deploy(Diagram.EVERY_ERROR.bpmn()), Map.of("advertisementId", "4712"));
            assertThat(engine.awaitCompleted(refused, PATIENCE).completedElements())
                    .contains("feishu-api-sync-disabled-end");

            var metrics = runtime.get("/actuator/prometheus");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body())
                    .contains("camunda_connector_outbound_invocations_total{action=\"completed\"")
                    .doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET);
            assertThat(runtime.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(runtime.lines())
                    .anyMatch(line -> line.endsWith("Stopped; 0 jobs or results are left to the engine's job time-out"))
                    .noneMatch(line -> line.contains(FeishuSandbox.DEFAULT_APP_SECRET));
        }
    }

    @Test
    void aStopInABulkLosesNothingBurnsNoRetryAndPublishesNothingTwice() {
        var process = engine.deploy(Diagram.PUBLISH.bpmn());
        var publications = 60;
        var instances = IntStream.range(0, publications)
                .mapToObj(i -> engine.start(process, Map.of("advertisementId", String.valueOf(700_000 + i))))
                .toList();
        try (var first = start()) {
            await("a third of the publications")
                    .atMost(PATIENCE)
                    .until(() -> sandbox.published().size() >= publications / 3);
            assertThat(first.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(sandbox.published()).hasSizeLessThan(publications);
            System.out.printf(
                    "Published %d of %d before the stop%n", sandbox.published().size(), publications);
            first.lines().stream().filter(line -> line.contains("Graceful")).forEach(System.out::println);
        }
        try (var second = start()) {
            var histories = instances.stream()
                    .map(instance -> engine.awaitCompleted(instance, PATIENCE))
                    .toList();

            assertThat(histories).allSatisfy(history -> {
                assertThat(history.incidents()).isEmpty();
                assertThat(history.jobFailures()).allMatch(failure -> failure.retriesLeft() == ALL_RETRIES);
            });
            assertThat(sandbox.published())
                    .extracting(PublishedAdvertisement::advertisementId)
                    .doesNotHaveDuplicates()
                    .hasSize(publications);
            assertThat(second.stop()).isEqualTo(ENDED_BY_SIGTERM);
        }
    }

    @Test
    void aJobThatTakesTooLongIsInterruptedAndTheEngineKnowsBeforeTheEnd() {
        sandbox.next(Endpoint.PUBLISH, Reply.delay(PATIENCE, Reply.fromSandbox()));
        var instance = engine.start(engine.deploy(Diagram.PUBLISH.bpmn()), Map.of("advertisementId", "4711"));
        try (var runtime = start(Map.of("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "1s"))) {
            await("the publish request")
                    .atMost(PATIENCE)
                    .until(() -> !sandbox.published().isEmpty());
            assertThat(runtime.stop()).isEqualTo(ENDED_BY_SIGTERM);

            assertThat(engine.history(instance).jobFailures())
                    .singleElement()
                    .matches(failure -> failure.retriesLeft() == ALL_RETRIES);
            assertThat(runtime.lines())
                    .anyMatch(line ->
                            line.endsWith("Stopped; 0 jobs or results are left to the" + " engine's job time-out"));
        }
    }

    private RunningJar start() {
        return start(Map.of());
    }

    private RunningJar start(Map<String, String> more) {
        var settings = RunningJar.settings(engine.grpcAddress(), sandbox);
        settings.putAll(more);
        return RunningJar.start(RunningJar.RUNTIME, settings);
    }
}
