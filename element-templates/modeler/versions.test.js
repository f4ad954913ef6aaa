import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startChromium } from './browser.js';
import { templates } from './files.js';
import { openModeler } from './modeler.js';

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());

const forTasks = Object.entries(templates).filter(([, { appliesTo }]) => appliesTo.includes('bpmn:Task'));

/** The files of the templates that the Modeler offers for the task of a diagram of this version. */
async function offered(version) {
  const modeler = await openModeler(
    browser,
    forTasks.map(([, template]) => template),
  );
  const ids = await modeler.page.evaluate((camunda) => {
    const elementTemplates = window.modeler.get('elementTemplates');
    // As the desktop Modeler does with the version that the diagram names.
    elementTemplates.setEngines({ camunda });
    return elementTemplates.getLatest(window.modeler.get('elementRegistry').get('task')).map(({ id }) => id);
  }, version);
  await modeler.close();
  return forTasks.filter(([, { id }]) => ids.includes(id)).map(([file]) => file);
}

for (const version of ['8.7.0', '8.8.0', '8.9.0', '8.10.0']) {
  test(`the Modeler offers the templates in a diagram for Camunda ${version}`, async () => {
    assert.ok(forTasks.length > 0);
    assert.deepEqual(
      await offered(version),
      forTasks.map(([file]) => file),
    );
  });
}

test('the Modeler does not offer them in a diagram for an older Camunda than was tried', async () => {
  assert.deepEqual(await offered('8.6.0'), []);
});
