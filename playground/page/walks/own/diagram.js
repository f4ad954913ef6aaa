/** A diagram as a user may have drawn it, with a form beside it and names that would be script on a careless page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What would open a dialog if it were run. */
export const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';
export const TASK = `Ask ${SCRIPT}`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const FORM = {
  type: 'default',
  id: 'ask',
  executionPlatform: 'Camunda Cloud',
  executionPlatformVersion: '8.8.0',
  schemaVersion: 19,
  components: [
    { type: 'text', id: 'text', text: `## Before ${SCRIPT} after\n\nSaid by {{greeting}}` },
    { type: 'html', id: 'html', content: `<b>bold</b>${SCRIPT}<a href="javascript:alert(3)">a link</a>` },
    { type: 'textfield', id: 'answer', key: 'answer', label: `Answer ${SCRIPT}`, validate: { required: true } },
  ],
};

const flow = (id, from, to) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
const shape = (id, x, y, width, height) =>
  `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
const edge = (id, ...points) =>
  `<bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;

const DIAGRAM = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:error id="error" errorCode="NOT_PRINTED" />
  <bpmn:message id="message" name="parcel-arrived"><bpmn:extensionElements><zeebe:subscription correlationKey="=order" /></bpmn:extensionElements></bpmn:message>
  <bpmn:process id="own" name="Own ${escaped(SCRIPT)}" isExecutable="true">
    <bpmn:startEvent id="begin" /> ${flow('f1', 'begin', 'print')}
    <bpmn:serviceTask id="print" name="Print">
      <bpmn:extensionElements><zeebe:taskDefinition type="printer" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="not-printed" name="Not printed" attachedToRef="print"><bpmn:errorEventDefinition id="e" errorRef="error" /></bpmn:boundaryEvent>
    ${flow('f2', 'not-printed', 'without-print')} <bpmn:endEvent id="without-print" />
    ${flow('f3', 'print', 'ask')}
    <bpmn:userTask id="ask" name="${escaped(TASK)}">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:formDefinition formId="ask" /><zeebe:assignmentDefinition candidateGroups="readers" /></bpmn:extensionElements>
    </bpmn:userTask>
    ${flow('f4', 'ask', 'wait')}
    <bpmn:intermediateCatchEvent id="wait" name="A day later"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    ${flow('f5', 'wait', 'arrive')}
    <bpmn:intermediateCatchEvent id="arrive" name="Parcel arrived"><bpmn:messageEventDefinition id="m" messageRef="message" /></bpmn:intermediateCatchEvent>
    ${flow('f6', 'arrive', 'done')} <bpmn:endEvent id="done" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="drawn"><bpmndi:BPMNPlane id="plane" bpmnElement="own">
    ${shape('begin', 100, 100, 36, 36)}${shape('print', 190, 78, 100, 80)}${shape('not-printed', 222, 140, 36, 36)}${shape('without-print', 222, 220, 36, 36)}
    ${shape('ask', 350, 78, 100, 80)}${shape('wait', 510, 100, 36, 36)}${shape('arrive', 610, 100, 36, 36)}${shape('done', 710, 100, 36, 36)}
    ${edge('f1', [136, 118], [190, 118])}${edge('f2', [240, 176], [240, 220])}${edge('f3', [290, 118], [350, 118])}${edge('f4', [450, 118], [510, 118])}
    ${edge('f5', [546, 118], [610, 118])}${edge('f6', [646, 118], [710, 118])}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

/** Writes the diagram with its form into a new folder. */
export function drawDiagram() {
  const folder = mkdtempSync(join(tmpdir(), 'own-diagram-'));
  const file = join(folder, 'own.bpmn');
  writeFileSync(file, DIAGRAM);
  mkdirSync(join(folder, 'forms'));
  writeFileSync(join(folder, 'forms', 'ask.form'), JSON.stringify(FORM, null, 2));
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
