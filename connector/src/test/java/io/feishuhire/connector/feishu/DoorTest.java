package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.connector.feishu.PublishLimiter.Door;
import io.feishuhire.connector.feishu.PublishLimiter.Place;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who gets in, who may wait for a moment, and who is sent away, one by one. */
class DoorTest {

    private static final int LIMIT = 10;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final PublishLimiter limiter = new PublishLimiter(LIMIT, now::get);

    @Test
    void anAppThatWasQuietMayPublishItsWholeLimitAtOnce() {
        assertThatTheWholeLimitGetsIn();
    }

    @Test
    void whoComesLongBeforeAPlaceBecomesFreeIsSentAwayForAWhile() {
        publishTheWholeLimit();
        passes(500);

        assertThat(sentAwayFor()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whileNobodyKnowsWhenAPlaceBecomesFreeTwoMayWait() {
        for (var request = 0; request < LIMIT; request++) {
            limiter.enter();
        }

        assertThat(limiter.knock()).isInstanceOf(Door.class);
        assertThat(limiter.knock()).isInstanceOf(Door.class);
        assertThat(sentAwayFor()).isPositive();
    }

    @Test
    void shortlyBeforeAPlaceBecomesFreeTwoMayWaitAndNotLong() {
        publishTheWholeLimit();
        passes(850);

        for (var waiting = 0; waiting < 2; waiting++) {
            assertThat(limiter.knock())
                    .isInstanceOfSatisfying(
                            Door.class, door -> assertThat(door.patience()).isEqualTo(Duration.ofMillis(25)));
        }
        assertThat(sentAwayFor()).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void whoWaitsDoesSoOnlyUntilAPlaceIsFreeAndTakesIt() {
        publishTheWholeLimit();
        passes(990);

        var door = (Door) limiter.knock();
        assertThat(door.patience()).isEqualTo(Duration.ofMillis(10));
        passes(10);
        assertThat(door.enter()).isNotNull();
    }

    @Test
    void whoWaitedInVainComesBackAtOnceAndLeavesTheDoorToOthers() {
        publishTheWholeLimit();
        passes(850);
        var one = (Door) limiter.knock();
        var other = (Door) limiter.knock();
        passes(25);

        assertThat(wait(catchThrowableOfType(FeishuException.class, one::enter)))
                .isZero();
        assertThat(limiter.knock()).isInstanceOf(Door.class);
        assertThat(sentAwayFor()).as("the door is full again").isPositive();
        assertThat(wait(catchThrowableOfType(FeishuException.class, other::enter)))
                .isZero();
    }

    @Test
    void inACrowdPlacesAreTakenSomeTimeApart() {
        publishTheWholeLimit();
        passes(500);
        sentAwayFor();
        passes(500);

        assertThat(limiter.knock()).isInstanceOf(Place.class);
        assertThat(limiter.knock()).as("though nine are free").isInstanceOf(Door.class);
        passes(79);
        assertThat(limiter.knock()).isInstanceOf(Door.class);
        passes(1);
        assertThat(limiter.knock()).isInstanceOf(Place.class);
    }

    @Test
    void theCrowdIsOverWhenASecondWasQuiet() {
        publishTheWholeLimit();
        sentAwayFor();
        passes(1_000);

        assertThatTheWholeLimitGetsIn();
    }

    @Test
    void whoIsInterruptedAtTheDoorStaysInterrupted() {
        publishTheWholeLimit();
        passes(850);
        Thread.currentThread().interrupt();

        assertThat(wait(catchThrowableOfType(FeishuException.class, limiter::enter)))
                .isZero();
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertThatTheWholeLimitGetsIn() {
        for (var request = 0; request < LIMIT; request++) {
            assertThat(limiter.knock()).isInstanceOf(Place.class);
        }
    }

    private void publishTheWholeLimit() {
        for (var request = 0; request < LIMIT; request++) {
            limiter.enter().close();
        }
    }

    private Duration sentAwayFor() {
        return wait(catchThrowableOfType(FeishuException.class, limiter::knock));
    }

    private static Duration wait(FeishuException turnedAway) {
        assertThat(turnedAway.failure().error()).isEqualTo(FeishuError.RATE_LIMITED);
        return turnedAway.failure().retryAfter();
    }

    private void passes(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
