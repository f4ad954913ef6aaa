package io.feishuhire.benchmarks.bulk;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.net.URI;
import java.util.List;

/** The minimal example, and what is compared with it: the same diagram for other connectors. */
public final class Diagrams {

    private static final String EXAMPLE = "publish-minimal";
    private static final String TASK = "publish-advertisement";

    private Diagrams() {}

    /**
     * The example, of which nothing is known but its only task.
     *
     * @param processId its id from now on
     * @param baseUrl of the Feishu that it calls
     */
    public static BpmnModelInstance example(String processId, URI baseUrl) {
        var model = Bpmn.readModelFromStream(Diagrams.class.getResourceAsStream("/" + EXAMPLE + ".bpmn"));
        Process process = model.getModelElementById(EXAMPLE);
        process.setId(processId);
        for (var input : List.copyOf(model.getModelElementsByType(ZeebeInput.class))) {
            if (input.getTarget().equals("connection.region")) {
                input.setSource("custom");
                var address = model.newInstance(ZeebeInput.class);
                address.setSource(baseUrl.toString());
                address.setTarget("connection.baseUrl");
                input.getParentElement().insertElementAfter(address, input);
            }
        }
        return model;
    }

    /** The example with the task of {@link Neighbour}, which does nothing. */
    public static BpmnModelInstance noOp(String processId, URI baseUrl) {
        var model = example(processId, baseUrl);
        task(model).getSingleExtensionElement(ZeebeTaskDefinition.class).setType(Neighbour.JOB_TYPE);
        return model;
    }

    /** The example with a named end for what Feishu refuses. */
    static BpmnModelInstance publishOrRefuse(String processId, URI baseUrl) {
        var model = example(processId, baseUrl);
        task(model).builder().boundaryEvent("refused").error().endEvent("not-published");
        return model;
    }

    private static ServiceTask task(BpmnModelInstance model) {
        return model.getModelElementById(TASK);
    }
}
