package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.connector.feishu.PublishLimiter.Door;
import io.feishuhire.connector.feishu.PublishLimiter.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gets in, who may wait for a moment, and who is sent away, one by one. */
class DoorTest {

    private static final int LIMIT = 10;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final PublishLimiter limiter = new PublishLimiter(LIMIT, now::get);

    @Test
    void anAppThatWasQuietMayPublishItsWholeLimitAtOnce() {
        assertThat(knock(LIMIT)).hasOnlyElementsOfType(Place.class);
    }

    @Test
    void aPlaceIsFreeAgainASecondAfterTheReplyAndNotBefore() {
        publishAtOnce(LIMIT);
        passes(1_000);

        assertThat(knock(LIMIT)).hasOnlyElementsOfType(Place.class);
        assertThat(sentAwayFor()).isPositive();
    }

    @Test
    void whoComesLongBeforeAPlaceBecomesFreeIsSentAwayUntilThen() {
        publishAtOnce(LIMIT);
        passes(499);

        assertThat(sentAwayFor()).isEqualTo(Duration.ofMillis(501));
    }

    @Test
    void whileAllRequestsAreUnderWayNobodyMayWait() {
        knock(LIMIT);

        assertThat(sentAwayFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCallerWhoseThreadTheRuntimeNeedsIsSentAwayInsteadOfWaiting() {
        publishAtOnce(LIMIT);
        passes(900);

        assertThat(wait(catchThrowableOfType(FeishuException.class, () -> limiter.knock(false))))
                .isEqualTo(Duration.ofMillis(100));
        assertThat(limiter.knock(true)).isInstanceOf(Door.class);
    }

    @Test
    void halfASecondBeforeAPlaceBecomesFreeOneMayWaitForIt() {
        publishAtOnce(LIMIT);
        passes(500);

        assertThat(knock(4))
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Door.class, door -> assertThat(door.patience()).isEqualTo(Duration.ofMillis(500))));
    }

    @Test
    void eachWaitsForAPlaceOfItsOwn() {
        var places =
                IntStream.range(0, LIMIT).mapToObj(i -> limiter.enter(true)).toList();
        for (var place : places) {
            place.close();
            passes(100);
        }
        // The first place has just become free; the others do so every 100 ms.
        assertThat(limiter.knock(true)).isInstanceOf(Place.class);
        assertThat(knock(4))
                .extracting(answer -> ((Door) answer).patience().toMillis())
                .containsExactly(100L, 200L, 300L, 400L);
    }

    @Test
    void nobodyTakesThePlaceOfOneWhoWaits() {
        publishAtOnce(LIMIT - 1);
        passes(300);
        publishAtOnce(1);
        passes(690);
        var waiting = knock(4);
        passes(10);

        var others = knock(LIMIT - 1 - waiting.size());
        assertThat(others).hasOnlyElementsOfType(Place.class);
        assertThat(sentAwayOrWaiting())
                .as("the last of the nine places are taken")
                .isTrue();
        assertThat(waiting).allSatisfy(door -> assertThat(((Door) door).enter()).isNotNull());
    }

    @Test
    void whoComesAfterTheWaitTakesThePlace() {
        var offset = new AtomicLong();
        var inRealTime = new PublishLimiter(1, () -> System.nanoTime() + offset.get());
        inRealTime.enter(true).close();
        offset.addAndGet(Duration.ofMillis(950).toNanos());

        assertThat(inRealTime.enter(true)).isNotNull();
    }

