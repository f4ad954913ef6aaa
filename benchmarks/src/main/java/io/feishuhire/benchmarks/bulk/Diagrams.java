package io.feishuhire.benchmarks.bulk;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;

/** The minimal example, and what is compared with it: the same diagram for other connectors. */
public final class Diagrams {

    private static final String EXAMPLE = "publish-minimal";
    private static final String TASK = "publish-advertisement";

    private Diagrams() {}

    /**
     * The example, of which nothing is known but its only task.
     *
     * @param processId its id from now on
     */
    public static BpmnModelInstance example(String processId) {
        var model = Bpmn.readModelFromStream(Diagrams.class.getResourceAsStream("/" + EXAMPLE + ".bpmn"));
        Process process = model.getModelElementById(EXAMPLE);
        process.setId(processId);
        return model;
    }

    /** The example with the task of {@link Neighbour}, which does nothing. */
    public static BpmnModelInstance noOp(String processId) {
        var model = example(processId);
        task(model).getSingleExtensionElement(ZeebeTaskDefinition.class).setType(Neighbour.JOB_TYPE);
        return model;
    }

    /** The example with a named end for what Feishu refuses. */
    static BpmnModelInstance publishOrRefuse(String processId) {
        var model = example(processId);
        task(model).builder().boundaryEvent("refused").error().endEvent("not-published");
        return model;
    }

    private static ServiceTask task(BpmnModelInstance model) {
        return model.getModelElementById(TASK);
    }
}
