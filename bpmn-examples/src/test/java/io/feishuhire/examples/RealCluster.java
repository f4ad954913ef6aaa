package io.feishuhire.examples;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.feishuhire.localcamunda.RemoteCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Camunda's own distribution {@code camunda-zeebe} in a JVM of its own, on free ports. It has no searches without
 * Elasticsearch; what happens in it is read from the log of Camunda's debug exporter.
 */
final class RealCluster implements AutoCloseable {

    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process broker;
    private final ExportedRecords records;
    private final RemoteCluster cluster;

    private RealCluster(Process broker, ExportedRecords records, RemoteCluster cluster) {
        this.broker = broker;
        this.records = records;
        this.cluster = cluster;
    }

    /**
     * Starts a cluster; it accepts commands when this returns.
     *
     * @param distribution the unpacked archive; its log is written beside it
     * @param directory for its data
     */
    static RealCluster start(Path distribution, Path directory) throws IOException {
        var ports = freePorts(5);
        var builder = new ProcessBuilder(distribution.resolve("bin/broker").toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("JAVA_HOME", System.getProperty("java.home")),
                        Map.entry("JAVA_OPTS", "-Xmx1g"),
                        Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
                        Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", ports.get(0)),
                        Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", ports.get(1)),
                        Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1"),
                        Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", ports.get(2)),
                        // The first deployment takes long on a busy machine.
                        Map.entry("ZEEBE_BROKER_GATEWAY_CLUSTER_REQUESTTIMEOUT", "PT1M"),
                        Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                        Map.entry("SERVER_PORT", ports.get(3)),
                        Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                        Map.entry("MANAGEMENT_SERVER_PORT", ports.get(4)),
                        Map.entry(
                                "ZEEBE_BROKER_DATA_DIRECTORY",
                                directory.resolve("data").toString()),
                        Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                        Map.entry(
                                "ZEEBE_BROKER_EXPORTERS_DEBUG_CLASSNAME",
                                "io.camunda.zeebe.broker.exporter.debug.DebugLogExporter"),
                        Map.entry("ZEEBE_BROKER_EXPORTERS_DEBUG_ARGS_LOGLEVEL", "info")));
        var broker = builder.start();
        var records = ExportedRecords.readFrom(broker.getInputStream(), distribution.resolveSibling("camunda.log"));
        var cluster = RemoteCluster.at(
                URI.create("http://127.0.0.1:" + ports.get(2)), URI.create("http://127.0.0.1:" + ports.get(3)));
        var started = new RealCluster(broker, records, cluster);
        try {
            started.awaitReady();
            return started;
        } catch (RuntimeException notReady) {
            started.close();
            throw notReady;
        }
    }

    CamundaClient client() {
        return cluster.client();
    }

    URI grpcAddress() {
        return cluster.grpcAddress();
    }

    /** Waits for a native user task and completes it over REST. */
    void completeUserTask(long instance, String elementId, Map<String, Object> variables) {
        cluster.completeUserTask(awaitUserTask(instance, elementId), variables);
    }

    long awaitUserTask(long instance, String elementId) {
        return awaitRecord(instance, "USER_TASK", "CREATED", elementId)
                .path("key")
                .asLong();
    }

    /**
     * Waits for the incident of an error that no event catches; its record has the keys of the incident and of the job,
     * and this instead of the id of the element.
     */
    JsonNode awaitIncidentOfUncaughtError(long instance) {
        return awaitRecord(instance, "INCIDENT", "CREATED", "NO_CATCH_EVENT_FOUND");
    }

    void awaitJob(long instance, String elementId) {
        awaitRecord(instance, "JOB", "CREATED", elementId);
    }

    /** Waits until an element is completed; its end event is the last one of a process instance. */
    void awaitCompleted(long instance, String elementId) {
        awaitRecord(instance, "PROCESS_INSTANCE", "ELEMENT_COMPLETED", elementId);
    }

    private JsonNode awaitRecord(long instance, String valueType, String intent, String elementId) {
        return await("%s %s of %s".formatted(valueType, intent, elementId))
                .atMost(PATIENCE)
                .until(() -> records.of(instance, valueType, intent, elementId), found -> !found.isEmpty())
                .getLast();
    }

    private void awaitReady() {
        await("the broker to be ready")
                .atMost(PATIENCE_AT_START)
                .ignoreExceptions()
                .until(() -> client().newTopologyRequest().send().join().getBrokers().stream()
                        .flatMap(node -> node.getPartitions().stream())
                        .anyMatch(partition -> partition.isLeader()));
    }

    private static List<String> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream()
                    .map(socket -> Integer.toString(socket.getLocalPort()))
                    .toList();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Override
    public void close() {
        cluster.close();
        RuntimeProcess.stop(broker);
        records.awaitEnd();
    }
}
