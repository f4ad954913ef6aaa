package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AdaptiveLimit limit = new AdaptiveLimit(10, 0);

    @Test
    void itIsTheFullLimitUntilTheServerRejectsARequest() {
        assertThat(limit.current(0)).isEqualTo(10);
        assertThat(limit.current(1_000 * SECOND)).isEqualTo(10);
    }

    @Test
    void afterARejectionItIsWhatTheServerAcceptedInTheSecondAroundIt() {
        accepted(2, 8 * SECOND);
        accepted(3, 10 * SECOND);
        limit.onRejected(10 * SECOND + 1, 11 * SECOND);
        accepted(1, 10 * SECOND + 2);

        assertThat(limit.current(11 * SECOND)).isEqualTo(4);
    }

    @Test
    void itIsNeverLessThanOne() {
        othersTakeAll();

        assertThat(limit.current(SECOND)).isEqualTo(1);
    }

    @Test
    void aRejectionTellsNothingWhereNextToNothingWasSent() {
        accepted(2, 0);
        limit.onRejected(1, SECOND);

        assertThat(limit.current(SECOND)).isEqualTo(10);
    }

    @Test
    void oneMoreRejectionTakesNoMoreThanOne() {
        accepted(6, 0);
        limit.onRejected(1, SECOND);
        limit.current(SECOND);
        accepted(2, 2 * SECOND);
        limit.onRejected(2 * SECOND + 1, 3 * SECOND);

        assertThat(limit.current(3 * SECOND)).isEqualTo(5);
    }

    @Test
    void itTriesOneMoreAfterASecondAndTwiceAsManyEachHalfSecond() {
        othersTakeAll();

        assertThat(limit.current(2 * SECOND - 1)).isEqualTo(1);
        assertThat(limit.current(2 * SECOND)).isEqualTo(2);
        assertThat(limit.current(2 * SECOND + SECOND / 2)).isEqualTo(4);
        assertThat(limit.current(3 * SECOND)).isEqualTo(8);
        assertThat(limit.isFull(3 * SECOND)).isFalse();
        assertThat(limit.current(3 * SECOND + SECOND / 2)).isEqualTo(10);
        assertThat(limit.isFull(3 * SECOND + SECOND / 2)).isTrue();
    }

    @Test
    void itGrowsBetweenTwoQuestionsToo() {
        othersTakeAll();

        assertThat(limit.current(3_000 * SECOND)).isEqualTo(10);
    }

    @Test
    void aTryThatFailsIsRepeatedAfterFiveTimesTheTime() {
        othersTakeAll();
        limit.current(2 * SECOND);
        limit.onRejected(2 * SECOND + 1, 3 * SECOND);

        assertThat(limit.current(8 * SECOND - 1)).isEqualTo(1);
        assertThat(limit.current(8 * SECOND)).isEqualTo(2);
    }

    @Test
    void aRejectionAfterTriesThatWentWellIsLikeTheFirst() {
        othersTakeAll();
        limit.current(2 * SECOND);
        limit.onRejected(2 * SECOND + 1, 3 * SECOND);
        limit.current(20 * SECOND);
        for (var i = 0; i < 4; i++) {
            limit.onRejected(20 * SECOND, 21 * SECOND);
        }

        assertThat(limit.current(21 * SECOND)).isEqualTo(1);
        assertThat(limit.current(22 * SECOND)).isEqualTo(2);
    }

    private void othersTakeAll() {
        for (var i = 0; i < 4; i++) {
            limit.onRejected(0, SECOND);
        }
    }

    private void accepted(int times, long at) {
        for (var i = 0; i < times; i++) {
            limit.onAccepted(at);
        }
    }
}
