package io.feishuhire.localcamunda;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Runs inside a broker and writes the events of jobs, user tasks and incidents, and which elements were completed, to a
 * file: one JSON object a line. Camunda's own {@code DebugLogExporter} writes every record, which takes a small machine
 * longer than the work itself.
 */
public final class RecordFileExporter implements Exporter {

    /** The name of the argument with the path of the file. */
    static final String FILE = "file";

    private static final Set<ValueType> WRITTEN =
            EnumSet.of(ValueType.JOB, ValueType.USER_TASK, ValueType.INCIDENT, ValueType.PROCESS_INSTANCE);

    private Path file;
    private BufferedWriter lines;
    private Controller controller;

    /** Writes a jar with nothing but this exporter, which a broker loads with a class loader of its own. */
    static Path pack(Path jar) {
        var classes = Stream.concat(
                Stream.of(RecordFileExporter.class), Stream.of(RecordFileExporter.class.getDeclaredClasses()));
        try (var entries = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var type : classes.toList()) {
                var name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                try (var bytes = type.getResourceAsStream('/' + name)) {
                    bytes.transferTo(entries);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void configure(Context context) {
        file = Path.of((String) context.getConfiguration().getArguments().get(FILE));
        context.setFilter(new EventsThatTellOfWork());
    }

    @Override
    public void open(Controller broker) {
        controller = broker;
        try {
            lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void export(Record<?> record) {
        if (record.getValueType() != ValueType.PROCESS_INSTANCE
                || record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
            write(record.toJson());
        }
        controller.updateLastExportedRecordPosition(record.getPosition());
    }

    private void write(String line) {
        try {
            lines.write(line);
            lines.newLine();
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class EventsThatTellOfWork implements Context.RecordFilter {
        @Override
        public boolean acceptType(RecordType type) {
            return type == RecordType.EVENT;
        }

        @Override
        public boolean acceptValue(ValueType type) {
            return WRITTEN.contains(type);
        }
    }
}
