package io.feishuhire.localcamunda;

import io.camunda.client.impl.CamundaObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Camunda's connector runtime in a JVM of its own. A program can stop it as an operator would, or kill it. It ends with
 * this JVM at the latest, and has the same settings as a {@link ConnectorRuntime}.
 */
public final class ConnectorRuntimeProcess implements AutoCloseable {

    private final JavaProcess.Builder program;
    private JavaProcess process;

    private ConnectorRuntimeProcess(JavaProcess.Builder program) {
        this.program = program;
        this.process = program.start();
    }

    /**
     * Starts a runtime. It may take some seconds until it works jobs.
     *
     * @param classPath with this class and the connectors
     * @param environment variables for the connectors, which read them by {@link System#getenv()}
     * @param log the file that its output is appended to
     */
    public static ConnectorRuntimeProcess start(
            ConnectorRuntime.Settings settings, String classPath, Map<String, String> environment, Path log) {
        var all = new HashMap<>(environment);
        // Not as arguments, which every user of the machine can read.
        all.put("SPRING_APPLICATION_JSON", new CamundaObjectMapper().toJson(settings.toSpringProperties()));
        return new ConnectorRuntimeProcess(JavaProcess.of(ConnectorRuntimeMain.class)
                .classPath(classPath)
                .environment(all)
                .log(log));
    }

    /** Has this called when the program, as it runs now, has ended for whatever reason. */
    public void onEnd(Runnable listener) {
        process.onEnd(listener);
    }

    /** Starts it again after its end. */
    public void startAgain() {
        process = program.start();
    }

    /** Ends it as a crash would: the engine hands out its jobs again after their time-out. */
    public void kill() {
        process.kill();
    }

    /** Stops it as an operator would, and waits until it has ended. */
    @Override
    public void close() {
        process.stop();
    }
}
