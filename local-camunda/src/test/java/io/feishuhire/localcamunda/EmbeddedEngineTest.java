package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddedEngineTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    /** It asks for no password. */
    @Test
    void onlyThisMachineReachesIt() {
        var internals = EngineInternals.create();
        internals.engine().start();
        try {
            assertThat(internals.grpcServer().getListenSockets()).isNotEmpty().allSatisfy(socket -> {
                var address = ((InetSocketAddress) socket).getAddress();
                assertThat(address.isLoopbackAddress()).isTrue();
                // Java may be told to prefer the loopback address of IPv6.
                assertThat(address.getHostAddress())
                        .isEqualTo(internals.grpcAddress().getHost());
            });
        } finally {
            internals.engine().stop();
        }
    }

    @Test
    void aTimerGoesOffWhenTheClockIsMoved() {
        try (var engine = EmbeddedEngine.start()) {
            long instance = Diagrams.run(engine, Diagrams.waiting("timer"));
            engine.await(instance, "the timer", seen -> seen.activeElements().contains("hour"), SOON);

            engine.increaseTime(Duration.ofHours(2));

            assertThat(engine.awaitCompleted(instance, SOON).completedElements())
                    .containsExactly("start", "hour", "end");
        }
    }

    @Test
    void enginesInOneJvmAnswerForThemselvesOnly() {
        try (var one = EmbeddedEngine.start();
                var other = EmbeddedEngine.start()) {
            IntStream.range(0, 60).parallel().forEach(i -> {
                var engine = i % 2 == 0 ? one : other;
                long instance = Diagrams.run(engine, Diagrams.waiting("p" + i));
                assertThat(engine.history(instance).completedElements()).contains("start");
            });
        }
    }
}
