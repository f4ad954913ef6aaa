package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** The variables of a process instance, as JSON. */
record InstanceVariables(QuickstartEngine engine, long instance, Duration patience) {

    /**
     * A variable of the process itself.
     *
     * @throws IllegalStateException if there is none of that name in time
     */
    JsonNode ofProcess(String name) {
        return engine.awaitVariable(instance, name, patience);
    }

    /** A variable that a sub-process has for itself; null where it has none of that name. */
    JsonNode ofSubProcess(String subProcess, String name) {
        return engine.localVariable(instance, subProcess, name);
    }
}
