package io.feishuhire.examples;

import io.feishuhire.connector.PublishAdvertisementFunction;
import io.feishuhire.localcamunda.ConnectorRuntimeMain;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stock connector runtime in a JVM of its own, with a connector jar on its class path. */
final class RuntimeProcess implements AutoCloseable {

    private static final long SECONDS_TO_STOP = 30;

    private final Process process;

    private RuntimeProcess(Process process) {
        this.process = process;
    }

    /** Starts a runtime; it may take some seconds until it works jobs. */
    static RuntimeProcess start(URI grpcAddress, Path connectorJar, Path log) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        List.of(java, "-cp", classPathWith(connectorJar), ConnectorRuntimeMain.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CAMUNDA_CLIENT_GRPC_ADDRESS",
                        grpcAddress.toString(),
                        // A job that a stopped runtime had is handed out again after this time.
                        "CAMUNDA_CLIENT_WORKER_DEFAULTS_TIMEOUT",
                        "PT5S",
                        "SECRET_FEISHU_APP_ID",
                        FeishuSandbox.DEFAULT_APP_ID,
                        "SECRET_FEISHU_APP_SECRET",
                        FeishuSandbox.DEFAULT_APP_SECRET));
        return new RuntimeProcess(builder.start());
    }

    /** Returns the connector's jar that this build has packaged. */
    static Path packagedConnector() {
        try {
            return Path.of(PublishAdvertisementFunction.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classPathWith(Path connectorJar) {
        var packaged = packagedConnector();
        var others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(packaged));
        return Stream.concat(Stream.of(connectorJar.toString()), others)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Tells it to stop, as an operator does. */
    @Override
    public void close() {
        stop(process);
    }

    /** Ends a process in order, or by force if it takes too long. */
    static void stop(Process process) {
        // The process itself would close its output unread.
        process.toHandle().destroy();
        process.onExit()
                .orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        process.onExit().join();
    }
}
