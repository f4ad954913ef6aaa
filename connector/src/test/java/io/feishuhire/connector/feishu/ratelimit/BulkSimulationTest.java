package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole bulks, in simulated time. */
class BulkSimulationTest {

    @ParameterizedTest(name = "{0} advertisements, seed {1}")
    @CsvSource({"300, 1", "300, 2", "300, 3", "3000, 4", "3000, 5", "10000, 6"})
    void oneRuntimePublishesAtTheLimitWithoutOneRefusal(int jobs, long seed) {
        var outcome = new BulkSimulation(seed, SimulatedBulk.of(jobs)).run();

        assertThat(outcome.published()).isEqualTo(jobs);
        assertThat(outcome.refused()).isZero();
        assertThat(outcome.duration()).isLessThan(percent(103, ideal(jobs)));
    }

    @ParameterizedTest(name = "{0} advertisements")
    @ValueSource(ints = {100, 1_000, 10_000})
    void anAdvertisementIsHandedOutTwoOrThreeTimesHoweverManyThereAre(int jobs) {
        var outcome = new BulkSimulation(1, SimulatedBulk.of(jobs)).run();

        assertThat(outcome.activations() / (double) jobs).isBetween(2.0, 3.0);
    }

    @Test
    void whatWaitsInTheRuntimeTakesNoMoreThanAFewOfItsThreads() {
        var outcome = new BulkSimulation(1, SimulatedBulk.of(3_000)).run();

        assertThat(outcome.waited()).isLessThan(outcome.duration().multipliedBy(3));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void howeverLongTheNetworkTakesFeishuNeverSeesMoreThanTheLimit(long seed) {
        var outcome = new BulkSimulation(
                        seed, SimulatedBulk.of(1_000).withRoundTrip(Duration.ofMillis(450), Duration.ofMillis(440)))
                .run();

        assertThat(outcome.refused()).isZero();
        assertThat(outcome.published()).isEqualTo(1_000);
    }

    /** In the last three, the shares come out so unequal that the few jobs at the end come to the wrong runtime. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 357, 584, 705})
    void severalRuntimesThatKnowNothingOfEachOtherShareTheLimit(long seed) {
        var outcome = new BulkSimulation(seed, SimulatedBulk.of(300).withRuntimes(3)).run();

        assertThat(outcome.published()).isEqualTo(300);
        assertThat(outcome.duration()).isLessThan(percent(110, ideal(300)));
        assertThat(outcome.refusedInTheSecondHalf()).as("refusals become rare").isLessThan(5);
    }

    @Test
    void runtimesWithAThirdOfTheLimitEachAreNeverRefused() {
        var outcome =
                new BulkSimulation(1, acrossTheCountry(300).withRuntimes(3).withLimitOfEach(3)).run();

        assertThat(outcome.published()).isEqualTo(300);
        assertThat(outcome.refused()).isZero();
        assertThat(outcome.duration()).isLessThan(percent(115, Duration.ofSeconds(300 / 9)));
    }

    @ParameterizedTest(name = "{0} a second")
    @CsvSource({"1, 110", "2, 105", "5, 105"})
    void aSmallerLimitIsUsedAsWell(int limit, int percent) {
        var outcome = new BulkSimulation(1, acrossTheCountry(300).withLimitOfEach(limit)).run();

        assertThat(outcome.published()).isEqualTo(300);
        assertThat(outcome.duration()).isLessThan(percent(percent, Duration.ofSeconds(300 / limit)));
    }

    @ParameterizedTest(name = "{0} checks, seed {1}")
    @CsvSource({"300, 1, 8", "300, 2, 8", "1000, 3, 23", "2500, 4, 133", "10000, 5, 570", "30000, 6, 1770"})
    void checksGoThroughWithinTheLimitsOfASecondAndOfAMinute(int jobs, long seed, int seconds) {
        var outcome = new BulkSimulation(seed, SimulatedBulk.ofChecks(jobs)).run();

        assertThat(outcome.published()).isEqualTo(jobs);
        assertThat(outcome.refused()).isZero();
        assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(seconds));
        assertThat(outcome.activations() / (double) jobs)
                .as("jobs come back at the pace of a second's limit, which is three times that of a minute's")
                .isLessThan(6);
    }

    private static SimulatedBulk acrossTheCountry(int jobs) {
        return SimulatedBulk.of(jobs).withRoundTrip(Duration.ofMillis(31), Duration.ofMillis(30));
    }

    private static Duration ideal(int jobs) {
        return Duration.ofSeconds(jobs / 10);
    }

    private static Duration percent(int percent, Duration duration) {
        return duration.multipliedBy(percent).dividedBy(100);
    }
}
