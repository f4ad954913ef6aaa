package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsWithParentTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void theChildOfAKilledProgramEndsWithIt() throws Exception {
        try (var parent = JavaProcess.of(Parent.class, directory.toString()).start()) {
            var line = parent.awaitLine(Parent.CHILD, SOON);
            var child = ProcessHandle.of(Long.parseLong(line.substring(Parent.CHILD.length())))
                    .orElseThrow();
            try {
                parent.kill();

                assertThat(child.onExit()
                                .get(SOON.toSeconds(), TimeUnit.SECONDS)
                                .isAlive())
                        .isFalse();
            } finally {
                child.destroyForcibly();
            }
        }
    }

    @Test
    void aProgramGetsItsArgumentsAndItsExceptionEndsIt() {
        try (var program = JavaProcess.of(Failing.class, "of this").start()) {
            assertThat(program.awaitEnd(SOON)).isEqualTo(1);
            assertThat(program.lines()).anyMatch(line -> line.contains("IllegalStateException: because of this"));
        }
    }

    /** Starts a connector runtime, prints its process id, and stays until it is killed. */
    static final class Parent {

        static final String CHILD = "child ";

        private Parent() {}

        @SuppressWarnings("try")
        public static void main(String[] directory) throws InterruptedException {
            var settings = ConnectorRuntime.Settings.connectingTo(URI.create("http://127.0.0.1:1"));
            try (var runtime = ConnectorRuntimeProcess.start(
                    settings, System.getProperty("java.class.path"), Map.of(), Path.of(directory[0], "log"))) {
                System.out.println(CHILD
                        + ProcessHandle.current()
                                .children()
                                .findFirst()
                                .orElseThrow()
                                .pid());
                Thread.currentThread().join();
            }
        }
    }

    static final class Failing {

        private Failing() {}

        public static void main(String[] reason) {
            if (reason.length > 0) {
                throw new IllegalStateException("because " + reason[0]);
            }
        }
    }
}
