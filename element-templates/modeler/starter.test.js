import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startChromium } from './browser.js';
import { diagram } from './diagrams.js';
import { connectors } from './files.js';
import { startLinter } from './linting.js';
import { openModeler } from './modeler.js';

let browser;
let lint;
before(async () => {
  browser = await startChromium();
  lint = await startLinter(browser);
});
after(() => browser.close());

/** Inputs, headers and the rest of the task that has a template. */
const extensionsOf = (xml) =>
  xml
    .match(/zeebe:modelerTemplate=[\s\S]*?<\/bpmn:extensionElements>/)[0]
    .split('\n')
    .map((line) => line.trim());

for (const { name, starter, templates } of connectors) {
  const [, taskId] = starter.match(/<bpmn:serviceTask id="([^"]+)"/);

  test(`${name}: the task of the starter diagram has the template, up to date and with nothing to complain about`, async () => {
    const modeler = await openModeler(browser, [templates.normal], starter);
    await modeler.select(taskId);
    assert.equal(await modeler.appliedTemplate(), 'Applied');
    assert.equal(await modeler.errors(), 0);
    await modeler.close();
  });

  test(`${name}: the task of the starter diagram is what the Modeler makes of the template`, async () => {
    const modeler = await openModeler(browser, [templates.normal]);
    await modeler.select('task');
    await modeler.apply(templates.normal.name);
    await modeler.fillRequired(templates.normal);
    const applied = extensionsOf(await modeler.xml());
    await modeler.open(starter);

    assert.deepEqual(extensionsOf(await modeler.xml()), applied);
    await modeler.close();
  });

  test(`${name}: a boundary event copied from the starter diagram takes its error along`, async () => {
    const [, eventId, title] = starter.match(/<bpmn:boundaryEvent id="([^"]+)" name="([^"]+)"/);
    const [, code] = starter.match(new RegExp(`<bpmn:error id="${eventId}-error" name="[^"]+" errorCode="([^"]+)"`));
    const modeler = await openModeler(browser, [templates.normal], starter);
    await modeler.select(eventId);
    await modeler.copy();
    await modeler.open(diagram());

    await modeler.pasteAtLowerEdgeOf('task');

    const xml = await modeler.xml();
    assert.match(xml, new RegExp(`<bpmn:boundaryEvent id="[^"]+" name="${title}" attachedToRef="task">`));
    assert.match(xml, /<zeebe:output source="=feishuError" target="feishuError" \/>/);
    const [, error] = xml.match(/<bpmn:errorEventDefinition id="[^"]+" errorRef="([^"]+)" \/>/);
    assert.ok(xml.includes(`<bpmn:error id="${error}" name="${title}" errorCode="${code}" />`), xml);
    await modeler.close();
  });

  test(`${name}: the task copied with all its boundary events takes every error along`, async () => {
    const modeler = await openModeler(browser, [templates.normal], starter);
    await modeler.select(taskId);
    await modeler.press('Control+a');
    await modeler.copy();
    await modeler.open(diagram());
    await modeler.pasteBelow('task');

    const xml = await modeler.xml();
    const codes = (text) => [...text.matchAll(/errorCode="([^"]+)"/g)].map(([, code]) => code).sort();
    assert.deepEqual(codes(xml), codes(starter));
    await modeler.close();
  });

  test(`${name}: the boundary events are still right after the Modeler saved the diagram`, async () => {
    const modeler = await openModeler(browser, [templates.normal], starter);
    assert.deepEqual(await lint(await modeler.xml()), []);
    await modeler.close();
  });
}
