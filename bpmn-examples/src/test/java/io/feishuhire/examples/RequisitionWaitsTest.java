package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code requisition-to-live} waits for. */
@ExampleTest(value = Example.REQUISITION_TO_LIVE, movesTheClock = true)
@Execution(ExecutionMode.SAME_THREAD)
class RequisitionWaitsTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(11);

    @Test
    void whatIsNotSeenAfterThreeWaitsIsSaidHonestlyAndClosedAfterTheLastDay(ExampleFixture example) {
        example.sandbox().delayUntilSeen(Duration.ofDays(1));
        var requisition = Requisition.start(example, "WAITS-1");
        requisition.request();
        requisition.complete(Map.of("channelIds", List.of(Requisition.CAREERS)));
        for (int waits = 1; waits <= 3; waits++) {
            int count = waits;
            requisition
                    .instance()
                    .await(
                            "wait " + count,
                            history -> history.activeElements().contains("wait-ten-seconds")
                                    && history.sequenceFlowsTaken().stream()
                                                    .filter("not-seen-yet"::equals)
                                                    .count()
                                            == count);
            example.pass(TEN_SECONDS);
        }

        assertThat(requisition.shown("published"))
                .extracting(result -> result.get("outcome"), result -> result.get("state"))
                .containsExactly(tuple("published", "NOT_SEEN"));
        requisition.instance().complete("see-results", Map.of());
        example.pass(Duration.ofDays(Requisition.DAYS - 1));
        assertThat(requisition.instance().history().activeElements()).contains("end-date-reached");

        example.pass(Duration.ofDays(2));

        assertThat(requisition.instance().ended().completedElements())
                .containsSubsequence("end-date-reached", "last-day-over", "close-job")
                .endsWith("job-closed");
    }
}
