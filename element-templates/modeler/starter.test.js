import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { diagram, starter, templates } from './files.js';
import { startLinter } from './linting.js';
import { openModeler, startChromium } from './modeler.js';

let browser;
let lint;
before(async () => {
  browser = await startChromium();
  lint = await startLinter(browser);
});
after(() => browser.close());

test('the task of the starter diagram has the template, up to date and with nothing to complain about', async () => {
  const modeler = await openModeler(browser, [templates.normal], starter());
  await modeler.select('publish-advertisement');
  assert.equal(await modeler.appliedTemplate(), 'Applied');
  assert.equal(await modeler.errors(), 0);
  await modeler.close();
});

test('a boundary event copied from the starter diagram takes its error along into another diagram', async () => {
  const modeler = await openModeler(browser, [templates.normal], starter());
  await modeler.select('feishu-job-closed');
  await modeler.copy();
  await modeler.open(diagram('<bpmn:serviceTask id="publish" name="Publish" />'));

  await modeler.pasteAtLowerEdgeOf('publish');

  const xml = await modeler.xml();
  assert.match(xml, /<bpmn:boundaryEvent id="[^"]+" name="Job is closed" attachedToRef="publish">/);
  assert.match(xml, /<zeebe:output source="=feishuError" target="feishuError" \/>/);
  const [, error] = xml.match(/<bpmn:errorEventDefinition id="[^"]+" errorRef="([^"]+)" \/>/);
  assert.ok(xml.includes(`<bpmn:error id="${error}" name="Job is closed" errorCode="FEISHU_JOB_CLOSED" />`), xml);
  await modeler.close();
});

test('the task copied with all its boundary events takes every error along', async () => {
  const modeler = await openModeler(browser, [templates.normal], starter());
  await modeler.select('publish-advertisement');
  await modeler.press('Control+a');
  await modeler.copy();
  await modeler.open(diagram('<bpmn:task id="publish" name="Publish" />'));
  await modeler.pasteBelow('publish');

  const xml = await modeler.xml();
  const codes = (text) => [...text.matchAll(/errorCode="([^"]+)"/g)].map(([, code]) => code).sort();
  assert.deepEqual(codes(xml), codes(starter()));
  await modeler.close();
});

test('the boundary events are still right after the Modeler saved the diagram', async () => {
  const modeler = await openModeler(browser, [templates.normal], starter());
  assert.deepEqual(await lint(await modeler.xml()), []);
  await modeler.close();
});
