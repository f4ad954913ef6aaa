package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
    private static final long SECOND = 1_000 * MILLISECOND;

    private final RoundTrips roundTrips = new RoundTrips();
    private final SlidingWindow window = new SlidingWindow(Duration.ofSeconds(1), roundTrips);

    @Test
    void anUnusedPermitIsFreeNow() {
        window.begin();

        assertThat(window.nextFreeAt(2, 0, 5)).isEqualTo(5);
    }

    @Test
    void aPermitIsFreeASecondAfterTheReply() {
        answeredAt(5);

        assertThat(window.nextFreeAt(1, 0, 6)).isEqualTo(5 + SECOND);
        assertThat(window.nextFreeAt(1, 0, 5 + 2 * SECOND)).isEqualTo(5 + 2 * SECOND);
    }

    @Test
    void thePermitOfARequestInFlightIsFreeInASecondAtTheEarliest() {
        window.begin();

        assertThat(window.nextFreeAt(1, 0, 5)).isEqualTo(5 + SECOND);
    }

    @Test
    void aCallerWithOthersAheadGetsThePermitAfterTheirs() {
        answeredAt(0);
        answeredAt(100 * MILLISECOND);
        answeredAt(200 * MILLISECOND);

        assertThat(window.nextFreeAt(3, 0, 300 * MILLISECOND)).isEqualTo(SECOND);
        assertThat(window.nextFreeAt(3, 2, 300 * MILLISECOND)).isEqualTo(SECOND + 200 * MILLISECOND);
    }

    @Test
    void withALowerLimitMorePermitsHaveToBecomeFree() {
        answeredAt(0);
        answeredAt(100 * MILLISECOND);
        answeredAt(200 * MILLISECOND);

        assertThat(window.nextFreeAt(1, 0, 300 * MILLISECOND)).isEqualTo(SECOND + 200 * MILLISECOND);
    }

    @Test
    void aPermitIsFreeASecondAfterTheReplyLessTheShortestRoundTrip() {
        for (var i = 0; i < 100; i++) {
            roundTrips.add((105 + i % 7) * MILLISECOND);
        }
        answeredAt(110 * MILLISECOND);

        assertThat(window.nextFreeAt(1, 0, 200 * MILLISECOND)).isEqualTo(SECOND + 10 * MILLISECOND);
        assertThat(window.nextFreeAt(1, 0, SECOND + 11 * MILLISECOND)).isEqualTo(SECOND + 11 * MILLISECOND);
    }

    private void answeredAt(long time) {
        window.begin();
        window.complete(time);
    }
}
