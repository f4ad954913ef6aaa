package io.feishuhire.localcamunda;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The real thing: {@code io.camunda:camunda-zeebe}, a broker with its gateway, in a JVM of its own and on free ports.
 * It has no secondary storage and so no searches; what happens in it is told by {@link #forEachRecord}.
 *
 * <pre>{@code
 * try (var zeebe = ZeebeDistribution.in(unpacked, emptyDirectory)) {
 *     zeebe.start();
 *     zeebe.client().newDeployResourceCommand()…
 * }
 * }</pre>
 */
public final class ZeebeDistribution implements AutoCloseable {

    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration DOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(1);
    private static final long POLL_MILLIS = 200;
    private static final String EXPORTER = "ZEEBE_BROKER_EXPORTERS_RECORDFILE_";

    private static final int GATEWAY = 0;
    private static final int REST = 1;
    private static final int COMMAND = 2;
    private static final int INTERNAL = 3;
    private static final int MANAGEMENT = 4;
    private static final int PURPOSES = 5;

    private final Path home;
    private final Path directory;
    private final List<Integer> ports = freePorts();
    private final Map<String, String> settings;
    private final CamundaClient client;
    private Process broker;

    private ZeebeDistribution(Path home, Path directory, Map<String, String> settings) {
        this.home = home;
        this.directory = directory;
        this.settings = Map.copyOf(settings);
        this.client = CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(grpcAddress())
                .restAddress(restAddress())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(REQUEST_TIMEOUT)
                .build();
    }

    /**
     * Returns a distribution that is not started yet.
     *
     * @param home where the archive was unpacked: the folder with {@code bin}
     * @param directory for its data and its log, {@code broker.log}; kept over restarts
     */
    public static ZeebeDistribution in(Path home, Path directory) {
        return in(home, directory, Map.of());
    }

    /**
     * Returns a distribution with other settings than Camunda's, and not started yet.
     *
     * @param settings environment variables, such as {@code ZEEBE_BROKER_PROCESSING_SCHEDULEDTASKCHECKINTERVAL}
     */
    public static ZeebeDistribution in(Path home, Path directory, Map<String, String> settings) {
        return new ZeebeDistribution(home, directory, settings);
    }

    /**
     * Starts the broker and returns when it accepts commands. After {@link #kill()} it goes on with the data it had.
     *
     * @throws IllegalStateException if it is not up in time, or ends
     */
    public void start() {
        try {
            var builder = new ProcessBuilder(List.of(home.resolve("bin/broker").toString()))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment());
            builder.environment().putAll(settings);
            broker = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitUp();
    }

    /** Ends the broker as a power cut would. */
    public void kill() {
        stop(broker.destroyForcibly());
    }

    /** A client that {@link #close()} closes. */
    public CamundaClient client() {
        return client;
    }

    /** The address of the gRPC API. */
    public URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + port(GATEWAY));
    }

    /** The address of the REST API. */
    public URI restAddress() {
        return URI.create("http://127.0.0.1:" + port(REST));
    }

    /**
     * Hands on what {@link RecordFileExporter} wrote up to now: the events of jobs, user tasks and incidents, and which
     * elements were completed, as Zeebe's JSON and in order. The last one may still be incomplete. After a restart,
     * some may be there twice.
     */
    public void forEachRecord(Consumer<String> use) {
        if (Files.exists(records())) {
            try (var lines = Files.lines(records())) {
                lines.forEach(use);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        if (broker != null) {
            broker.destroy();
            stop(broker);
        }
    }

    private Path log() {
        return directory.resolve("broker.log");
    }

    private Path records() {
        return directory.resolve("records.jsonl");
    }

    private void awaitUp() {
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (!isUp()) {
            if (!broker.isAlive() || System.nanoTime() >= deadline) {
                throw new IllegalStateException("The broker does not come up; see " + log());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private boolean isUp() {
        try {
            return client.newTopologyRequest().send().join().getBrokers().stream()
                    .flatMap(known -> known.getPartitions().stream())
                    .anyMatch(partition -> partition.isLeader());
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private static void stop(Process process) {
        try {
            if (!process.waitFor(DOWN_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for the broker", e);
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("JAVA_HOME", System.getProperty("java.home")),
                Map.entry("JAVA_OPTS", "-Xmx1g -XX:TieredStopAtLevel=1"),
                // 8.6.0 forgets a job that backs off twice when it works on the end of the first back-off before it
                // has noted that it wrote it (github.com/camunda/camunda/issues/16884); on one thread it cannot. 8.8
                // notes it before it writes.
                Map.entry("ZEEBE_BROKER_PROCESSING_ENABLEASYNCSCHEDULEDTASKS", "false"),
                Map.entry(
                        "ZEEBE_BROKER_DATA_DIRECTORY", directory.resolve("data").toString()),
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", port(GATEWAY)),
                // The first deployment takes long on a busy machine.
                Map.entry("ZEEBE_BROKER_GATEWAY_CLUSTER_REQUESTTIMEOUT", REQUEST_TIMEOUT.toString()),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", port(COMMAND)),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", port(INTERNAL)),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SERVER_PORT", port(REST)),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("MANAGEMENT_SERVER_PORT", port(MANAGEMENT)),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry(EXPORTER + "CLASSNAME", RecordFileExporter.class.getName()),
                Map.entry(
                        EXPORTER + "JARPATH",
                        RecordFileExporter.pack(directory.resolve("exporter.jar"))
                                .toString()),
                Map.entry(
                        EXPORTER + "ARGS_" + RecordFileExporter.FILE, records().toString()));
    }

    private String port(int purpose) {
        return Integer.toString(ports.get(purpose));
    }

    /** All at once, so that none is given out twice. */
    private static List<Integer> freePorts() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var purpose = 0; purpose < PURPOSES; purpose++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (var socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
