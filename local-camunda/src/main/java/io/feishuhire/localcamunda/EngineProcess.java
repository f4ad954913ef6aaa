package io.feishuhire.localcamunda;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The engine of {@link EmbeddedEngine} in a JVM of its own, for bulks. It does not share heap and compiler with the
 * code that is measured, and keeps no history of its instances. It ends with this JVM at the latest.
 *
 * <pre>{@code
 * try (var engine = EngineProcess.start(emptyDirectory)) {
 *     engine.client().newDeployResourceCommand()…
 *     engine.forEachEvent(event -> …);
 * }
 * }</pre>
 */
public final class EngineProcess implements AutoCloseable {

    /** The engine's log is in memory and grows with each instance. */
    private static final String HEAP = "-Xmx2g";

    private static final Duration TIME_TO_START = Duration.ofMinutes(2);
    private static final ObjectReader JSON = new JsonMapper().readerFor(EngineEvent.class);

    private final JavaProcess process;
    private final Path events;
    private final CamundaClient client;

    private EngineProcess(JavaProcess process, Path events, URI grpcAddress) {
        this.process = process;
        this.events = events;
        this.client = EmbeddedEngine.clientOf(grpcAddress);
    }

    /**
     * Starts an engine. It accepts commands when this method returns.
     *
     * @param directory for its log, {@code engine.log}, and the events of its instances, {@code events.jsonl}
     * @throws IllegalStateException if it does not start within two minutes; the message names the log
     */
    public static EngineProcess start(Path directory) {
        return start(directory, TIME_TO_START);
    }

    static EngineProcess start(Path directory, Duration timeToStart) {
        var events = directory.resolve("events.jsonl");
        var log = directory.resolve("engine.log");
        var process = JavaProcess.of(EngineMain.class, events.toString())
                .jvmOptions(HEAP)
                .errorLog(log)
                .start();
        try {
            return new EngineProcess(process, events, URI.create(process.awaitLine("http://", timeToStart)));
        } catch (IllegalStateException notStarted) {
            process.close();
            throw new IllegalStateException("The engine has not started; see " + log, notStarted);
        }
    }

    /** A client that {@link #close()} closes. */
    public CamundaClient client() {
        return client;
    }

    /** The address of the gRPC API. */
    public URI grpcAddress() {
        return client.getConfiguration().getGrpcAddress();
    }

    /** The id of the process, for tools that look into a JVM. */
    public long pid() {
        return process.pid();
    }

    /** Passes on all events up to now, in order. */
    public void forEachEvent(Consumer<EngineEvent> use) {
        try {
            var text = Files.readString(events);
            // The engine may still be writing the last line.
            for (var line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                use.accept(JSON.readValue(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        client.close();
        // It has nothing to save.
        process.close();
    }
}
