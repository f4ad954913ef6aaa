package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundTripsTest {

    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    private final RoundTrips roundTrips = new RoundTrips();

    @Test
    void nothingIsKnownBeforeConnectionsAreOpenAndUsedAgain() {
        add(19, 300);

        assertThat(roundTrips.shortest()).isZero();
    }

    @Test
    void itIsTheShortestLessAMargin() {
        add(10, 900);
        add(10, 305);
        add(100, 320);

        assertThat(roundTrips.shortest()).isEqualTo(300 * MILLISECOND);
    }

    @Test
    void theMarginIsLargerWhileFewAreKnown() {
        add(20, 300);
        assertThat(roundTrips.shortest()).isEqualTo(285 * MILLISECOND);

        add(10, 300);
        assertThat(roundTrips.shortest()).isEqualTo(290 * MILLISECOND);
    }

    @Test
    void onThisMachineItIsNothing() {
        add(100, 4);

        assertThat(roundTrips.shortest()).isZero();
    }

    @Test
    void aShorterOneCountsAtOnce() {
        add(100, 305);
        add(1, 105);

        assertThat(roundTrips.shortest()).isEqualTo(100 * MILLISECOND);
    }

    @Test
    void whatWasLongAgoIsForgotten() {
        add(1, 105);
        add(249, 305);
        assertThat(roundTrips.shortest()).isEqualTo(100 * MILLISECOND);

        add(250, 305);
        assertThat(roundTrips.shortest()).isEqualTo(100 * MILLISECOND);

        add(1, 305);
        assertThat(roundTrips.shortest()).isEqualTo(300 * MILLISECOND);
    }

    private void add(int times, int millis) {
        for (var i = 0; i < times; i++) {
            roundTrips.add(millis * MILLISECOND);
        }
    }
}