    @Test
    void whoComesAfterACrowdWasCancelledIsNotSentToTheEndOfItsQueue() {
        publishAtOnce(LIMIT);
        for (var one = 0; one < 1_000; one++) {
            sentAwayFor();
        }
        passes(10_000);
        publishAtOnce(LIMIT);

        assertThat(sentAwayFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoComesAfterACrowdWasCancelledIsNotSentToTheEndOfItsQueueThoughSomebodyPublishesNowAndThen() {
        publishAtOnce(LIMIT);
        for (var one = 0; one < 2_000; one++) {
            sentAwayFor();
        }
        for (var second = 0; second < 60; second += 4) {
            passes(4_000);
            publishAtOnce(1);
        }
        passes(4_000);
        publishAtOnce(LIMIT);

        assertThat(sentAwayFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoIsNotLetInGetsAnAppointmentToo() {
        publishAtOnce(LIMIT);

        assertThat(limiter.turnAway()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limiter.turnAway()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(sentAwayFor()).isGreaterThan(Duration.ofMillis(1_100));
    }

    @Test
    void aRefusalAtAQuietMomentLeavesAllOfTheLimit() {
        var refused = limiter.enter(true);
        refused.refused(Duration.ofSeconds(1));
        refused.close();
        passes(2_000);

        assertThat(knock(LIMIT)).hasOnlyElementsOfType(Place.class);
    }

    @Test
    void whoWaitedIsSentAwayWhenFeishuHasRefusedAnotherMeanwhile() {
        publishAtOnce(LIMIT - 1);
        var refused = limiter.enter(true);
        passes(600);
        var door = (Door) limiter.knock(true);
        refused.refused(Duration.ofSeconds(7));
        refused.close();
        passes(door.patience().toMillis());

        assertThat(wait(catchThrowableOfType(FeishuException.class, door::enter)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(6_600));
        assertThat(sentAwayFor()).isGreaterThan(Duration.ofMillis(6_600));
    }

    @Test
    void whoIsSentAwayWhereOthersPublishTooMayComeBackBeforeThereIsAPlaceHere() {
        othersLeaveOnly(5);
        publishAtOnce(5);

        assertThat(sentAwayFor()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void whereOthersPublishTooNobodyIsToComeBackWhileFeishuLetsNobodyIn() {
        othersLeaveOnly(5);
        var refused = limiter.enter(true);
        refused.refused(Duration.ofSeconds(7));
        refused.close();
        passes(1_000);

        assertThat(sentAwayFor()).isGreaterThanOrEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whoIsInterruptedAtTheDoorIsSentAwayAtOnceAndStaysInterrupted() {
        publishAtOnce(LIMIT);
        passes(500);
        Thread.currentThread().interrupt();
        var start = System.nanoTime();

        var sentAway = catchThrowableOfType(FeishuException.class, () -> limiter.enter(true));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(wait(sentAway))
                .as("the rest of the wait")
                .isGreaterThan(Duration.ofNanos(System.nanoTime() - start));
        assertThat(knock(4)).as("the door is free again").hasOnlyElementsOfType(Door.class);
    }

    private void publishAtOnce(int requests) {
        publishAtOnce(limiter, requests);
    }

    private static void publishAtOnce(PublishLimiter limiter, int requests) {
        IntStream.range(0, requests).mapToObj(i -> limiter.enter(true)).toList().forEach(Place::close);
    }

    private void othersLeaveOnly(int requests) {
        publishAtOnce(requests);
        var refused = limiter.enter(true);
        refused.refused(Duration.ofSeconds(1));
        refused.close();
        passes(1_000);
    }

    private List<PublishLimiter.Answer> knock(int times) {
        var answers = new ArrayList<PublishLimiter.Answer>();
        for (var i = 0; i < times; i++) {
            answers.add(limiter.knock(true));
        }
        return answers;
    }

    private boolean sentAwayOrWaiting() {
        try {
            return limiter.knock(true) instanceof Door;
        } catch (FeishuException sentAway) {
            return true;
        }
    }

    private Duration sentAwayFor() {
        return wait(catchThrowableOfType(FeishuException.class, () -> limiter.knock(true)));
    }

    private static Duration wait(FeishuException turnedAway) {
        assertThat(turnedAway.failure().error()).isEqualTo(FeishuError.RATE_LIMITED);
        return turnedAway.failure().retryAfter();
    }

    private void passes(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
