package io.feishuhire.localcamunda;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.util.Map;

/** The processes that the tests run. */
final class Diagrams {

    static final String FORM = """
            {"id": "approval", "type": "default", "schemaVersion": 16, "components": []}
            """;

    private Diagrams() {}

    /** start → echo → approve (a native user task with the form) → end. */
    static BpmnModelInstance echoThenApprove(String id, String text) {
        return Bpmn.createExecutableProcess(id)
                .startEvent("start")
                .serviceTask(
                        "echo",
                        task -> task.zeebeJobType(EchoConnector.TYPE)
                                .zeebeInput(text, "text")
                                .zeebeTaskHeader("resultVariable", "echoed"))
                .sequenceFlowId("toApproval")
                .userTask(
                        "approve",
                        task -> task.zeebeUserTask()
                                .zeebeFormId("approval")
                                .zeebeCandidateGroups("hr")
                                .zeebeInput("local", "onlyHere"))
                .sequenceFlowId("toEnd")
                .endEvent("end")
                .done();
    }

    /** start → echo that fails with NOPE → end, or by an error boundary event → handled. */
    static BpmnModelInstance failing(String id, int retries, Map<String, String> headers) {
        return Bpmn.createExecutableProcess(id)
                .startEvent("start")
                .serviceTask("echo", task -> {
                    task.zeebeJobType(EchoConnector.TYPE)
                            .zeebeJobRetries(Integer.toString(retries))
                            .zeebeInput("NOPE", "failWith");
                    headers.forEach(task::zeebeTaskHeader);
                })
                .boundaryEvent("failed", event -> event.error("NOPE"))
                .sequenceFlowId("toHandled")
                .endEvent("handled")
                .moveToActivity("echo")
                .endEvent("end")
                .done();
    }

    /** start → each (a sub-process with nothing in it, once for each of three) → end. */
    static BpmnModelInstance threeTimes(String id) {
        return Bpmn.createExecutableProcess(id)
                .startEvent("start")
                .subProcess(
                        "each",
                        each -> each.multiInstance(three -> three.zeebeInputCollectionExpression("[1, 2, 3]"))
                                .embeddedSubProcess()
                                .startEvent("one")
                                .endEvent("done"))
                .endEvent("end")
                .done();
    }

    /** start → wait for an hour → end. */
    static BpmnModelInstance waiting(String id) {
        return Bpmn.createExecutableProcess(id)
                .startEvent("start")
                .intermediateCatchEvent("hour", event -> event.timerWithDuration("PT1H"))
                .endEvent("end")
                .done();
    }

    /**
     * Deploys a process and the form, and starts an instance.
     *
     * @return the key of the instance
     */
    static long run(EmbeddedEngine engine, BpmnModelInstance diagram) {
        engine.client()
                .newDeployResourceCommand()
                .addProcessModel(diagram, "process.bpmn")
                .addResourceStringUtf8(FORM, "approval.form")
                .send()
                .join();
        var process = diagram.getModelElementsByType(Process.class).iterator().next();
        return engine.start(process.getId(), Map.of());
    }
}
