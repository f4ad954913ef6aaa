package io.feishuhire.playground;

import io.feishuhire.examples.OwnDiagram;
import io.feishuhire.examples.ScriptedAgent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which types of jobs a worker of the playground works: those of the connectors, and those of the scripted AI agent.
 */
final class WorkedTypes {

    private final Map<String, Boolean> ofConnectors = new ConcurrentHashMap<>();
    private volatile boolean connectorsEnded;

    boolean contains(String type) {
        return type.equals(ScriptedAgent.JOB_TYPE)
                || (!connectorsEnded && ofConnectors.computeIfAbsent(type, OwnDiagram::isWorked));
    }

    /** From now on no worker works the jobs of connectors. */
    void connectorsHaveEnded() {
        connectorsEnded = true;
    }
}
