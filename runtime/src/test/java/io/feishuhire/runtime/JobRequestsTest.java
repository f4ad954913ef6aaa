package io.feishuhire.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its time passes only while it is waited. */
class JobRequestsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final AtomicLong time = new AtomicLong();
    private final JobRequests requests = new JobRequests(time::get, time::addAndGet);

    @Test
    void withoutWorkersThereIsNothingToWaitFor() throws InterruptedException {
        assertThat(waited(LONG)).isZero();
        assertThat(requests.areAnswered()).isTrue();
    }

    @Test
    void itWaitsUntilTheLastWorkerHasItsAnswer() throws InterruptedException {
        requests.add(answeredAfter(Duration.ofSeconds(1)), LONG);
        requests.add(answeredAfter(Duration.ofSeconds(3)), LONG);

        assertThat(waited(LONG)).isEqualTo(Duration.ofSeconds(3));
        assertThat(requests.areAnswered()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT5S,    PT6S
            PT0S,    PT11S
            PT-0.1S, PT11S
            """)
    void itGivesUpASecondAfterTheEngineHas(Duration requestTimeout, Duration waited) throws InterruptedException {
        requests.add(answeredAfter(FOR_EVER), requestTimeout);

        assertThat(waited(LONG)).isBetween(waited, waited.plus(BETWEEN_LOOKS));
        assertThat(requests.areAnswered()).isFalse();
    }

    @Test
    void aWorkerThatNeverHasItsAnswerDoesNotKeepItFromWaitingForAnother() throws InterruptedException {
        requests.add(answeredAfter(FOR_EVER), Duration.ofSeconds(1));
        requests.add(answeredAfter(Duration.ofSeconds(4)), Duration.ofSeconds(5));

        assertThat(waited(LONG)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void itGivesUpAfterTheTimeThatTheStopMayTake() throws InterruptedException {
        requests.add(answeredAfter(FOR_EVER), LONG);

        assertThat(waited(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aStopCanBeInterrupted() {
        var interrupted = new JobRequests(time::get, nanos -> {
            throw new InterruptedException();
        });
        interrupted.add(answeredAfter(FOR_EVER), LONG);

        assertThatThrownBy(() -> interrupted.awaitAnswers(LONG)).isInstanceOf(InterruptedException.class);
    }

    private Duration waited(Duration atMost) throws InterruptedException {
        var begin = time.get();
        requests.awaitAnswers(atMost);
        return Duration.ofNanos(time.get() - begin);
    }

    private JobWorker answeredAfter(Duration after) {
        return new ClosedWorker(time::get, time.get() + after.toNanos());
    }

    private record ClosedWorker(LongSupplier nanoTime, long answer) implements JobWorker {

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isClosed() {
            return nanoTime.getAsLong() >= answer;
        }

        @Override
        public void close() {}
    }
}
