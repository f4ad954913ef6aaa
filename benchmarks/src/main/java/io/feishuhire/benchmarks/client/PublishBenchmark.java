package io.feishuhire.benchmarks.client;

import io.feishuhire.benchmarks.support.StubFeishu;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One publish, from the call to the answer. {@link PublishComparison} runs it for all contenders in turns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PublishBenchmark {

    /**
     * Threads that call once before the measurement. Of all live threads that have called, the connector lets fewer
     * than half call at the same time, so without these it would reject some of the eight that are measured.
     */
    private static final int IDLE_THREADS = 17;

    /** What publishes. */
    @Param({"OURS", "JDK", "SDK", "CAMUNDA"})
    public HttpContender contender;

    /** The base URL of {@link StubFeishu}. */
    @Param("")
    public String server;

    private HttpContender.Publisher publisher;

    /**
     * Lost answers: the JDK's client loses a few of 100,000 when several threads get theirs within some 100 µs, whether
     * it is used bare or by the connector's client. The result shows their number.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Lost {
        public long answers;
    }

    @Setup
    public void connect() throws InterruptedException {
        publisher = contender.connect(URI.create(server));
        for (var thread = 0; thread < IDLE_THREADS; thread++) {
            var called = new CountDownLatch(1);
            Thread.ofPlatform().daemon().start(() -> callOnceAndStay(called));
            called.await();
        }
    }

    private void callOnceAndStay(CountDownLatch called) {
        try {
            publisher.publish();
        } catch (Exception notMeasured) {
            // The call itself is what counts.
        }
        called.countDown();
        LockSupport.park();
    }

    @Benchmark
    public void publish(Lost lost) throws Exception {
        try {
            publisher.publish();
        } catch (IOException noAnswer) {
            lost.answers++;
        } catch (FeishuException notPublished) {
            if (notPublished.failure().error() != FeishuError.UNAVAILABLE) {
                throw notPublished;
            }
            lost.answers++;
        }
    }
}
