package io.feishuhire.playground;

import io.camunda.client.api.command.ClientException;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.time.Duration;

/** Whether the engine answers. */
final class EngineHealth {

    /** A busy machine makes the engine slow, which is no reason to call it stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EmbeddedEngine engine;
    private final Changes changes;
    private volatile boolean answers = true;

    EngineHealth(EmbeddedEngine engine, Changes changes) {
        this.engine = engine;
        this.changes = changes;
    }

    /** What the last look said. */
    boolean answers() {
        return answers;
    }

    /** Asks the engine for something that it can always answer. */
    boolean check() {
        var answered = ask();
        if (answered != answers) {
            answers = answered;
            changes.signal();
        }
        return answered;
    }

    private boolean ask() {
        try {
            engine.client().newTopologyRequest().requestTimeout(PATIENCE).send().join();
            return true;
        } catch (ClientException noAnswer) {
            return false;
        }
    }
}
