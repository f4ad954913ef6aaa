package io.feishuhire.localcamunda;

import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.CopiedRecord;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads each record of the engine's log, from the beginning, and keeps none of them. */
final class LogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final int PARTITION = 1;

    private final LogStreamReader reader;
    private final LogStreamReader readerOfSingleRecords;
    private boolean closed;

    LogReader(LogStream logStream) {
        reader = logStream.newLogStreamReader();
        reader.seekToFirstEvent();
        readerOfSingleRecords = logStream.newLogStreamReader();
    }

    /** Passes on the records that were appended since the last call, in order. */
    synchronized void readOn(Consumer<CopiedRecord<?>> use) {
        while (!closed && reader.hasNext()) {
            var event = reader.next();
            try {
                use.accept(copy(event));
            } catch (RuntimeException unreadable) {
                // If this method threw it, the engine would stop.
                LOG.error("Cannot read the record at position {}", event.getPosition(), unreadable);
            }
        }
    }

    /** Reads a record again. */
    synchronized CopiedRecord<?> recordAt(long position) {
        if (!readerOfSingleRecords.seek(position)) {
            throw new IllegalStateException("The engine's log has no record at position " + position);
        }
        return copy(readerOfSingleRecords.next());
    }

    @Override
    public synchronized void close() {
        closed = true;
        reader.close();
        readerOfSingleRecords.close();
    }

    private static CopiedRecord<UnifiedRecordValue> copy(LoggedEvent event) {
        var metadata = new RecordMetadata();
        event.readMetadata(metadata);
        var value = UnifiedRecordValue.fromValueType(metadata.getValueType());
        event.readValue(value);
        return new CopiedRecord<>(
                value,
                metadata,
                event.getKey(),
                PARTITION,
                event.getPosition(),
                event.getSourceEventPosition(),
                event.getTimestamp());
    }
}
