package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaProcessTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void aProgramGetsOptionsEnvironmentAndArguments() {
        var program = JavaProcess.of(Echo.class, "three")
                .jvmOptions("-Done=1")
                .environment(Map.of("TWO", "2"))
                .start();
        try (program) {
            assertThat(program.awaitLine("three", SOON)).isEqualTo("1 2 three");
            assertThat(program.cpuTime()).isPositive();

            program.stop();

            assertThat(program.awaitEnd(SOON)).isNotZero();
            assertThat(program.lines()).contains("asked to stop");
        }
    }

    @Test
    void aProgramHasTheCollectorOfThisJvm() {
        try (var program = JavaProcess.of(Collectors.class).start()) {
            assertThat(program.awaitEnd(SOON)).isZero();
            assertThat(program.lines()).contains(Collectors.names());
        }
    }

    @Test
    void awaitingALineThatDoesNotComeShowsWhatCameInstead() {
        try (var program = JavaProcess.of(Echo.class, "hello").start()) {
            program.awaitLine("hello", SOON);

            assertThatThrownBy(() -> program.awaitLine("goodbye", Duration.ofMillis(10)))
                    .hasMessageContaining("Echo did not print \"goodbye\" within 10 ms")
                    .hasMessageContaining("hello");
            assertThatThrownBy(() -> program.awaitEnd(Duration.ofMillis(10))).hasMessage("Echo still runs after 10 ms");

            program.kill();

            assertThatThrownBy(() -> program.awaitLine("goodbye", SOON))
                    .hasMessageContaining("Echo ended without \"goodbye\"");
        }
    }

    /** Prints the names of its garbage collectors. */
    static final class Collectors {

        private Collectors() {}

        public static void main(String[] none) {
            System.out.println(names());
        }

        static String names() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .map(MemoryManagerMXBean::getName)
                    .toList()
                    .toString();
        }
    }

    /** Prints what it was given and stays until it is stopped. */
    static final class Echo {

        private Echo() {}

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("asked to stop")));
            System.out.println(System.getProperty("one") + " " + System.getenv("TWO") + " " + arguments[0]);
            Thread.currentThread().join();
        }
    }
}
