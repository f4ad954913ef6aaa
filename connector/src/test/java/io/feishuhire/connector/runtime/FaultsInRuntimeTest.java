package io.feishuhire.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.faults.Fault;
import io.feishuhire.connector.faults.FaultyFeishu;
import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of faults again, as a process sees it. */
@ExtendWith(StockRuntime.class)
class FaultsInRuntimeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aFaultIsABpmnErrorOrAWaitAndNeverAnIncident(Fault fault, EmbeddedEngine engine) {
        try (var server = FaultyFeishu.with(fault)) {
            var instance = OutcomesProcess.start(
                    engine,
                    server.baseUrl(),
                    Map.of(
                            "timeoutInSeconds",
                            fault.isSlow() ? 1 : 30,
                            // Ports come back, and the runtime must not have a token from another server that had it.
                            "appId",
                            "cli_" + fault.name().toLowerCase(Locale.ROOT)));
            if (fault.expectedKind() == FailureKind.THROTTLED) {
                assertWaitsWithItsRetriesUntouched(instance, engine);
            } else {
                assertEndsAtTheBoundaryEvent(instance, fault, engine);
            }
            assertThat(engine.records(instance)).allSatisfy(ConfidentialWords::assertNoSecretIn);
        }
    }

    private static void assertEndsAtTheBoundaryEvent(long instance, Fault fault, EmbeddedEngine engine) {
        var history = engine.awaitCompleted(instance, PATIENCE);

        assertThat(history.completedElements()).endsWith(BpmnErrors.code(fault.expectedError()));
        assertThat(history.incidents()).isEmpty();
        if (fault.expectedKind() == FailureKind.PERMANENT) {
            assertThat(Retries.burnt(history)).isEmpty();
        } else {
            assertThat(Retries.burnt(history)).containsExactly(2, 1);
        }
    }

    private static void assertWaitsWithItsRetriesUntouched(long instance, EmbeddedEngine engine) {
        var history = engine.await(
                instance, "a second attempt", soFar -> soFar.jobFailures().size() >= 2, PATIENCE);
        engine.client().newCancelInstanceCommand(instance).send().join();

        assertThat(history.jobFailures()).allSatisfy(failure -> {
            assertThat(failure.retriesLeft()).isEqualTo(Retries.AT_FIRST);
            RuntimeProbe.assertWaitsIfFeishuSaidSo(failure);
        });
        assertThat(history.incidents()).isEmpty();
    }
}
