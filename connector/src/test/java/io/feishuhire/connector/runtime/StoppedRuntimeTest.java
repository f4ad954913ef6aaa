package io.feishuhire.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a job whose runtime stops while Feishu has not answered yet. */
@SuppressWarnings("try") // A runtime works jobs as long as it runs; the test does not call it.
class StoppedRuntimeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LONGER_THAN_THE_RUNTIME_LIVES = Duration.ofMinutes(1);
    private static final Duration BEYOND_THE_JOB_TIMEOUT = Duration.ofMinutes(6);

    @ParameterizedTest(name = "{0} retries")
    @ValueSource(ints = {3, 1})
    void theNextRuntimePublishesWhatAStopCutShortAndNoRetryIsBurnt(int retries, @TempDir Path directory) {
        try (var engine = EmbeddedEngine.start();
                var sandbox = ConfidentialWords.sandbox()) {
            OutcomesProcess.deploy(engine.client());
            sandbox.next(Endpoint.PUBLISH, Reply.delay(LONGER_THAN_THE_RUNTIME_LIVES, Reply.fromSandbox()));
            long instance;
            try (var stopped = StockRuntime.processOf(engine, directory.resolve("stopped.log"))) {
                instance = OutcomesProcess.start(engine, sandbox.baseUrl().toString(), Map.of("retries", retries));
                await("the publish request")
                        .atMost(PATIENCE)
                        .until(() -> !sandbox.published().isEmpty());
            }
            engine.increaseTime(BEYOND_THE_JOB_TIMEOUT);
            try (var next = StockRuntime.processOf(engine, directory.resolve("next.log"))) {
                var history = engine.awaitCompleted(instance, PATIENCE);

                assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
                assertThat(history.incidents()).isEmpty();
                assertThat(history.errorsThrown()).isEmpty();
                assertThat(history.jobFailures())
                        .as("at most one, as the stopping runtime may not get to tell the engine")
                        .hasSizeLessThanOrEqualTo(1)
                        .allMatch(failure -> failure.retriesLeft() == retries);
                assertThat(sandbox.published())
                        .as("once by each runtime, as Feishu's first answer was lost")
                        .hasSize(2);
            }
        }
    }
}
