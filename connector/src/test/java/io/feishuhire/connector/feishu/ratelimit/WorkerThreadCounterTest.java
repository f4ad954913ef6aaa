package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WorkerThreadCounterTest {

    private final WorkerThreadCounter threads = new WorkerThreadCounter(3);

    @Test
    void aThreadThatCallsOftenCountsOnce() {
        threads.getAsInt();

        assertThat(threads.getAsInt()).isEqualTo(1);
    }

    @Test
    void threadsCountFromTheirFirstCallOn() throws Exception {
        try (var one = Executors.newSingleThreadExecutor();
                var other = Executors.newSingleThreadExecutor()) {
            Callable<Integer> call = threads::getAsInt;
            assertThat(one.submit(call).get()).isEqualTo(1);
            assertThat(other.submit(call).get()).isEqualTo(2);
            assertThat(one.submit(call).get()).isEqualTo(2);
        }
    }

    @Test
    void aThreadThatEndedCountsNoMore() throws InterruptedException {
        var ended = Thread.ofPlatform().start(threads::getAsInt);
        ended.join();

        assertThat(threads.getAsInt()).isEqualTo(1);
    }

    @Test
    void theyAreNotCountedFurtherThanIsOfUse() throws Exception {
        try (var pool = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            var barrier = new CyclicBarrier(10);
            var counts = new ArrayList<Future<Integer>>();
            for (var one = 0; one < 10; one++) {
                counts.add(pool.submit(() -> {
                    threads.getAsInt();
                    barrier.await();
                    return threads.getAsInt();
                }));
            }
            for (var count : counts) {
                assertThat(count.get()).isLessThanOrEqualTo(3);
            }
        }
    }
}
