package io.feishuhire.examples;

import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The connector's jar, as this build has packaged it and as an operator puts it into a runtime. */
final class PackagedConnector {

    /** After which a job that a stopped runtime had is handed out again. */
    private static final Duration JOB_TIMEOUT = Duration.ofSeconds(5);

    private PackagedConnector() {}

    static Path jar() {
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

    /** Starts a stock connector runtime in a JVM of its own, with a connector jar on its class path. */
    static ConnectorRuntimeProcess runtimeWith(Path connectorJar, URI grpcAddress, Path log) {
        return runtimeWith(connectorJar, grpcAddress, JOB_TIMEOUT, log);
    }

    /** The same with another job time-out, for executions that take longer. */
    static ConnectorRuntimeProcess runtimeWith(Path connectorJar, URI grpcAddress, Duration jobTimeout, Path log) {
        var settings = ConnectorRuntime.Settings.connectingTo(grpcAddress)
                .withJobTimeout(jobTimeout)
                .withSecrets(FeishuSandbox.DEFAULT_SECRETS);
        return ConnectorRuntimeProcess.start(settings, classPathWith(connectorJar), Map.of(), log);
    }

    private static String classPathWith(Path connectorJar) {
        var packaged = jar();
        var others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(packaged));
        return Stream.concat(Stream.of(connectorJar.toString()), others)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
