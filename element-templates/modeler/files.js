import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `element-templates/`. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const read = (path) => readFileSync(join(root, path), 'utf8');

const template = (path) => JSON.parse(read(path));

export const templates = {
  normal: template('feishu-hire-publish-advertisement.json'),
  chinese: template('feishu-hire-publish-advertisement-zh.json'),
  sendTask: template('feishu-hire-publish-advertisement-send-task.json'),
  throwEvent: template('feishu-hire-publish-advertisement-intermediate-throw-event.json'),
  hybrid: template('hybrid/feishu-hire-publish-advertisement-hybrid.json'),
};

/** A modeler has many other templates; with few of them the Modeler shows no search field. */
export const otherTemplates = ['Mail', 'Chat', 'Database', 'Spreadsheet', 'Robot', 'Payment'].map((name) => ({
  $schema: templates.normal.$schema,
  name: `${name} connector`,
  id: `com.example.${name.toLowerCase()}`,
  category: { id: 'connectors', name: 'Connectors' },
  appliesTo: ['bpmn:Task', 'bpmn:IntermediateThrowEvent'],
  properties: [],
}));

export const starter = () => read('starter/feishu-hire-publish-advertisement-starter.bpmn');

/** A process from a start event through the given element, whose id is "publish", to an end event. */
export function diagram(element, { id = 'publish-one', width = 100, height = 80 } = {}) {
  const right = 270 + width;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="${id}-definitions" targetNamespace="https://feishuhire.io/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="${id}" name="Publish one advertisement" isExecutable="true">
    <bpmn:startEvent id="start" name="Publication requested"><bpmn:outgoing>to-publish</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="to-publish" sourceRef="start" targetRef="publish" />
    ${element.replace(/ ?\/>$/, `><bpmn:incoming>to-publish</bpmn:incoming><bpmn:outgoing>to-end</bpmn:outgoing></${element.match(/^<([\w:]+)/)[1]}>`)}
    <bpmn:sequenceFlow id="to-end" sourceRef="publish" targetRef="end" />
    <bpmn:endEvent id="end" name="Published"><bpmn:incoming>to-end</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${id}-diagram">
    <bpmndi:BPMNPlane id="${id}-plane" bpmnElement="${id}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start"><dc:Bounds x="162" y="102" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="135" y="145" width="90" height="27" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="publish-shape" bpmnElement="publish"><dc:Bounds x="270" y="${120 - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end"><dc:Bounds x="${right + 72}" y="102" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="to-publish-edge" bpmnElement="to-publish"><di:waypoint x="198" y="120" /><di:waypoint x="270" y="120" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to-end-edge" bpmnElement="to-end"><di:waypoint x="${right}" y="120" /><di:waypoint x="${right + 72}" y="120" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
