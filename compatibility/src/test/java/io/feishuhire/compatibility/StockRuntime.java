package io.feishuhire.compatibility;

import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import io.feishuhire.localcamunda.ConnectorRuntimeMain;
import io.feishuhire.localcamunda.JavaProcess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** A connector runtime of one version in a JVM of its own, with the packaged connector beside it and nothing else. */
final class StockRuntime implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STARTED = "Started " + ConnectorRuntimeMain.class.getSimpleName();

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final RuntimeVersion version;
    private final JavaProcess process;

    private StockRuntime(RuntimeVersion version, JavaProcess process) {
        this.version = version;
        this.process = process;
    }

    /**
     * Starts a runtime with the settings of its version and the secrets of the sandbox's app.
     *
     * @throws IllegalStateException if it ends or does not start in time; the message holds its output
     */
    static StockRuntime start(RuntimeVersion version, URI engine) {
        var environment = new HashMap<String, String>();
        environment.put(
                "SPRING_CONFIG_ADDITIONAL_LOCATION", version.settings().toUri().toString());
        environment.put("ENGINE_GRPC_ADDRESS", engine.toString());
        FeishuSandbox.DEFAULT_SECRETS.forEach((name, value) -> environment.put("SECRET_" + name, value));
        var runtime = new StockRuntime(
                version,
                JavaProcess.of(ConnectorRuntimeMain.class)
                        .classPath(connector() + File.pathSeparator + version.classPath())
                        .environment(environment)
                        .start());
        try {
            runtime.awaitLine(STARTED);
            return runtime;
        } catch (IllegalStateException notStarted) {
            runtime.close();
            throw notStarted;
        }
    }

    /** The connector's jar, as this build has packaged it. */
    static Path connector() {
        try {
            return Path.of(PublishAdvertisementFunction.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /**
     * Waits for the first line of its log that contains a text.
     *
     * @throws IllegalStateException if there is none in time
     */
    String awaitLine(String text) {
        return process.awaitLine(text, PATIENCE);
    }

    /**
     * What its Prometheus endpoint says now.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    String meters() {
        var port = PORT.matcher(awaitLine("Tomcat started on port"));
        if (!port.find()) {
            throw new IllegalStateException("The log does not tell the port of the runtime.");
        }
        try (var answer = URI.create("http://127.0.0.1:" + port.group(1) + "/actuator/prometheus")
                .toURL()
                .openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What it has logged up to now. */
    List<String> log() {
        return process.lines();
    }

    /** Stops it, and leaves its log in {@code target}. */
    @Override
    public void close() {
        process.stop();
        try {
            Files.write(Path.of("target", "runtime-" + version + ".log"), log());
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }
}
