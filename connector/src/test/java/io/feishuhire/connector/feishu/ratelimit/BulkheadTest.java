package io.feishuhire.connector.feishu.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkheadTest {

    @ParameterizedTest(name = "{0} threads: {1}")
    @CsvSource({"0, 1", "1, 1", "2, 1", "3, 1", "4, 1", "5, 2", "7, 3", "9, 4", "10, 4", "32, 15", "65, 32", "500, 32"})
    void oneIsAlwaysLetInAndFromThreeThreadsOnFewerThanHalf(int threads, int seats) {
        var bulkhead = new Bulkhead(() -> threads);

        assertThat(letIn(bulkhead)).isEqualTo(seats);
    }

    @Test
    void onVirtualThreadsTheNumberIsFixed() throws Exception {
        var bulkhead = new Bulkhead(() -> 1);
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> enter = () -> letIn(bulkhead);

            assertThat(virtual.submit(enter).get()).isEqualTo(32);
        }
    }

    @ParameterizedTest(name = "{0} threads: {1}")
    @CsvSource({"1, false", "2, false", "3, true", "10, true"})
    void withOneOrTwoThreadsNoneIsSparedToWaitForTheLimit(int threads, boolean spared) {
        assertThat(new Bulkhead(() -> threads).leavesThreadsToOthers()).isEqualTo(spared);
    }

    @Test
    void aCallThatLeavesMakesRoomForOneMore() {
        var bulkhead = new Bulkhead(() -> 3);
        bulkhead.tryEnter(true);
        bulkhead.leave();

        assertThat(letIn(bulkhead)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} threads: {1}")
    @CsvSource({"1, 1", "4, 1", "5, 1", "7, 2", "10, 3", "500, 31"})
    void aSeatIsKeptForCallsThatGoFirstWhereThereAreSeveral(int threads, int seats) {
        var bulkhead = new Bulkhead(() -> threads);
        var others =
                IntStream.range(0, 1_000).filter(i -> bulkhead.tryEnter(false)).count();

        assertThat(others).isEqualTo(seats);
        assertThat(bulkhead.tryEnter(true)).as("where there are several").isEqualTo(threads >= 5);
    }

    private static int letIn(Bulkhead bulkhead) {
        return (int)
                IntStream.range(0, 1_000).filter(i -> bulkhead.tryEnter(true)).count();
    }
}
