package io.feishuhire.connector.feishu;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real forward proxy in a process of its own. */
final class ProxyProcess implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private ProxyProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> read(process.inputReader()));
    }

    static ProxyProcess start(String... userAndPassword) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ProxyMain.class.getName()));
        command.addAll(List.of(userAndPassword));
        try {
            var proxy = new ProxyProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> proxy.lines.stream().anyMatch(line -> line.matches("\\d+")));
            return proxy;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    String port() {
        return lines.stream().filter(line -> line.matches("\\d+")).findFirst().orElseThrow();
    }

    /** The request lines of what has passed so far, without the HTTP version. */
    List<String> passed() {
        return lines.stream().filter(line -> line.contains(" ")).toList();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void read(BufferedReader output) {
        try (output) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException stopped) {
            lines.add("stopped");
        }
    }
}
