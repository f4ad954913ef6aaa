package io.feishuhire.playground;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Camunda's connector runtime with the connectors of Feishu Hire, in a JVM of its own. */
final class ConnectorProgram implements AutoCloseable {

    /**
     * The clock moves only while no connector works a job. Should one begin at that very moment, the engine must not
     * hand its job out again, however far the clock moves.
     */
    private static final Duration JOB_TIMEOUT = Duration.ofDays(3650);

    /** What is known of the program. */
    enum State {
        STARTING,
        RUNNING,
        ENDED
    }

    private final EmbeddedEngine engine;
    private final ConnectorRuntimeProcess process;
    private volatile boolean ended;

    private ConnectorProgram(EmbeddedEngine engine, ConnectorRuntimeProcess process) {
        this.engine = engine;
        this.process = process;
    }

    /**
     * Starts it. Until it runs, jobs wait in the engine.
     *
     * @param log the file that its output is appended to
     * @param listener called when it has ended
     */
    static ConnectorProgram start(EmbeddedEngine engine, Path log, Runnable listener) {
        var settings = ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                .withSecrets(FeishuSandbox.DEFAULT_SECRETS)
                .withJobTimeout(JOB_TIMEOUT);
        var process = ConnectorRuntimeProcess.start(settings, System.getProperty("java.class.path"), Map.of(), log);
        var program = new ConnectorProgram(engine, process);
        process.onEnd(() -> {
            program.ended = true;
            listener.run();
        });
        return program;
    }

    State state() {
        if (ended) {
            return State.ENDED;
        }
        return engine.hasBeenPolledFor(PublishRate.JOB_TYPE) ? State.RUNNING : State.STARTING;
    }

    /** Ends it at once: its engine forgets everything, so there is nothing to hand back. */
    @Override
    public void close() {
        process.kill();
    }
}
