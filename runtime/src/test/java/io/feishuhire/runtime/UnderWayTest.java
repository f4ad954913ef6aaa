package io.feishuhire.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnderWayTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final UnderWay underWay = new UnderWay();

    @Test
    void whereNothingIsUnderWayTheStopDoesNotWait() throws Exception {
        assertThat(underWay.awaitNone(LONG, Duration.ZERO)).isTrue();
    }

    @Test
    void whatIsUnderWayIsWaitedForNoLongerThanAllowed() throws Exception {
        underWay.begin();

        assertThat(underWay.awaitNone(Duration.ofMillis(1), LONG)).isFalse();
        assertThat(underWay.count()).isEqualTo(1);
    }

    @Test
    void theEndOfTheLastOneEndsTheWait() throws Exception {
        underWay.begin();
        underWay.begin();
        underWay.end();
        var ending = CompletableFuture.runAsync(underWay::end);

        assertThat(underWay.awaitNone(LONG, Duration.ofMillis(1))).isTrue();
        ending.join();
    }
}
