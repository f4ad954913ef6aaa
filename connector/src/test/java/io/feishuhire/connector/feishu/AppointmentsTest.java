package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AppointmentsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void theFirstIsWhenAPlaceBecomesFree() {
        assertThat(new Appointments(10, 0).next(SECOND, 3 * SECOND)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theOthersFollowOneByOneALittleFasterThanPlacesBecomeFree() {
        var appointments = new Appointments(10, 0);
        var first = appointments.next(0, SECOND);
        for (var one = 0; one < 149; one++) {
            appointments.next(0, SECOND);
        }

        var last = appointments.next(0, SECOND);
        assertThat(last.minus(first)).isCloseTo(Duration.ofSeconds(10), Duration.ofMillis(1));
    }

    @Test
    void nobodyIsToldToComeBackAtOnce() {
        assertThat(new Appointments(10, 0).next(SECOND, SECOND)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void afterAPauseTheyBeginAnew() {
        var appointments = new Appointments(10, 0);
        for (var one = 0; one < 100; one++) {
            appointments.next(0, SECOND);
        }

        assertThat(appointments.next(60 * SECOND, 61 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoComesAfterACrowdThatIsGoneNeedNotQueueUpBehindIt() {
        var appointments = crowded();
        appointments.kept(SECOND);
        appointments.kept(7 * SECOND);

        assertThat(appointments.next(7 * SECOND, 8 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCrowdThatAnEngineBringsALittleLateKeepsItsAppointments() {
        var appointments = crowded();
        appointments.kept(SECOND);
        appointments.kept(6 * SECOND);

        assertThat(appointments.next(6 * SECOND, 7 * SECOND)).isGreaterThan(Duration.ofSeconds(50));
    }

    @Test
    void aCrowdKeepsItsAppointmentsWhileFeishuLetsNobodyIn() {
        var appointments = crowded();
        appointments.next(SECOND, 60 * SECOND);
        appointments.kept(60 * SECOND);

        assertThat(appointments.next(60 * SECOND, 61 * SECOND)).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void aCrowdThatIsGoneIsForgottenThoughSomebodyElseComesNowAndThen() {
        var appointments = crowded();
        for (var second = 4; second < 60; second += 4) {
            appointments.kept(second * SECOND);
        }

        assertThat(appointments.next(60 * SECOND, 61 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCrowdThatIsGoneIsForgottenThoughSomeOthersAreSentAwayNowAndThen() {
        var appointments = crowded();
        for (var second = 4; second < 60; second += 4) {
            for (var one = 0; one < 10; one++) {
                appointments.kept(second * SECOND);
            }
            appointments.next(second * SECOND, (second + 1) * SECOND);
        }

        assertThat(appointments.next(60 * SECOND, 61 * SECOND)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aCrowdThatComesHoweverUnevenlyKeepsItsAppointments() {
        var appointments = crowded();
        for (var second = 1; second < 30; second++) {
            for (var one = 0; one < 10; one++) {
                appointments.kept(second * SECOND);
            }
        }

        assertThat(appointments.next(30 * SECOND, 31 * SECOND)).isGreaterThan(Duration.ofSeconds(30));
    }

    /** With appointments for more than a minute. */
    private static Appointments crowded() {
        var appointments = new Appointments(10, 0);
        for (var one = 0; one < 1_000; one++) {
            appointments.next(0, SECOND);
        }
        return appointments;
    }
}
