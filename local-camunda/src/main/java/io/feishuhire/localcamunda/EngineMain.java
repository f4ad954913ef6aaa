package io.feishuhire.localcamunda;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.zeebe.protocol.record.Record;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The engine of {@link EmbeddedEngine} as a program, for {@link EngineProcess}. It prints the address of its gRPC API
 * and runs until the JVM is stopped. It keeps no history of its instances, but writes one {@link EngineEvent} a line to
 * the file that its argument names.
 */
final class EngineMain {

    private static final ObjectWriter JSON = new JsonMapper().writerFor(EngineEvent.class);

    private final BufferedWriter events;

    private EngineMain(BufferedWriter events) {
        this.events = events;
    }

    public static void main(String[] arguments) throws IOException {
        var out = System.out;
        // The address is the only line of standard output; the log goes to standard error.
        System.setOut(System.err);
        QuietLogging.apply();
        var internals = EngineInternals.create();
        var log = new LogReader(internals.logStream());
        var program = new EngineMain(Files.newBufferedWriter(Path.of(arguments[0])));
        internals.logStream().registerRecordAvailableListener(() -> log.readOn(program::note));
        internals.engine().start();
        out.println(internals.grpcAddress());
    }

    private void note(Record<?> record) {
        EngineEvent.of(record).ifPresent(event -> {
            try {
                events.write(JSON.writeValueAsString(event));
                events.newLine();
                events.flush();
            } catch (IOException notWritten) {
                throw new UncheckedIOException(notWritten);
            }
        });
    }
}
