package io.feishuhire.benchmarks.bulk;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.feishuhire.benchmarks.support.NoOpConnector;

/** Another connector in the same runtime: a process with one task, whose connector does nothing. */
final class Neighbour {

    private static final String PROCESS = "NEIGHBOUR";

    private final CamundaClient client;

    private Neighbour(CamundaClient client) {
        this.client = client;
    }

    static Neighbour deployedBy(CamundaClient client) {
        var process = Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("call-neighbour", call -> call.zeebeJobType(NoOpConnector.JOB_TYPE))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(process, "neighbour.bpmn")
                .send()
                .join();
        return new Neighbour(client);
    }

    /** Starts an instance and returns when it has ended. */
    void call() {
        BulkProcess.retryUntilAccepted(() -> client.newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .withResult()
                .send()
                .join());
    }
}
