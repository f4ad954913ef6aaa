package io.feishuhire.localcamunda;

import java.util.Map;

/** An engine and a connector runtime that works its jobs, both in this JVM. */
public record LocalCamunda(EmbeddedEngine engine, ConnectorRuntime runtime) implements AutoCloseable {

    /**
     * Starts both. The job workers are open when this method returns.
     *
     * @param secrets all that the runtime sees, by name
     * @throws RuntimeException if the runtime cannot be started
     */
    public static LocalCamunda start(Map<String, String> secrets) {
        var engine = EmbeddedEngine.start();
        try {
            var settings = ConnectorRuntime.Settings.connectingTo(engine.grpcAddress());
            return new LocalCamunda(engine, ConnectorRuntime.start(settings.withSecrets(secrets)));
        } catch (RuntimeException notStarted) {
            engine.close();
            throw notStarted;
        }
    }

    /** Closes the runtime, and then the engine. */
    @Override
    public void close() {
        try (engine) {
            runtime.close();
        }
    }
}
