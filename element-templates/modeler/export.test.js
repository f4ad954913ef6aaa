/**
 * Fills in each template as a modeler would and exports the diagram. The exports are committed, because the Java build,
 * which needs no Node, deploys and runs them: `npm run update-exports` writes them anew.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { diagram, read, root, templates } from './files.js';
import { startLinter } from './linting.js';
import { openModeler, startChromium } from './modeler.js';

const COMMITTED = 'src/test/resources/exported';
const SANDBOX = 'http://127.0.0.1:18080';
const ADVERTISEMENT = '6960663240925956660';
const ENGLISH = { id: 'Advertisement ID', channel: 'Recruitment channel', connection: 'Connection' };
const TASK = '<bpmn:task id="publish" name="Publish" />';

/** Which fields a modeler fills in, and with what. */
const exports = {
  'publish-on-website': {
    template: templates.normal,
    async fillIn(modeler) {
      await modeler.fillFeel(ENGLISH.id, 'advertisementId');
      await modeler.choose(ENGLISH.channel, 'Recruitment website (官网)');
      await modeler.fillFeel('Job channel ID', 'jobChannelId');
      await useSandbox(modeler);
    },
  },
  'publish-typed-id': {
    template: templates.normal,
    async fillIn(modeler) {
      await modeler.fill(ENGLISH.id, ADVERTISEMENT);
      await useSandbox(modeler);
    },
  },
  'publish-chinese': {
    template: templates.chinese,
    async fillIn(modeler) {
      await modeler.fill('职位广告 ID', ADVERTISEMENT);
      await modeler.choose('招聘渠道', '内推平台');
      await useSandbox(modeler, { connection: '连接设置', region: '平台', own: '自定义地址', baseUrl: '服务地址' });
    },
  },
  'publish-hybrid': {
    template: templates.hybrid,
    async fillIn(modeler) {
      await modeler.fill(ENGLISH.id, ADVERTISEMENT);
      await modeler.choose(ENGLISH.channel, 'Let Feishu decide');
      await useSandbox(modeler);
    },
  },
  'publish-send-task': {
    template: templates.sendTask,
    element: '<bpmn:sendTask id="publish" name="Publish" />',
    async fillIn(modeler) {
      await modeler.fill(ENGLISH.id, ADVERTISEMENT);
      await useSandbox(modeler);
    },
  },
  'publish-throw-event': {
    template: templates.throwEvent,
    element: '<bpmn:intermediateThrowEvent id="publish" name="Publish" />',
    size: { width: 36, height: 36 },
    async fillIn(modeler) {
      await modeler.fill(ENGLISH.id, ADVERTISEMENT);
      await useSandbox(modeler);
    },
  },
};

let browser;
let lint;
before(async () => {
  browser = await startChromium();
  lint = await startLinter(browser);
});
after(() => browser.close());

for (const [name, { template, element = TASK, size, fillIn }] of Object.entries(exports)) {
  test(`${name}.bpmn is what the Modeler exports`, async () => {
    const modeler = await openModeler(browser, Object.values(templates), diagram(element, { id: name, ...size }));
    await modeler.select('publish');
    await modeler.apply(template.name);
    await fillIn(modeler);
    assert.equal(await modeler.errors(), 0);
    const xml = await modeler.xml();
    await modeler.close();

    write('target/exported', name, xml);
    if (process.env.UPDATE_EXPORTS) {
      write(COMMITTED, name, xml);
    }
    assert.deepEqual(await lint(xml), []);
    assert.equal(xml, read(`${COMMITTED}/${name}.bpmn`), 'Not as committed. Look at it, then: npm run update-exports');
  });
}

/** The field takes no FEEL, so the Java build puts the address of its sandbox in the place of this one. */
async function useSandbox(
  modeler,
  { connection, region, own, baseUrl } = {
    connection: 'Connection',
    region: 'Region',
    own: 'Own base URL',
    baseUrl: 'Base URL',
  },
) {
  await modeler.toggle(connection);
  await modeler.choose(region, own);
  await modeler.fill(baseUrl, SANDBOX);
}

function write(folder, name, xml) {
  const file = join(root, folder, `${name}.bpmn`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, xml);
}
