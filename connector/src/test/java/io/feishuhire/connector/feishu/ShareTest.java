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
        share.exceeded(0, SECOND);

        assertThat(share.places(SECOND)).isEqualTo(1);
    }

    @Test
    void oneMoreIsTriedAfterTenSeconds() {
        share.exceeded(0, SECOND);
        share.places(SECOND);

        assertThat(share.places(11 * SECOND - 1)).isEqualTo(1);
        assertThat(share.places(11 * SECOND)).isEqualTo(2);
        assertThat(share.places(21 * SECOND)).isEqualTo(3);
    }

    @Test
    void aTryThatFailsIsRepeatedAfterTwiceTheTime() {
        share.exceeded(0, SECOND);
        share.places(SECOND);
        share.places(11 * SECOND);
        share.exceeded(12 * SECOND, 13 * SECOND);
        share.places(13 * SECOND);

        assertThat(share.places(33 * SECOND - 1)).isEqualTo(1);
        assertThat(share.places(33 * SECOND)).isEqualTo(2);
    }

    @Test
    void itGrowsBackToTheWholeLimitAndNoFurther() {
        share.exceeded(0, SECOND);
        for (var second = 1; second < 200; second++) {
            share.places(second * SECOND);
        }

        assertThat(share.places(200 * SECOND)).isEqualTo(10);
    }

    private void accepted(int times, long at) {
        for (var i = 0; i < times; i++) {
            share.accepted(at);
        }
    }
}
