package io.feishuhire.benchmarks.bulk;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.feishuhire.benchmarks.support.Diagrams;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The processes that publish: the minimal example, with a named end for what Feishu refuses. The name of a constant is
 * the id of its process.
 */
enum BulkProcess {
    /** The bulk that is measured. */
    BULK,
    /** What is published before it. */
    WARM_UP;

    private static final long FIRST_ID = 7_000_000_000L;
    private static final int STARTED_AT_ONCE = 10;

    /**
     * Starts instances as fast as the gateway accepts them, and returns when all have started.
     *
     * @param feishu the base URLs that they publish to, in turns
     */
    void start(CamundaClient client, int instances, List<URI> feishu) {
        var versions = feishu.stream().map(url -> deploy(client, url)).toList();
        try (var starting = Executors.newFixedThreadPool(STARTED_AT_ONCE)) {
            for (var i = 0; i < instances; i++) {
                var variables =
                        Map.<String, Object>of("advertisementId", Long.toString(FIRST_ID + i), "jobChannelId", "3");
                long version = versions.get(i % versions.size());
                starting.execute(() -> retryUntilAccepted(() -> client.newCreateInstanceCommand()
                        .processDefinitionKey(version)
                        .variables(variables)
                        .send()
                        .join()));
            }
        }
    }

    /** Deploys a version of the process for one Feishu, because the address is part of the diagram. */
    private long deploy(CamundaClient client, URI feishu) {
        return client.newDeployResourceCommand()
                .addProcessModel(Diagrams.publishOrRefuse(name(), feishu), name() + ".bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
    }

    /** Repeats a command whose answer comes too late, as happens on a busy machine. */
    static void retryUntilAccepted(Runnable command) {
        while (true) {
            try {
                command.run();
                return;
            } catch (ClientException notAccepted) {
                Progress.pause();
            }
        }
    }
}
