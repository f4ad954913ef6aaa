package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.EngineEvent;
import io.feishuhire.localcamunda.EngineProcess;
import java.util.HashMap;
import java.util.Map;

/**
 * What the engine recorded of a bulk.
 *
 * @param ended the number of instances that reached an end
 * @param waits how often a job was handed back with its retries untouched
 * @param burntRetries how often a job was handed back with fewer retries than before
 * @param incidents the number of incidents
 */
record EngineRecords(int ended, int waits, int burntRetries, int incidents) {

    private static final int RETRIES_AT_THE_START = 3;

    static EngineRecords of(EngineProcess engine, BulkProcess process) {
        var count = new Count();
        engine.forEachEvent(event -> {
            if (event.processId().equals(process.name())) {
                count.add(event);
            }
        });
        return new EngineRecords(count.ended, count.waits, count.burntRetries, count.incidents);
    }

    private static final class Count {
        private final Map<Long, Integer> retries = new HashMap<>();
        private int ended;
        private int waits;
        private int burntRetries;
        private int incidents;

        void add(EngineEvent event) {
            switch (event.kind()) {
                case INSTANCE_COMPLETED -> ended++;
                case INCIDENT_CREATED -> incidents++;
                case JOB_FAILED -> {
                    var before = retries.put(event.key(), event.retries());
                    if (event.retries() < (before == null ? RETRIES_AT_THE_START : before)) {
                        burntRetries++;
                    } else {
                        waits++;
                    }
                }
            }
        }
    }
}
