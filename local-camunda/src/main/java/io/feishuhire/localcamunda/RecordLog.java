package io.feishuhire.localcamunda;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.CopiedRecord;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.JobBatchRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRelated;
import io.camunda.zeebe.protocol.record.value.SignalSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import io.feishuhire.localcamunda.EmbeddedEngine.StartTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The engine's log, sorted by process instance as it grows.
 *
 * <p>The engine's own threads sort the records, each right after it appended some. So each record is read once, however
 * many callers wait for it, and a caller that has an answer from the engine finds here everything that led to it.
 */
final class RecordLog {

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(10);

    private final LogReader log;
    private final LogStreamWriter writer;
    private final Map<Long, ProcessHistoryBuilder> instances = new ConcurrentHashMap<>();
    private final Map<Long, String> formIds = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Record<?>>> commands = new ConcurrentHashMap<>();
    private final AtomicLong lastCommand = new AtomicLong();
    private final Map<Long, Long> instanceOfElement = new ConcurrentHashMap<>();
    private final Set<String> polledTypes = ConcurrentHashMap.newKeySet();
    private final StartTimers startTimers = new StartTimers();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** To be called before the engine starts: the log's storage does not support listeners that come later. */
    RecordLog(LogStream logStream) {
        log = new LogReader(logStream);
        writer = logStream.newLogStreamWriter();
        logStream.registerRecordAvailableListener(this::readOn);
    }

    ProcessHistoryBuilder instance(long processInstanceKey) {
        return instances.computeIfAbsent(processInstanceKey, key -> new ProcessHistoryBuilder(key, formIds::get));
    }

    /** What a process instance did up to now, if the engine has recorded anything of it. */
    Optional<ProcessHistory> find(long processInstanceKey) {
        return Optional.ofNullable(instances.get(processInstanceKey))
                .map(ProcessHistoryBuilder::history)
                .filter(history -> !history.processId().isEmpty());
    }

    /** What each process instance did up to now, the oldest first. */
    List<ProcessHistory> histories() {
        return instances.values().stream()
                .map(ProcessHistoryBuilder::history)
                .filter(history -> !history.processId().isEmpty())
                .sorted(Comparator.comparingLong(ProcessHistory::processInstanceKey))
                .toList();
    }

    boolean hasBeenPolledFor(String jobType) {
        return polledTypes.contains(jobType);
    }

    List<StartTimer> startTimers() {
        return startTimers.open();
    }

    /** Has this called on a thread of the engine when histories have changed. It must be fast. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The records of a process instance as Zeebe's JSON. */
    List<String> records(long processInstanceKey) {
        return instance(processInstanceKey).positions().stream()
                .map(position -> log.recordAt(position).toJson())
                .toList();
    }

    /**
     * Completes a user task by a command in the log, because the engine's gateway has none for it.
     *
     * @throws IllegalStateException if the engine rejects the command, or does not work on it in time
     */
    void completeUserTask(long key, Map<String, Object> variables) {
        var command = new UserTaskRecord()
                .setUserTaskKey(key)
                .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(variables)));
        var outcome = await(write(key, ValueType.USER_TASK, UserTaskIntent.COMPLETE, command));
        if (outcome.getRecordType() == RecordType.COMMAND_REJECTION) {
            throw new IllegalStateException("User task %d was not completed: %s, %s"
                    .formatted(key, outcome.getRejectionType(), outcome.getRejectionReason()));
        }
    }

    /**
     * Writes a command. Its outcome is the first event or rejection that it leads to.
     *
     * <p>A command without a request gets no answer, but all its consequences have the same operation reference.
     */
    private CompletableFuture<Record<?>> write(long key, ValueType type, Intent intent, UnifiedRecordValue value) {
        var reference = lastCommand.incrementAndGet();
        var outcome = new CompletableFuture<Record<?>>();
        commands.put(reference, outcome);
        var metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(type)
                .intent(intent)
                .operationReference(reference);
        var written = writer.tryWrite(WriteContext.internal(), LogAppendEntry.of(key, metadata, value));
        if (written.isLeft()) {
            commands.remove(reference);
            throw new IllegalStateException("The engine's log takes no command: " + written.getLeft());
        }
        return outcome;
    }

    private static Record<?> await(CompletableFuture<Record<?>> outcome) {
        try {
            return outcome.get(COMMAND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException noOutcome) {
            throw new IllegalStateException(
                    "The engine did not work on a command within " + COMMAND_TIMEOUT, noOutcome);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the engine", interrupted);
        }
    }

    void close() {
        log.close();
    }

    private void readOn() {
        var outcomes = new ArrayList<CopiedRecord<?>>();
        var changed = new AtomicBoolean();
        log.readOn(record -> {
            if (sort(record)) {
                changed.set(true);
            }
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
        if (changed.get()) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Notes what a record says, and tells whether that is anything new: workers poll all the time. */
    private boolean sort(CopiedRecord<?> record) {
        return switch (record.getValue()) {
            case Form form -> formIds.put(form.getFormKey(), form.getFormId()) == null;
            case JobBatchRecordValue batch -> polledTypes.add(batch.getType());
            case SignalSubscriptionRecordValue signal -> sort(record, signal);
            case Process process -> {
                startTimers.deployed(process);
                yield false;
            }
            case TimerRecordValue timer ->
                StartTimers.isOne(timer) ? startTimers.apply(record, timer) : sort(record, timer);
            case ProcessInstanceRelated related -> sort(record, related);
            default -> false;
        };
    }

    /** A subscription names the element that waits, and not its process instance. A start event has neither. */
    private boolean sort(CopiedRecord<?> record, SignalSubscriptionRecordValue signal) {
        var processInstanceKey = instanceOfElement.get(signal.getCatchEventInstanceKey());
        if (processInstanceKey != null) {
            instance(processInstanceKey).add(record);
        }
        return processInstanceKey != null;
    }

    private boolean sort(CopiedRecord<?> record, ProcessInstanceRelated related) {
        if (related.getProcessInstanceKey() <= 0) {
            return false;
        }
        if (record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATING) {
            instanceOfElement.put(record.getKey(), related.getProcessInstanceKey());
        }
        instance(related.getProcessInstanceKey()).add(record);
        if (record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED
                && record.getValue() instanceof ProcessInstanceRecordValue element
                && element.getBpmnElementType() == BpmnElementType.PROCESS
                && element.getParentProcessInstanceKey() > 0) {
            instance(element.getParentProcessInstanceKey()).addCalled(record.getKey());
        }
        return true;
    }
}
