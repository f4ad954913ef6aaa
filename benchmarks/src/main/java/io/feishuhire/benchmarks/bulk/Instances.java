package io.feishuhire.benchmarks.bulk;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts the process instances of a bulk, of what goes before it, and of what is beside it. */
final class Instances {

    /** The processes, by their ids. */
    enum Of {
        /** The minimal example, with a named end for what Feishu refuses. */
        BULK,
        /** The same. */
        WARM_UP,
        /** One task, of a connector that does nothing. */
        NEIGHBOUR
    }

    private static final long FIRST_ID = 7_000_000_000L;
    private static final int STARTED_AT_ONCE = 10;
    private static final long PAUSE_MILLIS = 20;

    private final CamundaClient client;

    private Instances(CamundaClient client) {
        this.client = client;
    }

    /** Deploys the neighbour's process; the others come with the Feishu that they publish on. */
    static Instances deployedBy(CamundaClient client) {
        var neighbour = Bpmn.createExecutableProcess(Of.NEIGHBOUR.name())
                .startEvent()
                .serviceTask("call-neighbour", call -> call.zeebeJobType(Neighbour.JOB_TYPE))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(neighbour, "neighbour.bpmn")
                .send()
                .join();
        return new Instances(client);
    }

    /**
     * Starts so many at once, as far as the gateway takes them, and returns when all are.
     *
     * @param feishu where they publish, in turns
     */
    void start(Of process, int number, List<URI> feishu) {
        var versions = feishu.stream().map(url -> deploy(process, url)).toList();
        try (var starting = Executors.newFixedThreadPool(STARTED_AT_ONCE)) {
            for (var i = 0; i < number; i++) {
                var variables =
                        Map.<String, Object>of("advertisementId", Long.toString(FIRST_ID + i), "jobChannelId", "3");
                long version = versions.get(i % versions.size());
                starting.execute(() -> insist(() -> client.newCreateInstanceCommand()
                        .processDefinitionKey(version)
                        .variables(variables)
                        .send()
                        .join()));
            }
        }
    }

    /** A version of the process for each Feishu: an address is part of the diagram, and no variable can say it. */
    private long deploy(Of process, URI feishu) {
        return client.newDeployResourceCommand()
                .addProcessModel(Diagrams.publishOrRefuse(process.name(), feishu), process.name() + ".bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
    }

    /** Starts an instance of the neighbour's process and returns when it has ended. */
    void callNeighbour() {
        insist(() -> client.newCreateInstanceCommand()
                .bpmnProcessId(Of.NEIGHBOUR.name())
                .latestVersion()
                .withResult()
                .send()
                .join());
    }

    /** On a busy machine an answer may come too late. */
    private static void insist(Runnable command) {
        while (true) {
            try {
                command.run();
                return;
            } catch (ClientException notNow) {
                pause();
            }
        }
    }

    /** Before one looks again. */
    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
