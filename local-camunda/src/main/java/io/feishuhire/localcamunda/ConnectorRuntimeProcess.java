package io.feishuhire.localcamunda;

import io.camunda.client.impl.CamundaObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Camunda's connector runtime in a JVM of its own, which can be stopped as an operator does it, or killed, and ends
 * with this JVM at the latest. It has the same settings as a {@link ConnectorRuntime}.
 */
public final class ConnectorRuntimeProcess implements AutoCloseable {

    private static final long SECONDS_TO_STOP = 30;

    private final ProcessBuilder builder;
    private Process process;

    private ConnectorRuntimeProcess(ProcessBuilder builder) {
        this.builder = builder;
    }

    /**
     * Returns a runtime that is not started yet.
     *
     * @param classPath with this class and the connectors
     * @param environment variables for the connectors; other than properties, they are seen by {@link System#getenv()}
     * @param log where its output goes, behind what is there already
     */
    public static ConnectorRuntimeProcess of(
            ConnectorRuntime.Settings settings, String classPath, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(EndsWithParent.command(classPath, List.of(), ConnectorRuntimeMain.class))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        // Not as arguments, which everybody on the machine can read.
        builder.environment()
                .put("SPRING_APPLICATION_JSON", new CamundaObjectMapper().toJson(settings.toSpringProperties()));
        return new ConnectorRuntimeProcess(builder);
    }

    /** Starts it, for the first time or again; it may take some seconds until it works jobs. */
    public ConnectorRuntimeProcess start() {
        try {
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a crash would: the engine hands out its jobs again after their time-out. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Tells it to stop, as an operator does, and waits until it has. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit()
                    .orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS)
                    .exceptionally(late -> process.destroyForcibly())
                    .join();
            process.onExit().join();
        }
    }
}
