package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void theFirstRetryIsWhenAPermitBecomesFree() {
        assertThat(new RetrySchedule(10, 0).nextDelay(SECOND, 3 * SECOND)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theOthersFollowALittleFasterThanPermitsBecomeFree() {
        var schedule = new RetrySchedule(10, 0);
        var first = schedule.nextDelay(0, SECOND);
        for (var one = 0; one < 149; one++) {
            schedule.nextDelay(0, SECOND);
        }

        var last = schedule.nextDelay(0, SECOND);
        assertThat(last.minus(first)).isCloseTo(Duration.ofSeconds(10), Duration.ofMillis(1));
    }

    @Test
    void noRetryIsDueAtOnce() {
        assertThat(new RetrySchedule(10, 0).nextDelay(SECOND, SECOND)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void afterAPauseTheScheduleBeginsAnew() {
        var schedule = new RetrySchedule(10, 0);
        for (var one = 0; one < 100; one++) {
            schedule.nextDelay(0, SECOND);
        }

        assertThat(schedule.nextDelay(60 * SECOND, 61 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCallerNeedNotQueueUpBehindAbandonedRetries() {
        var schedule = busy();
        schedule.onArrival(SECOND);
        schedule.onArrival(7 * SECOND);

        assertThat(schedule.nextDelay(7 * SECOND, 8 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retriesThatAnEngineBringsLateKeepTheirPlace() {
        var schedule = busy();
        schedule.onArrival(SECOND);
        schedule.onArrival(6 * SECOND);

        assertThat(schedule.nextDelay(6 * SECOND, 7 * SECOND)).isGreaterThan(Duration.ofSeconds(50));
    }

    @Test
    void retriesKeepTheirPlaceWhileTheServerIsClosed() {
        var schedule = busy();
        schedule.nextDelay(SECOND, 60 * SECOND);
        schedule.onArrival(60 * SECOND);

        assertThat(schedule.nextDelay(60 * SECOND, 61 * SECOND)).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void abandonedRetriesAreForgottenThoughAFewCallersArrive() {
        var schedule = busy();
        for (var second = 4; second < 60; second += 4) {
            schedule.onArrival(second * SECOND);
        }

        assertThat(schedule.nextDelay(60 * SECOND, 61 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void abandonedRetriesAreForgottenThoughAFewCallersAreRejected() {
        var schedule = busy();
        for (var second = 4; second < 60; second += 4) {
            for (var one = 0; one < 10; one++) {
                schedule.onArrival(second * SECOND);
            }
            schedule.nextDelay(second * SECOND, (second + 1) * SECOND);
        }

        assertThat(schedule.nextDelay(60 * SECOND, 61 * SECOND)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void retriesThatArriveUnevenlyKeepTheirPlace() {
        var schedule = busy();
        for (var second = 1; second < 30; second++) {
            for (var one = 0; one < 10; one++) {
                schedule.onArrival(second * SECOND);
            }
        }

        assertThat(schedule.nextDelay(30 * SECOND, 31 * SECOND)).isGreaterThan(Duration.ofSeconds(30));
    }

    /** With schedule for more than a minute. */
    private static RetrySchedule busy() {
        var schedule = new RetrySchedule(10, 0);
        for (var one = 0; one < 1_000; one++) {
            schedule.nextDelay(0, SECOND);
        }
        return schedule;
    }
}
