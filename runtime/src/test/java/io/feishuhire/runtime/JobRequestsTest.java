package io.feishuhire.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JobRequestsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final JobRequests requests = new JobRequests();

    @Test
    void withoutWorkersThereIsNothingToWaitFor() throws InterruptedException {
        requests.awaitAnswers(LONG);
    }

    @Test
    void itWaitsUntilTheLastWorkerHasItsAnswer() throws InterruptedException {
        var first = new Worker(1);
        var last = new Worker(5);
        requests.add(first, LONG);
        requests.add(last, LONG);

        requests.awaitAnswers(LONG);

        assertThat(requests.areAnswered()).isTrue();
        assertThat(last.looks()).hasValueGreaterThanOrEqualTo(5);
    }

    @Test
    void itGivesUpWhenTheEngineWouldHaveAnswered() throws InterruptedException {
        requests.add(new Worker(Integer.MAX_VALUE), Duration.ofMillis(1));

        requests.awaitAnswers(LONG);

        assertThat(requests.areAnswered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0, -1})
    void anAnswerMayBeOnItsWayWhenTheEngineHasGivenUp(long requestTimeoutMillis) throws InterruptedException {
        var worker = new Worker(5);
        requests.add(worker, Duration.ofMillis(requestTimeoutMillis));

        requests.awaitAnswers(LONG);

        assertThat(worker.looks()).hasValueGreaterThanOrEqualTo(5);
    }

    @Test
    void itGivesUpAfterTheTimeThatTheStopMayTake() throws InterruptedException {
        requests.add(new Worker(Integer.MAX_VALUE), LONG);

        requests.awaitAnswers(Duration.ofMillis(1));
    }

    @Test
    void aStopCanBeInterrupted() {
        requests.add(new Worker(Integer.MAX_VALUE), LONG);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> requests.awaitAnswers(LONG)).isInstanceOf(InterruptedException.class);
    }

    /** Has its answer at a certain look. */
    private record Worker(int looksUntilAnswer, AtomicInteger looks) implements JobWorker {

        Worker(int looksUntilAnswer) {
            this(looksUntilAnswer, new AtomicInteger());
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isClosed() {
            return looks.incrementAndGet() >= looksUntilAnswer;
        }

        @Override
        public void close() {}
    }
}
