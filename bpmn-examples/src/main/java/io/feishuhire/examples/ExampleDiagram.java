package io.feishuhire.examples;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An example's diagram, to look things up in. */
final class ExampleDiagram {

    private final BpmnModelInstance model;

    private ExampleDiagram(BpmnModelInstance model) {
        this.model = model;
    }

    /** Reads a diagram from the class path. */
    static ExampleDiagram read(String resource) {
        return new ExampleDiagram(
                Bpmn.readModelFromStream(ExampleDiagram.class.getClassLoader().getResourceAsStream(resource)));
    }

    /** Returns the ids of the forms that it needs. */
    Set<String> formIds() {
        return model.getModelElementsByType(ZeebeFormDefinition.class).stream()
                .map(ZeebeFormDefinition::getFormId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the ids of its sequence flows, those in sub-processes included. */
    Set<String> sequenceFlowIds() {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what is written at an element, or nothing if it has no name. */
    Optional<String> nameOf(String elementId) {
        return element(elementId).map(FlowElement::getName).map(name -> name.replace('\n', ' '));
    }

    /** Returns the candidate groups of a user task as the diagram has them. */
    Optional<String> groupsOf(String userTask) {
        return element(userTask)
                .map(task -> task.getSingleExtensionElement(ZeebeAssignmentDefinition.class))
                .map(ZeebeAssignmentDefinition::getCandidateGroups);
    }

    private Optional<FlowElement> element(String id) {
        return Optional.<FlowElement>ofNullable(model.getModelElementById(id));
    }
}
