package io.feishuhire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** The standalone runtime at a gateway that can be reached and refuses what is asked of it. */
class RefusingGatewayIT {

    private static final int ENDED_BY_SIGTERM = 143;

    @Test
    void thatThereIsNoPermissionToFetchJobsIsInTheLog() throws Exception {
        try (var gateway = RefusingGateway.withoutJobs();
                var runtime = start(
                        gateway,
                        Map.of(
                                "FEISHU_HIRE_PUBLISHES_PER_SECOND",
                                "a-wrong-value",
                                "CAMUNDA_CLIENT_WORKER_DEFAULTS_STREAM_ENABLED",
                                "true"))) {
            runtime.awaitLine("Connected to the Camunda");
            runtime.awaitLine("Failed to activate jobs for worker");
            runtime.awaitLine("Failed to stream jobs of type");

            var health = runtime.get("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains("\"reason\":\"FEISHU_HIRE_PUBLISHES_PER_SECOND must")
                    .contains("\"camundaClient\"", "\"zeebeClient\"")
                    .doesNotContain("a-wrong-value");
            assertThat(runtime.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(runtime.lines())
                    .filteredOn(line -> line.contains("Failed to activate") || line.contains("Failed to stream"))
                    .allMatch(line -> line.contains("PERMISSION_DENIED: " + RefusingGateway.REASON))
                    .doesNotHaveDuplicates();
            assertThat(runtime.lines()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @Test
    void aRefusedResultIsSentAgainAlsoInTheStop() throws Exception {
        try (var gateway = RefusingGateway.withOneJob(4);
                var runtime = start(gateway, Map.of())) {
            runtime.awaitLine("The engine did not take the result of job 4711: RESOURCE_EXHAUSTED");

            assertThat(runtime.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(gateway.resultsTaken()).hasSize(1);
            assertThat(runtime.lines())
                    .anyMatch(
                            line -> line.endsWith("Stopped; 0 jobs or results are left to the engine's job time-out"));
        }
    }

    @Test
    void aResultThatIsRefusedUntilTheEndIsCounted() throws Exception {
        try (var gateway = RefusingGateway.withOneJob(Integer.MAX_VALUE);
                var runtime = start(gateway, Map.of("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "1s"))) {
            runtime.awaitLine("The engine did not take the result of job 4711: RESOURCE_EXHAUSTED");

            assertThat(runtime.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(runtime.lines())
                    .anyMatch(
                            line -> line.endsWith("Stopped; 1 jobs or results are left to the engine's job time-out"));
        }
    }

    @Test
    void aJobThatTheEngineFindsAfterTheStopIsHandedBack() throws Exception {
        try (var gateway = RefusingGateway.withOneJobToFind();
                var runtime = start(gateway, Map.of("CAMUNDA_CLIENT_WORKER_DEFAULTS_REQUEST_TIMEOUT", "60s"))) {
            runtime.awaitLine("Started RuntimeMain");
            gateway.awaitRequestForJob();

            var stop = new FutureTask<>(runtime::stop);
            new Thread(stop, "stop").start();
            runtime.awaitLine("Stopping: waiting for");
            gateway.findJob(Duration.ofSeconds(2));

            assertThat(stop.get()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(gateway.resultsTaken()).singleElement().satisfies(result -> {
                assertThat(result.getRetries()).isEqualTo(3);
                assertThat(result.getErrorMessage())
                        .startsWith("The connector runtime stopped before it began this job");
            });
        }
    }

    @Test
    void itAsksForJobsAndHasNonePushed() throws Exception {
        try (var gateway = RefusingGateway.withOneJobToFind();
                var runtime = start(gateway, Map.of())) {
            runtime.awaitLine("Started RuntimeMain");

            assertThat(gateway.awaitRequestForJob().getRequestTimeout())
                    .as("as long, in ms, may a stop have to wait for the answer")
                    .isEqualTo(5_000);
            assertThat(gateway.wasAskedForStream())
                    .as("a job that is pushed during a stop is lost")
                    .isFalse();
        }
    }

    @Test
    void anEngineThatNeverAnswersDoesNotHoldUpTheStop() throws Exception {
        try (var gateway = RefusingGateway.withOneJobToFind();
                var runtime = start(gateway, Map.of("CAMUNDA_CLIENT_WORKER_DEFAULTS_REQUEST_TIMEOUT", "1s"))) {
            assertThat(gateway.awaitRequestForJob().getRequestTimeout()).isEqualTo(1_000);

            assertThat(runtime.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(runtime.lines())
                    .anyMatch(line -> line.contains("A request for jobs failed or had no answer during the stop"));
        }
    }

    private static RunningJar start(RefusingGateway gateway, Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("CAMUNDA_CLIENT_GRPC_ADDRESS", gateway.address().toString());
        return RunningJar.start(RunningJar.RUNTIME, environment);
    }
}
