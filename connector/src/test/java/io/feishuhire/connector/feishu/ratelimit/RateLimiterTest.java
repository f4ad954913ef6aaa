package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Admission;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Permit;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Rejection;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Reservation;
import io.feishuhire.connector.testing.FakeTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which callers get a permit, which may wait for one, and which are rejected, one by one. */
class RateLimiterTest {

    private static final int LIMIT = 10;

    private final FakeTicker now = new FakeTicker();
    private static final Duration SHORT_WAIT = Duration.ofMillis(500);

    private final RateLimiter limiter = new RateLimiter(LIMIT, now, Thread::sleep);

    @Test
    void afterAPauseTheFullLimitIsFreeAtOnce() {
        assertThat(tryAcquire(LIMIT)).hasOnlyElementsOfType(Permit.class);
    }

    @Test
    void aPermitIsFreeAgainASecondAfterTheReplyAndNotBefore() {
        publishAtOnce(LIMIT);
        passes(1_000);

        assertThat(tryAcquire(LIMIT)).hasOnlyElementsOfType(Permit.class);
        assertThat(rejectedFor()).isPositive();
    }

    @Test
    void aMinuteHasALimitOfItsOwn() {
        var minute = new RateLimiter(LIMIT, 2 * LIMIT, now, Thread::sleep);
        publishAtOnce(minute, LIMIT);
        passes(1_000);
        publishAtOnce(minute, LIMIT);
        passes(1_000);

        assertThat(minute.tryAcquire(SHORT_WAIT)).isEqualTo(new Rejection(Duration.ofSeconds(58)));
        passes(58_000);
        publishAtOnce(minute, LIMIT);
        assertThat(minute.tryAcquire(Duration.ZERO)).isInstanceOf(Rejection.class);
    }

    @Test
    void callersThatTheMinuteRejectsComeBackOneAfterTheOther() {
        var minute = new RateLimiter(50, 50, now, Thread::sleep);
        publishAtOnce(minute, 50);

        var waits = IntStream.range(0, 100)
                .mapToObj(i -> (Rejection) minute.tryAcquire(SHORT_WAIT))
                .map(Rejection::retryAfter)
                .toList();

        assertThat(waits).isSorted().doesNotHaveDuplicates();
        assertThat(waits.getFirst()).isEqualTo(Duration.ofMinutes(1));
        assertThat(waits.getLast()).isBetween(Duration.ofSeconds(61), Duration.ofSeconds(63));
    }

    @Test
    void aCallerLongBeforeTheNextPermitIsRejectedUntilThen() {
        publishAtOnce(LIMIT);
        passes(499);

        assertThat(rejectedFor()).isEqualTo(Duration.ofMillis(501));
    }

    @Test
    void whileAllRequestsAreInFlightNoCallerMayWait() {
        tryAcquire(LIMIT);

        assertThat(rejectedFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCallerThatMayNotWaitIsRejectedInstead() {
        publishAtOnce(LIMIT);
        passes(900);

        assertThat(limiter.tryAcquire(Duration.ZERO)).isEqualTo(new Rejection(Duration.ofMillis(100)));
        assertThat(limiter.tryAcquire(SHORT_WAIT)).isInstanceOf(Reservation.class);
    }

    @Test
    void halfASecondBeforeTheNextPermitACallerMayWait() {
        publishAtOnce(LIMIT);
        passes(500);

        assertThat(tryAcquire(4))
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Reservation.class,
                                reservation -> assertThat(reservation.delay()).isEqualTo(Duration.ofMillis(500))));
    }

    @Test
    void eachReservationIsForAPermitOfItsOwn() {
        var permits = IntStream.range(0, LIMIT).mapToObj(i -> permit(limiter)).toList();
        for (var permit : permits) {
            accept(permit);
            passes(100);
        }
        // The first permit has just become free; the others do so every 100 ms.
        assertThat(limiter.tryAcquire(SHORT_WAIT)).isInstanceOf(Permit.class);
        assertThat(tryAcquire(4))
                .extracting(admission -> ((Reservation) admission).delay().toMillis())
                .containsExactly(100L, 200L, 300L, 400L);
    }

    @Test
    void noCallerTakesAPermitThatIsReserved() {
        publishAtOnce(LIMIT - 1);
        passes(300);
        publishAtOnce(1);
        passes(690);
        var waiting = tryAcquire(4);
        passes(10);

        var others = tryAcquire(LIMIT - 1 - waiting.size());
        assertThat(others).hasOnlyElementsOfType(Permit.class);
        assertThat(limiter.tryAcquire(SHORT_WAIT))
                .as("the last of the nine permits are taken")
                .isNotInstanceOf(Permit.class);
        assertThat(waiting)
                .allSatisfy(reservation ->
                        assertThat(((Reservation) reservation).claim()).isInstanceOf(Permit.class));
    }

