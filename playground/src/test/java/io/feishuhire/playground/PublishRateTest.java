package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.playground.PublishRate.Sample;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishRateTest {

    private static final Instant START = Instant.ofEpochSecond(1_000_000);

    private Instant now = START;
    private Duration ahead = Duration.ZERO;
    private int waiting;
    private int limit = 10;
    private final PublishRate rate = new PublishRate(() -> ahead, () -> now, () -> waiting, () -> limit);

    @Test
    void publicationsAndRefusalsAreCountedInTheirSecond() {
        publish(START, 200, 0);
        publish(START.plusMillis(999), 200, 0);
        publish(START.plusMillis(500), 429, 99_991_400);
        publish(START.plusMillis(600), 400, 1_002_613);
        publish(START.plusSeconds(1), 200, 0);
        waiting = 7;
        now = START.plusMillis(2_400);

        assertThat(rate.sample()).isTrue();

        assertThat(rate.samples()).contains(new Sample(START.getEpochSecond(), 2, 1, 7, 10));
        now = START.plusMillis(3_400);
        rate.sample();
        assertThat(rate.samples()).endsWith(new Sample(START.getEpochSecond() + 1, 1, 0, 7, 10));
    }

    @Test
    void aSecondThatWasMissedIsCountedLater() {
        rate.sample();
        publish(START, 200, 0);
        now = START.plusSeconds(4);

        rate.sample();

        assertThat(rate.samples()).extracting(Sample::published).containsExactly(1, 0, 0);
    }

    @Test
    void aRequestThatIsToldLateIsCountedAllTheSame() {
        publish(START, 200, 0);
        now = START.plusSeconds(2);
        rate.sample();
        publish(START.plusMillis(900), 200, 0);
        now = START.plusSeconds(3);

        rate.sample();

        assertThat(rate.samples()).extracting(Sample::published).containsExactly(1, 1);
    }

    @Test
    void aSampleKeepsTheLimitOfItsTime() {
        waiting = 1;
        now = START.plusSeconds(2);
        rate.sample();
        limit = 1;
        now = START.plusSeconds(3);

        rate.sample();

        assertThat(rate.samples()).extracting(Sample::limit).endsWith(10, 1);
    }

    @Test
    void theClockThatTheSandboxGoesByDoesNotShiftTheSeconds() {
        ahead = Duration.ofDays(2).plusMillis(300);
        rate.sample();
        publish(START.plus(ahead), 200, 0);
        now = START.plusSeconds(2);

        rate.sample();

        assertThat(rate.samples()).containsExactly(new Sample(START.getEpochSecond(), 1, 0, 0, 10));
    }

    @Test
    void timesWithoutAnyPublicationAreShownForAMomentOnly() {
        rate.sample();
        publish(START, 200, 0);
        for (var second = 1; second <= 60; second++) {
            now = START.plusSeconds(second);
            rate.sample();
        }

        assertThat(rate.samples()).hasSize(6);
        assertThat(rate.sample()).isFalse();
    }

    @Test
    void threeMinutesAreKept() {
        waiting = 1;
        for (var second = 1; second <= 400; second++) {
            now = START.plusSeconds(second);
            rate.sample();
        }

        assertThat(rate.samples()).hasSize(180).last().extracting(Sample::at).isEqualTo(START.getEpochSecond() + 398);
    }

    private void publish(Instant at, int status, int code) {
        rate.count(new RecordedRequest(
                Endpoint.PUBLISH, "POST", "/open-apis", Map.of(), "", at, status, code, "202611260000000A", ""));
    }
}
