package io.feishuhire.benchmarks.bulk;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Connector runtimes, each in a JVM of its own, with the sandbox's app as their secrets. */
record BulkRuntimes(List<ConnectorRuntimeProcess> processes) implements AutoCloseable {

    /** The settings of a runtime with a number of threads. */
    static ConnectorRuntime.Settings settings(URI engine, int threads) {
        return ConnectorRuntime.Settings.connectingTo(engine)
                .withSecrets(FeishuSandbox.DEFAULT_SECRETS)
                .withProperty("camunda.client.execution-threads", Integer.toString(threads))
                .withProperty("logging.level.root", "WARN");
    }

    /**
     * Starts runtimes. It may take some seconds until they work jobs.
     *
     * @param directory for their logs
     */
    static BulkRuntimes start(
            int number, ConnectorRuntime.Settings settings, Map<String, String> environment, Path directory) {
        var runtimes = new BulkRuntimes(new ArrayList<>());
        try {
            for (var runtime = 1; runtime <= number; runtime++) {
                var log = directory.resolve("runtime-" + runtime + ".log");
                runtimes.processes.add(ConnectorRuntimeProcess.start(
                        settings, System.getProperty("java.class.path"), environment, log));
            }
            return runtimes;
        } catch (RuntimeException notStarted) {
            runtimes.close();
            throw notStarted;
        }
    }

    ConnectorRuntimeProcess first() {
        return processes.getFirst();
    }

    @Override
    public void close() {
        processes.forEach(ConnectorRuntimeProcess::close);
    }
}
