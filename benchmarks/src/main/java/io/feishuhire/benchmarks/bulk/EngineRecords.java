package io.feishuhire.benchmarks.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.feishuhire.localcamunda.ZeebeDistribution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the engine says of a bulk, from its records.
 *
 * @param ended instances that reached an end
 * @param waits jobs handed back with their retries untouched
 * @param burntRetries how often a job was handed back with fewer retries than it had before
 * @param incidents incidents
 */
record EngineRecords(int ended, int waits, int burntRetries, int incidents) {

    private static final int RETRIES_AT_THE_START = 3;
    private static final JsonMapper JSON = new JsonMapper();

    static EngineRecords of(ZeebeDistribution zeebe, String process) {
        var count = new Count();
        zeebe.forEachRecord(line -> {
            if (line.contains(process) && Count.mayCount(line)) {
                count.add(json(line));
            }
        });
        return new EngineRecords(count.ended.size(), count.waits, count.burntRetries, count.incidents);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException cutOff) {
            return JSON.missingNode();
        }
    }

    /** A restarted broker exports again what it had exported last, so records are told apart by their position. */
    private static final class Count {
        private final Set<Long> positions = new HashSet<>();
        private final Set<Long> ended = new HashSet<>();
        private final Map<Long, Integer> retries = new HashMap<>();
        private int waits;
        private int burntRetries;
        private int incidents;

        static boolean mayCount(String line) {
            return line.contains("\"FAILED\"")
                    || line.contains("\"INCIDENT\"")
                    || line.contains("\"ELEMENT_COMPLETED\"");
        }

        void add(JsonNode record) {
            var value = record.path("value");
            var what = record.path("recordType").asText() + " "
                    + record.path("valueType").asText() + " "
                    + record.path("intent").asText();
            if (what.equals("EVENT PROCESS_INSTANCE ELEMENT_COMPLETED")
                    && value.path("bpmnElementType").asText().equals("PROCESS")) {
                ended.add(value.path("processInstanceKey").asLong());
            } else if (what.equals("EVENT JOB FAILED")
                    && positions.add(record.path("position").asLong())) {
                var left = value.path("retries").asInt();
                var before = retries.put(record.path("key").asLong(), left);
                if (left < (before == null ? RETRIES_AT_THE_START : before)) {
                    burntRetries++;
                } else {
                    waits++;
                }
            } else if (what.equals("EVENT INCIDENT CREATED")
                    && positions.add(record.path("position").asLong())) {
                incidents++;
            }
        }
    }
}
