package io.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension(settings -> settings.withClock(new MonotonicClock()));

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();

    @Test
    void aRequestCountsHalfwayThroughItsRoundTrip() {
        var token = caller.token();
        sandbox.distance(Duration.ofMillis(200), Duration.ZERO);
        var sent = System.nanoTime();

        caller.publish(token);

        var answered = System.nanoTime();
        assertThat(Duration.ofNanos(answered - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(sandbox.requests().getLast().receivedAt())
                .isBetween(
                        sandbox.requests().getFirst().receivedAt().plusMillis(100),
                        sandbox.published().getLast().at());
    }

    @Test
    void eachWayTakesBetweenTheShortestAndTheLongestTime() {
        var distance = new Distance();
        distance.set(300, 20);

        assertThat(LongStream.generate(distance::oneWayMillis).limit(1_000))
                .contains(140L, 160L)
                .allSatisfy(millis -> assertThat(millis).isBetween(140L, 160L));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "10, 11", "10, -1", "60001, 0"})
    void impossibleDistancesAreRefused(int roundTripMillis, int jitterMillis) {
        assertThatThrownBy(() -> sandbox.distance(Duration.ofMillis(roundTripMillis), Duration.ofMillis(jitterMillis)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
