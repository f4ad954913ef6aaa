/** The diagrams that the tests begin with. */

/** What a template is applied to, by the type that it names. */
const ELEMENTS = {
  'bpmn:Task': { tag: 'bpmn:task', width: 100, height: 80 },
  'bpmn:SendTask': { tag: 'bpmn:sendTask', width: 100, height: 80 },
  'bpmn:IntermediateThrowEvent': { tag: 'bpmn:intermediateThrowEvent', width: 36, height: 36 },
};

/** A process from a start event through an element, whose id is "task", to an end event. */
export function diagram({
  type = 'bpmn:Task',
  id = 'one-task',
  names = { process: 'One task', start: 'Requested', task: 'Task', end: 'Done' },
} = {}) {
  const { tag, width, height } = ELEMENTS[type];
  const right = 270 + width;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="${id}-definitions" targetNamespace="https://feishuhire.io/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="${id}" name="${names.process}" isExecutable="true">
    <bpmn:startEvent id="start" name="${names.start}"><bpmn:outgoing>to-task</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="to-task" sourceRef="start" targetRef="task" />
    <${tag} id="task" name="${names.task}"><bpmn:incoming>to-task</bpmn:incoming><bpmn:outgoing>to-end</bpmn:outgoing></${tag}>
    <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="end" />
    <bpmn:endEvent id="end" name="${names.end}"><bpmn:incoming>to-end</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${id}-diagram">
    <bpmndi:BPMNPlane id="${id}-plane" bpmnElement="${id}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start"><dc:Bounds x="162" y="102" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="135" y="145" width="90" height="27" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="task-shape" bpmnElement="task"><dc:Bounds x="270" y="${120 - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end"><dc:Bounds x="${right + 72}" y="102" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="to-task-edge" bpmnElement="to-task"><di:waypoint x="198" y="120" /><di:waypoint x="270" y="120" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to-end-edge" bpmnElement="to-end"><di:waypoint x="${right}" y="120" /><di:waypoint x="${right + 72}" y="120" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
