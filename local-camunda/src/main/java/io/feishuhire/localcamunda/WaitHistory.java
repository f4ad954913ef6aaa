package io.feishuhire.localcamunda;

import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.SignalSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.SignalSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.feishuhire.localcamunda.ProcessHistory.Wait;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the elements of one process instance wait for. Guarded by the lock of its {@link ProcessHistoryBuilder}. */
final class WaitHistory {

    private final Map<Long, Wait> open = new LinkedHashMap<>();

    void apply(long key, Intent intent, TimerRecordValue timer) {
        switch (intent) {
            case TimerIntent.CREATED ->
                open.put(
                        key,
                        new Wait.ForTimer(key, timer.getTargetElementId(), Instant.ofEpochMilli(timer.getDueDate())));
            case TimerIntent.TRIGGERED, TimerIntent.CANCELED -> open.remove(key);
            default -> {}
        }
    }

    void apply(long key, Intent intent, ProcessMessageSubscriptionRecordValue message) {
        switch (intent) {
            case ProcessMessageSubscriptionIntent.CREATED ->
                open.put(
                        key,
                        new Wait.ForMessage(
                                key, message.getElementId(), message.getMessageName(), message.getCorrelationKey()));
            case ProcessMessageSubscriptionIntent.CORRELATED -> {
                // A boundary event that does not interrupt waits for the next message.
                if (message.isInterrupting()) {
                    open.remove(key);
                }
            }
            case ProcessMessageSubscriptionIntent.DELETED -> open.remove(key);
            default -> {}
        }
    }

    void apply(long key, Intent intent, SignalSubscriptionRecordValue signal) {
        switch (intent) {
            case SignalSubscriptionIntent.CREATED ->
                open.put(key, new Wait.ForSignal(key, signal.getCatchEventId(), signal.getSignalName()));
            case SignalSubscriptionIntent.DELETED -> open.remove(key);
            default -> {}
        }
    }

    List<Wait> open() {
        return List.copyOf(open.values());
    }
}
