package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole bulks, in simulated time, over hundreds of seeds. */
class BulkSweepTest {

    private static final SimulatedBulk BULK = SimulatedBulk.of(300);
    private static final Duration BEFORE_THE_BULK = Duration.ofMinutes(1);

    @ParameterizedTest(name = "a refusal {0} ms before the bulk, round trip {1} ms")
    @CsvSource({"50, 3", "500, 3", "1500, 3", "3000000, 3", "100, 100", "900, 100"})
    void aRefusalBeforeABulkCostsSeconds(int millisBefore, int roundTripMillis) {
        var time = Duration.ofSeconds(1);
        var bulk = withRoundTrip(BULK, roundTripMillis).startedAfter(time.plusMillis(millisBefore));

        var outcomes = run(200, seed -> {
            var simulation = new BulkSimulation(seed, bulk);
            simulation.feishu().refuseOneAfter(time);
            simulation.publishOneAt(time);
            return simulation;
        });

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(36)));
    }

    static Stream<List<Integer>> timesOfRefusals() {
        return Stream.of(
                List.of(0),
                List.of(5_000),
                List.of(0, 0, 0),
                List.of(0, 1_000, 2_000),
                List.of(0, 5_000, 10_000),
                List.of(5_000, 12_000, 20_000));
    }

    @ParameterizedTest(name = "{0} ms")
    @MethodSource("timesOfRefusals")
    void refusalsInABulkCostSeconds(List<Integer> millis) {
        var outcomes = run(300, seed -> {
            var simulation = new BulkSimulation(seed, BULK);
            millis.forEach(time -> simulation.feishu().refuseOneAfter(Duration.ofMillis(time)));
            return simulation;
        });

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(36)));
    }

    @Test
    void refusalsThatFollowOneAnotherAtQuietMomentsAreForgotten() {
        var outcomes = run(100, seed -> {
            var simulation = new BulkSimulation(seed, BULK.startedAfter(BEFORE_THE_BULK));
            for (var seconds = 58; seconds > 0; seconds -= 2) {
                var time = BEFORE_THE_BULK.minusSeconds(seconds);
                simulation.feishu().refuseOneAfter(time);
                simulation.publishOneAt(time);
            }
            return simulation;
        });

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(34)));
    }

    @Test
    void threeRuntimesShareTheLimitWithFewRefusals() {
        var outcomes = run(300, seed -> new BulkSimulation(seed, BULK.withRuntimes(3)));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(33)));
        assertThat(average(outcomes, BulkOutcome::refused)).isLessThan(20);
    }

    @Test
    void oneRuntimeOnThisMachineIsNeverRefused() {
        var outcomes = run(300, seed -> new BulkSimulation(seed, BULK));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.refused()).isZero());
        assertThat(average(outcomes, outcome -> outcome.duration().toMillis())).isLessThan(30_500);
    }

    /** With four seats, what comes back late does not suffice at 300 ms: there the engine has to be punctual. */
    @ParameterizedTest(name = "{0} ± {1} ms, {2} seats, engine punctual: {3}")
    @CsvSource({"100, 10, 8, false", "100, 10, 4, true", "300, 15, 8, false", "300, 15, 32, false", "300, 15, 4, true"})
    void theRoundTripCostsNextToNothing(int millis, int jitterMillis, int seats, boolean punctual) {
        var bulk = SimulatedBulk.of(1_000)
                .withRoundTrip(Duration.ofMillis(millis), Duration.ofMillis(jitterMillis))
                .withSeats(seats);

        var outcomes = run(100, seed -> new BulkSimulation(seed, punctual ? bulk.onPunctualEngine() : bulk));

        assertThat(average(outcomes, BulkOutcome::perSecond)).isGreaterThan(9.7);
        assertThat(average(outcomes, BulkOutcome::refused)).isLessThan(1);
    }

    @ParameterizedTest(name = "{0} ± {1} ms")
    @CsvSource({"100, 40", "300, 50"})
    void muchJitterCostsItsOwnLengthAndHardlyARefusal(int millis, int jitterMillis) {
        var bulk = SimulatedBulk.of(1_000)
                .withRoundTrip(Duration.ofMillis(millis), Duration.ofMillis(jitterMillis))
                .withSeats(8);

        var outcomes = run(100, seed -> new BulkSimulation(seed, bulk));

        assertThat(average(outcomes, BulkOutcome::perSecond)).isGreaterThan(9.7 / (1 + jitterMillis / 1e3));
        assertThat(average(outcomes, BulkOutcome::refused)).isLessThan(1);
    }

    private static SimulatedBulk withRoundTrip(SimulatedBulk bulk, int millis) {
        return bulk.withRoundTrip(Duration.ofMillis(millis), Duration.ofMillis(millis / 10));
    }

    private static List<BulkOutcome> run(int seeds, LongFunction<BulkSimulation> simulations) {
        return LongStream.range(0, seeds)
                .mapToObj(simulations)
                .map(BulkSimulation::run)
                .toList();
    }

    private static double average(List<BulkOutcome> outcomes, ToDoubleFunction<BulkOutcome> figure) {
        return outcomes.stream().mapToDouble(figure).average().orElseThrow();
    }
}
