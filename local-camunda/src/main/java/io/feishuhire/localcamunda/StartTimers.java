package io.feishuhire.localcamunda;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import io.feishuhire.localcamunda.EmbeddedEngine.StartTimer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The timers of start events. They are in no process instance. */
final class StartTimers {

    private final Map<Long, String> processIds = new ConcurrentHashMap<>();
    private final Map<Long, StartTimer> open = new ConcurrentHashMap<>();

    /** Notes a deployed process, whose timers name it by its key only. */
    void deployed(Process process) {
        processIds.put(process.getProcessDefinitionKey(), process.getBpmnProcessId());
    }

    /**
     * Tells such a timer by the element that it lacks: from the second time on, it names the instance it has started.
     */
    static boolean isOne(TimerRecordValue timer) {
        return timer.getElementInstanceKey() <= 0;
    }

    /** Notes what a record says of such a timer, and tells whether that is anything new. */
    boolean apply(Record<?> record, TimerRecordValue timer) {
        return switch (record.getIntent()) {
            case TimerIntent.CREATED -> open.put(record.getKey(), startTimer(timer)) == null;
            case TimerIntent.TRIGGERED, TimerIntent.CANCELED -> open.remove(record.getKey()) != null;
            default -> false;
        };
    }

    List<StartTimer> open() {
        return List.copyOf(open.values());
    }

    private StartTimer startTimer(TimerRecordValue timer) {
        return new StartTimer(
                processIds.getOrDefault(timer.getProcessDefinitionKey(), ""),
                timer.getTargetElementId(),
                Instant.ofEpochMilli(timer.getDueDate()));
    }
}
