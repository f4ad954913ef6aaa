package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Share share = new Share(10, 0);

    @Test
    void itIsTheWholeLimitUntilFeishuSaysThatThisIsTooMuch() {
        assertThat(share.places(0)).isEqualTo(10);
        assertThat(share.places(1_000 * SECOND)).isEqualTo(10);
    }

    @Test
    void afterARefusalItIsWhatFeishuLetThroughInTheSecondAroundIt() {
        accepted(2, 8 * SECOND);
        accepted(3, 10 * SECOND);
        share.exceeded(10 * SECOND + 1, 11 * SECOND);
        accepted(1, 10 * SECOND + 2);

        assertThat(share.places(11 * SECOND)).isEqualTo(4);
    }

    @Test
    void itIsNeverLessThanOne() {
        othersTakeAll();

        assertThat(share.places(SECOND)).isEqualTo(1);
    }

    @Test
    void aRefusalSaysNothingWhereNextToNothingWasSent() {
        accepted(2, 0);
        share.exceeded(1, SECOND);

        assertThat(share.places(SECOND)).isEqualTo(10);
    }

    @Test
    void aRefusalMoreTakesNoMoreThanOne() {
        accepted(6, 0);
        share.exceeded(1, SECOND);
        share.places(SECOND);
        accepted(2, 2 * SECOND);
        share.exceeded(2 * SECOND + 1, 3 * SECOND);

        assertThat(share.places(3 * SECOND)).isEqualTo(5);
    }

    @Test
    void oneMoreIsTriedAfterASecondAndThenTwiceAsManyMoreEachHalfSecond() {
        othersTakeAll();

        assertThat(share.places(2 * SECOND - 1)).isEqualTo(1);
        assertThat(share.places(2 * SECOND)).isEqualTo(2);
        assertThat(share.places(2 * SECOND + SECOND / 2)).isEqualTo(4);
        assertThat(share.places(3 * SECOND)).isEqualTo(8);
        assertThat(share.isAll(3 * SECOND)).isFalse();
        assertThat(share.places(3 * SECOND + SECOND / 2)).isEqualTo(10);
        assertThat(share.isAll(3 * SECOND + SECOND / 2)).isTrue();
    }

    @Test
    void itGrowsThoughNobodyAsks() {
        othersTakeAll();

        assertThat(share.places(3_000 * SECOND)).isEqualTo(10);
    }

    @Test
    void aTryThatFailsIsRepeatedAfterFiveTimesTheTime() {
        othersTakeAll();
        share.places(2 * SECOND);
        share.exceeded(2 * SECOND + 1, 3 * SECOND);

        assertThat(share.places(8 * SECOND - 1)).isEqualTo(1);
        assertThat(share.places(8 * SECOND)).isEqualTo(2);
    }

    @Test
    void aRefusalAfterTriesThatWentWellIsLikeTheFirst() {
        othersTakeAll();
        share.places(2 * SECOND);
        share.exceeded(2 * SECOND + 1, 3 * SECOND);
        share.places(20 * SECOND);
        for (var i = 0; i < 4; i++) {
            share.exceeded(20 * SECOND, 21 * SECOND);
        }

        assertThat(share.places(21 * SECOND)).isEqualTo(1);
        assertThat(share.places(22 * SECOND)).isEqualTo(2);
    }

    private void othersTakeAll() {
        for (var i = 0; i < 4; i++) {
            share.exceeded(0, SECOND);
        }
    }

    private void accepted(int times, long at) {
        for (var i = 0; i < times; i++) {
            share.accepted(at);
        }
    }
}
