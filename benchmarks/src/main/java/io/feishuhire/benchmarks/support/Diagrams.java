package io.feishuhire.benchmarks.support;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.net.URI;
import java.util.List;

/** The minimal example, and the same diagram for other connectors. */
public final class Diagrams {

    private static final String EXAMPLE = "publish-minimal";
    private static final String TASK = "publish-advertisement";

    private Diagrams() {}

    /**
     * The minimal example; only its one task id is relied on.
     *
     * @param processId replaces the id of the process
     * @param baseUrl the address of the Feishu that it calls
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

    /** The example with {@link NoOpConnector} as its task. */
    public static BpmnModelInstance noOp(String processId, URI baseUrl) {
        var model = example(processId, baseUrl);
        task(model).getSingleExtensionElement(ZeebeTaskDefinition.class).setType(NoOpConnector.JOB_TYPE);
        return model;
    }

    /** The example with a named end for what Feishu refuses. */
    public static BpmnModelInstance publishOrRefuse(String processId, URI baseUrl) {
        var model = example(processId, baseUrl);
        task(model).builder().boundaryEvent("refused").error().endEvent("not-published");
        return model;
    }

    private static ServiceTask task(BpmnModelInstance model) {
        return model.getModelElementById(TASK);
    }
}
