package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsWithParentTest {

    private static final long SOON_SECONDS = 60;

    @TempDir
    Path directory;

    @Test
    void whatAKilledProgramHadStartedEndsWithIt() throws Exception {
        var parent = new ProcessBuilder(EndsWithParent.command(
                        System.getProperty("java.class.path"), List.of(), Parent.class, directory.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = parent.inputReader()) {
            var child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            try {
                parent.destroyForcibly();

                assertThat(child.onExit().get(SOON_SECONDS, TimeUnit.SECONDS).isAlive())
                        .isFalse();
            } finally {
                child.destroyForcibly();
            }
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProgramGetsItsArgumentsAndItsExceptionEndsIt() throws Exception {
        var program = new ProcessBuilder(EndsWithParent.command(
                        System.getProperty("java.class.path"), List.of(), Failing.class, "of this"))
                .redirectErrorStream(true)
                .start();

        try (var output = program.inputReader()) {
            assertThat(output.lines().collect(Collectors.joining("\n")))
                    .contains("IllegalStateException: because of this");
        }
        assertThat(program.waitFor()).isEqualTo(1);
    }

    /** Starts a connector runtime, prints its process id, and stays until it is killed. */
    static final class Parent {

        private Parent() {}

        @SuppressWarnings("try")
        public static void main(String[] directory) throws InterruptedException {
            var settings = ConnectorRuntime.Settings.connectingTo(URI.create("http://127.0.0.1:1"));
            try (var runtime = ConnectorRuntimeProcess.of(
                            settings, System.getProperty("java.class.path"), Map.of(), Path.of(directory[0], "log"))
                    .start()) {
                System.out.println(ProcessHandle.current()
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
