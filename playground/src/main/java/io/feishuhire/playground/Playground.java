package io.feishuhire.playground;

import io.feishuhire.examples.QuickstartArguments;
import io.feishuhire.examples.ScriptedAgent;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What the page shows and drives: an engine and a sandbox in this JVM, and Camunda's connector runtime in another. The
 * sandbox goes by the engine's clock.
 */
final class Playground implements AutoCloseable {

    private final Changes changes = new Changes();
    private final WorkedTypes worked = new WorkedTypes();
    private final RequestJournal journal = new RequestJournal();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final EmbeddedEngine engine;
    private final FeishuSandbox sandbox;
    private final EngineTime time;
    private final PublishRate rate;
    private final PlayedProcesses processes;
    private final ConnectorProgram connectors;
    private final EngineHealth health;

    private Playground(Optional<QuickstartArguments.Own> ownDiagram, Path log) {
        try {
            engine = opened(EmbeddedEngine.start());
            sandbox = opened(FeishuSandbox.start(SandboxSettings.defaults().withClock(engine::now)));
            health = new EngineHealth(engine, changes);
            time = new EngineTime(engine, worked, changes);
            rate = new PublishRate(
                    engine::ahead,
                    InstantSource.system(),
                    () -> PublishRate.waitingJobs(engine),
                    () -> sandbox.tenant().publishesPerSecond());
            sandbox.onRequest(journal::add);
            sandbox.onRequest(rate::count);
            sandbox.onRequest(request -> changes.signal());
            sandbox.onControl(changes::signal);
            engine.onChange(changes::signal);
            processes = ownDiagram
                    .map(own -> PlayedProcesses.ofOwnDiagram(own, engine, sandbox))
                    .orElseGet(() -> PlayedProcesses.ofExamples(engine, sandbox));
            connectors = opened(ConnectorProgram.start(engine, log, this::connectorsHaveEnded));
            opened(ScriptedAgent.open(engine.client()));
            opened(new Background(time, rate, health, changes));
        } catch (RuntimeException notStarted) {
            close();
            throw notStarted;
        }
    }

    /**
     * Starts it. The connectors begin some seconds later; until then their jobs wait.
     *
     * @param ownDiagram a diagram of the user's own, in the place of the examples
     * @param log the file that the connector runtime logs to
     * @throws IllegalArgumentException with a sentence for the user, if the diagram cannot be played
     */
    static Playground start(Optional<QuickstartArguments.Own> ownDiagram, Path log) {
        return new Playground(ownDiagram, log);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private void connectorsHaveEnded() {
        worked.connectorsHaveEnded();
        changes.signal();
    }

    Changes changes() {
        return changes;
    }

    EmbeddedEngine engine() {
        return engine;
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    PlayedProcesses processes() {
        return processes;
    }

    EngineTime time() {
        return time;
    }

    RequestJournal journal() {
        return journal;
    }

    PublishRate rate() {
        return rate;
    }

    WorkedTypes worked() {
        return worked;
    }

    ConnectorProgram connectors() {
        return connectors;
    }

    EngineHealth health() {
        return health;
    }

    /** Stops all of it, what was started last first. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception notClosed) {
                // The others have to be stopped all the same, and this JVM ends now.
            }
        }
    }
}
