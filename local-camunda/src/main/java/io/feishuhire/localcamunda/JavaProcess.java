package io.feishuhire.localcamunda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a JVM of its own, of the same release as this one and with its collector and compilers. It ends
 * with this JVM at the latest.
 *
 * <pre>{@code
 * try (var program = JavaProcess.of(Main.class, "argument").jvmOptions("-Xmx1g").start()) {
 *     program.awaitLine("ready", Duration.ofSeconds(30));
 *     …
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class JavaProcess implements AutoCloseable {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean outputEnded;

    private JavaProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        Thread.ofPlatform().daemon().name("output of " + name).start(() -> read(process.inputReader()));
    }

    /** How to start a program whose main class is on the class path of this JVM. */
    public static Builder of(Class<?> main, String... arguments) {
        return of(main.getName(), arguments);
    }

    /** How to start a program whose main class is on another class path, see {@link Builder#classPath}. */
    public static Builder of(String main, String... arguments) {
        return new Builder(main, arguments);
    }

    /** How to start a program. It can be started more than once. */
    public static final class Builder {

        private final String main;
        private final String[] arguments;
        private String classPath = System.getProperty("java.class.path");
        private List<String> jvmOptions = List.of();
        private Map<String, String> environment = Map.of();
        private Redirect output = Redirect.PIPE;
        private Redirect errors = Redirect.PIPE;

        private Builder(String main, String... arguments) {
            this.main = main;
            this.arguments = arguments.clone();
        }

        /** Replaces the class path, which is the one of this JVM by default. */
        public Builder classPath(String classPath) {
            this.classPath = classPath;
            return this;
        }

        /** Sets the options of the JVM. */
        public Builder jvmOptions(String... jvmOptions) {
            this.jvmOptions = List.of(jvmOptions);
            return this;
        }

        /** Adds variables to the environment that the program inherits from this JVM. */
        public Builder environment(Map<String, String> environment) {
            this.environment = Map.copyOf(environment);
            return this;
        }

        /** Appends all output to a file instead of keeping it in {@link JavaProcess#lines()}. */
        public Builder log(Path log) {
            this.output = Redirect.appendTo(log.toFile());
            return this;
        }

        /** Appends the standard error output to a file. By default, it is part of {@link JavaProcess#lines()}. */
        public Builder errorLog(Path log) {
            this.errors = Redirect.appendTo(log.toFile());
            return this;
        }

        /**
         * Starts the program.
         *
         * @throws UncheckedIOException if the operating system refuses
         */
        public JavaProcess start() {
            var builder = new ProcessBuilder(EndsWithParent.command(classPath, jvmOptions, main, arguments))
                    .redirectOutput(output)
                    .redirectError(errors)
                    .redirectErrorStream(errors.equals(Redirect.PIPE));
            builder.environment().putAll(environment);
            try {
                return new JavaProcess(main.replaceFirst(".*[.$]", ""), builder.start());
            } catch (IOException notStarted) {
                throw new UncheckedIOException(notStarted);
            }
        }
    }

    /** The id of the process. */
    public long pid() {
        return process.pid();
    }

    /** Has this called when the program has ended, or now if it has already. */
    public void onEnd(Runnable listener) {
        var unused = process.onExit().thenRun(listener);
    }

    /** The processor time that the program has used. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The output up to now, unless it goes to a file. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Waits for the first line of output that contains a text.
     *
     * @throws IllegalStateException if the program ends without such a line, or prints none in time; the message holds
     *     its output
     */
    public synchronized String awaitLine(String text, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var found = lines.stream().filter(line -> line.contains(text)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (outputEnded) {
                throw new IllegalStateException(
                        "%s ended without \"%s\":\n%s".formatted(name, text, String.join("\n", lines)));
            }
            if (!awaitOutput(deadline)) {
                throw new IllegalStateException("%s did not print \"%s\" within %d ms:\n%s"
                        .formatted(name, text, atMost.toMillis(), String.join("\n", lines)));
            }
        }
    }

    /**
     * Waits for the program to end by itself.
     *
     * @return its exit code
     * @throws IllegalStateException if it still runs then
     */
    public int awaitEnd(Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        if (!hasEndedWithin(atMost)) {
            throw new IllegalStateException("%s still runs after %d ms".formatted(name, atMost.toMillis()));
        }
        synchronized (this) {
            while (!outputEnded && awaitOutput(deadline)) {
                // Its last lines may come after its end.
            }
        }
        return process.exitValue();
    }

    /** Asks the program to stop, waits for 30 seconds at most, and then kills it. */
    public void stop() {
        // Unlike the process itself, its handle leaves the output open for the last lines.
        process.toHandle().destroy();
        if (!hasEndedWithin(TIME_TO_STOP)) {
            kill();
        }
    }

    /** Ends the program as a crash would. */
    public void kill() {
        process.destroyForcibly();
        if (!hasEndedWithin(TIME_TO_DIE)) {
            throw new IllegalStateException("%s, process %d, cannot be killed".formatted(name, pid()));
        }
    }

    /** Kills the program. */
    @Override
    public void close() {
        kill();
    }

    private boolean hasEndedWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Waits for more output or its end, and tells whether the deadline is still ahead. */
    private synchronized boolean awaitOutput(long deadlineNanos) {
        var left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            return true;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for " + name, interrupted);
    }

    private void read(BufferedReader output) {
        try (output) {
            output.lines().forEach(this::add);
        } catch (IOException | UncheckedIOException killed) {
            // There is no more output.
        }
        synchronized (this) {
            outputEnded = true;
            notifyAll();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }
}
