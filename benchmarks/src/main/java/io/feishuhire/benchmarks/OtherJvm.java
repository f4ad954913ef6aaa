package io.feishuhire.benchmarks;

import io.feishuhire.localcamunda.EndsWithParent;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program in a JVM of its own, of the same release as this one. {@link #close()} ends it; so does the end of this
 * JVM.
 */
final class OtherJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static OtherJvm start(Class<?> main, String... arguments) throws IOException {
        return start(System.getProperty("java.class.path"), Map.of(), List.of(), main, arguments);
    }

    static OtherJvm start(
            String classPath, Map<String, String> environment, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        var command = EndsWithParent.command(classPath, options, main, arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new OtherJvm(builder.start());
    }

    /** The server for the benchmarks; its base URL is {@link #url()}. */
    static OtherJvm leanFeishu() throws IOException {
        return start(LeanFeishu.class);
    }

    URI url() throws IOException {
        return URI.create(awaitLine("http://"));
    }

    /** Reads on to the first line that holds a text. */
    String awaitLine(String text) throws IOException {
        var before = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            before.append(line).append('\n');
        }
        throw new IOException("The program ended without \"" + text + "\":\n" + before);
    }

    List<String> remainingLines() {
        return output.lines().toList();
    }

    /** Reads on for ever, in the background, so that the program is not held up by its output. */
    void ignoreOutput() {
        Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
    }

    /** The time that it has had the processors for. */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
