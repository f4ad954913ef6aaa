package io.feishuhire.examples;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.Signal;
import io.camunda.zeebe.model.bpmn.instance.SignalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An example's diagram, to look things up in. */
public final class ExampleDiagram {

    private final BpmnModelInstance model;

    private ExampleDiagram(BpmnModelInstance model) {
        this.model = model;
    }

    /** Reads a diagram from the class path. */
    static ExampleDiagram read(String resource) {
        return new ExampleDiagram(
                Bpmn.readModelFromStream(ExampleDiagram.class.getClassLoader().getResourceAsStream(resource)));
    }

    /**
     * Reads a diagram.
     *
     * @throws org.camunda.bpm.model.xml.ModelException if it is none
     */
    static ExampleDiagram read(InputStream xml) {
        return new ExampleDiagram(Bpmn.readModelFromStream(xml));
    }

    /**
     * The diagram with another Feishu in the place of the region's, and with the links of that Feishu. Both become
     * constants of the diagram: no variable of a process may decide where the secret goes.
     */
    ExampleDiagram calling(FeishuAddress feishu) {
        var other = new ExampleDiagram(model.clone());
        for (var input : List.copyOf(other.model.getModelElementsByType(ZeebeInput.class))) {
            switch (input.getTarget()) {
                case "connection.region" -> feishu.baseUrl().ifPresent(baseUrl -> other.replaceRegion(input, baseUrl));
                case "linkPattern" ->
                    feishu.linkPattern()
                            .ifPresentOrElse(
                                    input::setSource,
                                    () -> input.getParentElement().removeChildElement(input));
                default -> {}
            }
        }
        return other;
    }

    private void replaceRegion(ZeebeInput region, URI baseUrl) {
        var mapping = (ZeebeIoMapping) region.getParentElement();
        mapping.getInputs().stream()
                .filter(input -> input.getTarget().equals("connection.baseUrl"))
                .toList()
                .forEach(mapping::removeChildElement);
        region.setSource("custom");
        var address = model.newInstance(ZeebeInput.class);
        address.setSource(baseUrl.toString());
        address.setTarget("connection.baseUrl");
        region.getParentElement().insertElementAfter(address, region);
    }

    /** The diagram as XML. */
    public String toXml() {
        return Bpmn.convertToString(model);
    }

    /** The inputs of its tasks that call Feishu, each as target and source. */
    List<Map<String, String>> connectorInputs() {
        return model.getModelElementsByType(ZeebeTaskDefinition.class).stream()
                .filter(definition -> definition.getType().startsWith("io.feishuhire:"))
                .map(definition -> (ExtensionElements) definition.getParentElement())
                .map(extensions -> extensions.getChildElementsByType(ZeebeIoMapping.class).stream()
                        .flatMap(mapping -> mapping.getInputs().stream())
                        .collect(Collectors.toMap(ZeebeInput::getTarget, ZeebeInput::getSource)))
                .toList();
    }

    /** The user tasks whose completion can change any variable of the process, because it has no output mapping. */
    List<String> userTasksWithoutOutputMapping() {
        return model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> Optional.ofNullable(task.getSingleExtensionElement(ZeebeIoMapping.class))
                        .map(ZeebeIoMapping::getOutputs)
                        .filter(outputs -> !outputs.isEmpty())
                        .isEmpty())
                .map(UserTask::getId)
                .toList();
    }

    /** The ids of the forms that it needs. */
    Set<String> formIds() {
        return model.getModelElementsByType(ZeebeFormDefinition.class).stream()
                .map(ZeebeFormDefinition::getFormId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of its processes that an engine can start. */
    public List<String> executableProcessIds() {
        return model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .map(Process::getId)
                .toList();
    }

    /** The job types of its tasks, as they stand in the diagram. */
    Set<String> jobTypes() {
        return model.getModelElementsByType(ZeebeTaskDefinition.class).stream()
                .map(ZeebeTaskDefinition::getType)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The id of the form of a user task. */
    public Optional<String> formIdOf(String userTask) {
        return element(userTask)
                .map(task -> task.getSingleExtensionElement(ZeebeFormDefinition.class))
                .map(ZeebeFormDefinition::getFormId);
    }

    /** Whether an element is a boundary event. */
    boolean isBoundary(String id) {
        return element(id).filter(BoundaryEvent.class::isInstance).isPresent();
    }

    /** The id of the form that starts a process, if a person fills in one. */
    public Optional<String> startFormOf(String processId) {
        return startEvents(processId)
                .map(start -> start.getSingleExtensionElement(ZeebeFormDefinition.class))
                .filter(Objects::nonNull)
                .map(ZeebeFormDefinition::getFormId)
                .findFirst();
    }

    /** Whether a process has a start event for an instance that nothing but a person or an API starts. */
    public boolean hasNoneStartEvent(String processId) {
        return startEvents(processId)
                .anyMatch(start -> start.getEventDefinitions().isEmpty());
    }

    /** The names of the messages and signals that start its processes. */
    public Set<String> startingNames() {
        return executableProcessIds().stream()
                .flatMap(this::startEvents)
                .flatMap(start -> start.getEventDefinitions().stream())
                .map(ExampleDiagram::nameOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> nameOf(EventDefinition definition) {
        return switch (definition) {
            case MessageEventDefinition message ->
                Optional.ofNullable(message.getMessage()).map(Message::getName);
            case SignalEventDefinition signal ->
                Optional.ofNullable(signal.getSignal()).map(Signal::getName);
            default -> Optional.empty();
        };
    }

    private Stream<StartEvent> startEvents(String processId) {
        return process(processId).stream()
                .flatMap(process -> process.getChildElementsByType(StartEvent.class).stream());
    }

    /** The name of a process, or nothing if it has none. */
    public Optional<String> nameOfProcess(String processId) {
        return process(processId).map(Process::getName);
    }

    /** The ids of its sequence flows, those in sub-processes included. */
    Set<String> sequenceFlowIds() {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of the sub-processes around an element, the outermost first. */
    List<String> scopesAround(String elementId) {
        var scopes = new ArrayDeque<String>();
        for (var scope = model.getModelElementById(elementId).getParentElement();
                scope instanceof SubProcess subProcess;
                scope = scope.getParentElement()) {
            scopes.addFirst(subProcess.getId());
        }
        return List.copyOf(scopes);
    }

    /** The name of an element, or nothing if it has none. */
    public Optional<String> nameOf(String elementId) {
        return element(elementId).map(FlowElement::getName).map(name -> name.replace('\n', ' '));
    }

    /** The candidate groups of a user task as the diagram has them. */
    Optional<String> groupsOf(String userTask) {
        return element(userTask)
                .map(task -> task.getSingleExtensionElement(ZeebeAssignmentDefinition.class))
                .map(ZeebeAssignmentDefinition::getCandidateGroups);
    }

    private Optional<Process> process(String id) {
        return Optional.<Process>ofNullable(model.getModelElementById(id));
    }

    private Optional<FlowElement> element(String id) {
        return Optional.<FlowElement>ofNullable(model.getModelElementById(id));
    }
}
