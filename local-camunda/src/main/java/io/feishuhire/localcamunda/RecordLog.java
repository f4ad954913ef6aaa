package io.feishuhire.localcamunda;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.record.CopiedRecord;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRelated;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The engine's log, sorted by process instance as it grows.
 *
 * <p>The engine's own threads do the sorting, each right after it appended: so there is no thread of ours, a record is
 * read once however many wait for it, and whoever got an answer from the engine finds everything that led to it here.
 */
final class RecordLog {

    private final LogReader log;
    private final LogStreamWriter writer;
    private final Map<Long, ProcessHistoryBuilder> instances = new ConcurrentHashMap<>();
    private final Map<Long, String> formIds = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Record<?>>> commands = new ConcurrentHashMap<>();
    private final AtomicLong lastCommand = new AtomicLong();

    /** Must be called before the engine starts, as the log's storage is not made for a listener that comes later. */
    RecordLog(LogStream logStream) {
        log = new LogReader(logStream);
        writer = logStream.newLogStreamWriter();
        logStream.registerRecordAvailableListener(this::readOn);
    }

    ProcessHistoryBuilder instance(long processInstanceKey) {
        return instances.computeIfAbsent(processInstanceKey, key -> new ProcessHistoryBuilder(key, formIds::get));
    }

    /**
     * Writes a command and returns the first record that it led to, which is an event or a rejection.
     *
     * <p>A command without a request gets no answer; its operation reference is what its consequences have in common.
     */
    CompletableFuture<Record<?>> write(long key, RecordMetadata metadata, UnifiedRecordValue value) {
        long reference = lastCommand.incrementAndGet();
        var outcome = new CompletableFuture<Record<?>>();
        commands.put(reference, outcome);
        metadata.recordType(RecordType.COMMAND).operationReference(reference);
        var written = writer.tryWrite(WriteContext.internal(), LogAppendEntry.of(key, metadata, value));
        if (written.isLeft()) {
            commands.remove(reference);
            throw new IllegalStateException("The engine's log takes no command: " + written.getLeft());
        }
        return outcome;
    }

    void close() {
        log.close();
    }

    private void readOn() {
        List<CopiedRecord<?>> outcomes = new ArrayList<>();
        log.readOn(record -> {
            sort(record);
            if (record.getRecordType() != RecordType.COMMAND && record.getOperationReference() > 0) {
                outcomes.add(record);
            }
        });
        for (var record : outcomes) {
            var outcome = commands.remove(record.getOperationReference());
            if (outcome != null) {
                outcome.complete(record);
            }
        }
    }

    private void sort(CopiedRecord<?> record) {
        if (record.getValue() instanceof Form form) {
            formIds.put(form.getFormKey(), form.getFormId());
        } else if (record.getValue() instanceof ProcessInstanceRelated related && related.getProcessInstanceKey() > 0) {
            instance(related.getProcessInstanceKey()).add(record);
            if (record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED
                    && record.getValue() instanceof ProcessInstanceRecordValue element
                    && element.getBpmnElementType() == BpmnElementType.PROCESS
                    && element.getParentProcessInstanceKey() > 0) {
                instance(element.getParentProcessInstanceKey()).addCalled(record.getKey());
            }
        }
    }
}
