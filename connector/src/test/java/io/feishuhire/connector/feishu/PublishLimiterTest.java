package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishLimiterTest {

    private static final Duration LOOPBACK = Duration.ofMillis(5);
    /** What an engine may be late by: the last job of a bulk may be that late too. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    private static final Duration ACROSS_THE_COUNTRY = Duration.ofMillis(60);

    @ParameterizedTest(name = "{0} advertisements, seed {1}")
    @CsvSource({"300, 1", "300, 2", "300, 3", "3000, 4", "3000, 5", "10000, 6"})
    void oneRuntimePublishesAtTheLimitWithoutOneRefusal(int jobs, long seed) {
        var outcome = new BulkSimulation(seed, jobs, 1, 10, LOOPBACK).run();

        assertThat(outcome.published()).isEqualTo(jobs);
        assertThat(outcome.refused()).isZero();
        assertThat(outcome.duration())
                .isLessThan(ideal(jobs)
                        .plus(LATENESS)
                        .plus(ideal(jobs).multipliedBy(3).dividedBy(100)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void howeverLongTheNetworkTakesFeishuNeverSeesMoreThanTheLimit(long seed) {
        var outcome = new BulkSimulation(seed, 1_000, 1, 10, Duration.ofMillis(900)).run();

        assertThat(outcome.refused()).isZero();
        assertThat(outcome.published()).isEqualTo(1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void severalRuntimesThatKnowNothingOfEachOtherFindTheirShares(long seed) {
        var outcome = new BulkSimulation(seed, 300, 3, 10, LOOPBACK).run();

        assertThat(outcome.published()).isEqualTo(300);
        assertThat(outcome.duration())
                .isLessThan(ideal(300).plus(LATENESS).multipliedBy(11).dividedBy(10));
        assertThat(outcome.refusedInTheSecondHalf()).as("refusals become rare").isLessThan(15);
    }

    @Test
    void runtimesWithAThirdOfTheLimitEachAreNeverRefused() {
        var outcome = new BulkSimulation(1, 300, 3, 3, ACROSS_THE_COUNTRY).run();

        assertThat(outcome.published()).isEqualTo(300);
        assertThat(outcome.refused()).isZero();
    }

    @Test
    void theCostOfAnAdvertisementDoesNotGrowWithTheBulk() {
        var small = new BulkSimulation(1, 100, 1, 10, LOOPBACK).run();
        var large = new BulkSimulation(1, 10_000, 1, 10, LOOPBACK).run();

        assertThat(large.activations() / 10_000.0).isLessThan(small.activations() / 100.0 * 1.5);
    }

    private static Duration ideal(int jobs) {
        return Duration.ofSeconds(jobs / 10);
    }
}