    @Test
    void acquireWaitsAndTakesThePermit() {
        var waits = new ArrayList<Duration>();
        var waiting = new RateLimiter(1, now, delay -> {
            waits.add(delay);
            now.pass(delay);
        });
        publishAtOnce(waiting, 1);
        passes(950);

        assertThat(waiting.acquire(SHORT_WAIT)).isInstanceOf(Permit.class);
        assertThat(waits).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void retriesOfACancelledBulkAreForgotten() {
        publishAtOnce(LIMIT);
        for (var one = 0; one < 1_000; one++) {
            rejectedFor();
        }
        passes(10_000);
        publishAtOnce(LIMIT);

        assertThat(rejectedFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retriesOfACancelledBulkAreForgottenThoughAFewRequestsGoOn() {
        publishAtOnce(LIMIT);
        for (var one = 0; one < 2_000; one++) {
            rejectedFor();
        }
        for (var second = 0; second < 60; second += 4) {
            passes(4_000);
            publishAtOnce(1);
        }
        passes(4_000);
        publishAtOnce(LIMIT);

        assertThat(rejectedFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCallerThatIsRejectedOutrightGetsARetryTimeToo() {
        publishAtOnce(LIMIT);

        assertThat(limiter.reject().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limiter.reject().retryAfter()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(rejectedFor()).isGreaterThan(Duration.ofMillis(1_100));
    }

    @Test
    void aRejectionAtAQuietMomentLeavesTheFullLimit() {
        reject(permit(limiter), Duration.ofSeconds(1));
        passes(2_000);

        assertThat(tryAcquire(LIMIT)).hasOnlyElementsOfType(Permit.class);
    }

    @Test
    void aReservationIsRejectedAfterTheServerRejectedAnotherRequest() {
        publishAtOnce(LIMIT - 1);
        var other = permit(limiter);
        passes(600);
        var reservation = (Reservation) limiter.tryAcquire(SHORT_WAIT);
        reject(other, Duration.ofSeconds(7));
        passes(reservation.delay().toMillis());

        assertThat(retryAfter(reservation.claim())).isGreaterThanOrEqualTo(Duration.ofMillis(6_600));
        assertThat(rejectedFor()).isGreaterThan(Duration.ofMillis(6_600));
    }

    @Test
    void whereOthersShareTheLimitARetryNeedNotWaitForAPermitHere() {
        othersLeaveOnly(5);
        publishAtOnce(5);

        assertThat(rejectedFor()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void whereOthersShareTheLimitNoRetryIsDueWhileTheServerIsClosed() {
        othersLeaveOnly(5);
        reject(permit(limiter), Duration.ofSeconds(7));
        passes(1_000);

        assertThat(rejectedFor()).isGreaterThanOrEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void anInterruptedCallerIsRejectedAtOnceAndStaysInterrupted() {
        publishAtOnce(LIMIT);
        passes(500);
        Thread.currentThread().interrupt();

        var decision = limiter.acquire(SHORT_WAIT);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(retryAfter(decision)).isEqualTo(Duration.ofMillis(500));
        assertThat(tryAcquire(4)).as("the reservation is given back").hasOnlyElementsOfType(Reservation.class);
    }

    @Test
    void aRequestOfUnknownOutcomeCounts() {
        IntStream.range(0, LIMIT).mapToObj(i -> permit(limiter)).toList().forEach(Permit::close);

        assertThat(rejectedFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRequestOfUnknownOutcomeDoesNotShowWhatTheServerLeaves() {
        for (var i = 0; i < 5; i++) {
            permit(limiter).close();
        }
        reject(permit(limiter), Duration.ofSeconds(1));
        passes(1_000);

        assertThat(tryAcquire(LIMIT)).hasOnlyElementsOfType(Permit.class);
    }

    private void publishAtOnce(int requests) {
        publishAtOnce(limiter, requests);
    }

    private static void publishAtOnce(RateLimiter limiter, int requests) {
        var permits =
                IntStream.range(0, requests).mapToObj(i -> permit(limiter)).toList();
        permits.forEach(RateLimiterTest::accept);
    }

    private void othersLeaveOnly(int requests) {
        publishAtOnce(requests);
        reject(permit(limiter), Duration.ofSeconds(1));
        passes(1_000);
    }

    private static Permit permit(RateLimiter limiter) {
        return (Permit) limiter.acquire(SHORT_WAIT);
    }

    private static void accept(Permit permit) {
        try (permit) {
            permit.accepted();
        }
    }

    private static void reject(Permit permit, Duration retryAfter) {
        try (permit) {
            var unused = permit.rejected(retryAfter);
        }
    }

    private List<Admission> tryAcquire(int times) {
        var admissions = new ArrayList<Admission>();
        for (var i = 0; i < times; i++) {
            admissions.add(limiter.tryAcquire(SHORT_WAIT));
        }
        return admissions;
    }

    private Duration rejectedFor() {
        return retryAfter(limiter.tryAcquire(SHORT_WAIT));
    }

    private static Duration retryAfter(Admission rejection) {
        return ((Rejection) rejection).retryAfter();
    }

    private void passes(long millis) {
        now.pass(Duration.ofMillis(millis));
    }
}
