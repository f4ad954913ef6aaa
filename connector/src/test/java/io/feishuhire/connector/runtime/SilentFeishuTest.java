package io.feishuhire.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory.JobFailure;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a Feishu that accepts and says nothing does to the other connectors of a runtime with ten threads. The runtime
 * has a JVM of its own, because all functions of a JVM share one client.
 */
@SuppressWarnings("try") // A runtime works jobs as long as it runs; the test does not call it.
class SilentFeishuTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PUBLICATIONS = 15;
    private static final int BYSTANDERS = 3;
    private static final int FEWER_THAN_HALF = 4;
    private static final int CHECKS = 15;
    private static final int SEATS_OF_CHECKS = 3;
    private static final int LONGEST_TIMEOUT_SECONDS = 30;

    @ParameterizedTest
    @CsvSource({"TOKEN, PUBLISH", "PUBLISH, PUBLISH", "WEBSITES, LIST_CHOICES", "JOB_TYPES, LIST_CHOICES"})
    void anotherConnectorIsServedBeforeOneCallToASilentFeishuEnds(
            Endpoint silent, EveryConnector connector, @TempDir Path directory) {
        try (var engine = EmbeddedEngine.start();
                var sandbox = ConfidentialWords.sandbox();
                var runtime = StockRuntime.processOf(engine, directory.resolve("runtime.log"))) {
            sandbox.always(silent, Reply.neverAnswers());
            OutcomesProcess.deploy(engine.client());
            var bystander = deployBystander(engine);
            var publications = IntStream.range(0, PUBLICATIONS)
                    .mapToObj(i -> OutcomesProcess.start(
                            engine,
                            connector,
                            sandbox.baseUrl().toString(),
                            Map.of(
                                    "timeoutInSeconds",
                                    LONGEST_TIMEOUT_SECONDS,
                                    "listOf",
                                    silent == Endpoint.WEBSITES ? "channels" : "job-types")))
                    .toList();
            await("a request, and a job that is handed back because it got no thread")
                    .atMost(PATIENCE)
                    .until(() -> requestsTo(silent, sandbox) > 0
                            && publications.stream()
                                    .anyMatch(publication -> !engine.history(publication)
                                            .jobFailures()
                                            .isEmpty()));

            for (var i = 0; i < BYSTANDERS; i++) {
                engine.awaitCompleted(engine.start(bystander, Map.of()), PATIENCE);
            }

            assertThat(requestsTo(silent, sandbox)).isBetween(1L, (long) FEWER_THAN_HALF);
            assertThat(publications).allSatisfy(publication -> {
                var history = engine.history(publication);
                assertThat(history.incidents()).isEmpty();
                assertThat(history.jobFailures())
                        .as("handed back with its retries, or still waiting for Feishu")
                        .extracting(JobFailure::retriesLeft)
                        .allMatch(retries -> retries == 3);
            });
        }
    }

    @Test
    void publishingGoesOnWhileChecksWaitForASilentFeishu(@TempDir Path directory) {
        try (var engine = EmbeddedEngine.start();
                var sandbox = ConfidentialWords.sandbox();
                var runtime = StockRuntime.processOf(engine, directory.resolve("runtime.log"))) {
            sandbox.always(Endpoint.REFERRAL_JOB_POST, Reply.neverAnswers());
            OutcomesProcess.deploy(engine.client());
            var baseUrl = sandbox.baseUrl().toString();
            var checks = IntStream.range(0, CHECKS)
                    .mapToObj(i -> OutcomesProcess.start(
                            engine, EveryConnector.CHECK, baseUrl, Map.of("timeoutInSeconds", LONGEST_TIMEOUT_SECONDS)))
                    .toList();
            await("all seats but the one that is kept")
                    .atMost(PATIENCE)
                    .until(() -> requestsTo(Endpoint.REFERRAL_JOB_POST, sandbox) == SEATS_OF_CHECKS);

            var publication = OutcomesProcess.start(engine, baseUrl, Map.of());

            assertThat(engine.awaitCompleted(publication, PATIENCE).completedElements())
                    .endsWith(OutcomesProcess.DONE);
            assertThat(requestsTo(Endpoint.REFERRAL_JOB_POST, sandbox))
                    .as("no check is over yet, so that none has made room for publishing")
                    .isEqualTo(SEATS_OF_CHECKS);
            assertThat(checks)
                    .allSatisfy(check -> assertThat(engine.history(check).jobFailures())
                            .extracting(JobFailure::retriesLeft)
                            .allMatch(retries -> retries == Retries.AT_FIRST));
        }
    }

    private static long requestsTo(Endpoint endpoint, FeishuSandbox sandbox) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .count();
    }

    private static long deployBystander(EmbeddedEngine engine) {
        var process = Bpmn.createExecutableProcess("bystander")
                .startEvent()
                .serviceTask("stand-by", task -> task.zeebeJobType(Bystander.JOB_TYPE))
                .endEvent()
                .done();
        return engine.deploy(Bpmn.convertToString(process));
    }
}
