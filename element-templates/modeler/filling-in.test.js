/** What every connector's templates do in the panel. What only one does stands in a test of its name. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startChromium } from './browser.js';
import { diagram } from './diagrams.js';
import { conditionsOf, field, labelOf, required } from './fields.js';
import { connectors, templates } from './files.js';
import { openModeler } from './modeler.js';

const onTasks = Object.values(templates).filter(({ appliesTo }) => appliesTo[0] === 'bpmn:Task');
const names = onTasks.map(({ name }) => name);

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());

/** Opens a Modeler with all templates, the element that the template is for being selected. */
async function openFor({ appliesTo }, steps) {
  const modeler = await openModeler(browser, Object.values(templates), diagram({ type: appliesTo[0] }));
  await modeler.select('task');
  await steps(modeler);
  await modeler.close();
}

test('the words that all templates have find them and nothing else', () =>
  openFor(onTasks[0], async (modeler) => {
    for (const words of ['feishu', 'lark', '飞书', '招聘', 'recruiting']) {
      assert.deepEqual((await modeler.search(words)).toSorted(), names.toSorted(), words);
    }
  }));

for (const { name, templates } of connectors) {
  test(`${name}: every keyword finds the templates`, () =>
    openFor(templates.normal, async (modeler) => {
      const { normal, chinese, hybrid } = templates;
      for (const keyword of normal.keywords) {
        const found = await modeler.search(keyword);
        for (const template of [normal, chinese, hybrid]) {
          assert.ok(found.includes(template.name), `"${keyword}" finds ${found}`);
        }
      }
    }));
}

for (const [file, template] of Object.entries(templates)) {
  test(`${file}: a fresh task asks for what it cannot know, and for nothing else`, () =>
    openFor(template, async (modeler) => {
      await modeler.apply(template.name);
      const labels = (groups) => groups.map(({ label }) => label);
      assert.deepEqual(
        (await modeler.groups()).filter((group) => labels(template.groups).includes(group)),
        labels(template.groups),
      );
      assert.deepEqual(
        await modeler.groupsThatAreOpen(),
        labels(template.groups.filter(({ openByDefault }) => openByDefault)),
      );

      await modeler.openGroups(template);
      assert.equal(await modeler.errors(), required(template).length);
      for (const { label } of required(template)) {
        assert.ok((await modeler.error(label))?.includes(label), label);
      }
      assert.equal(await modeler.value(labelOf(template, 'authentication.appId')), '{{secrets.FEISHU_APP_ID}}');
      assert.equal(await modeler.value(labelOf(template, 'authentication.appSecret')), '{{secrets.FEISHU_APP_SECRET}}');
    }));

  test(`${file}: every field shows, some only with the choice that they belong to`, () =>
    openFor(template, async (modeler) => {
      await modeler.apply(template.name);
      await modeler.openGroups(template);
      const fields = template.properties.filter(({ type }) => type !== 'Hidden');
      const defaultOf = (id) => field(template, id).value;
      const showsAtFirst = (property) =>
        conditionsOf(property).every(({ property: other, values }) => values.includes(defaultOf(other)));

      for (const property of fields) {
        assert.equal(await modeler.entry(property.label).count(), showsAtFirst(property) ? 1 : 0, property.label);
      }
      for (const property of fields.filter((property) => !showsAtFirst(property))) {
        const conditions = conditionsOf(property);
        for (const { property: other, values } of conditions) {
          await modeler.set(template, other, values[0]);
        }
        await modeler.entry(property.label).waitFor();
        for (const { property: other } of conditions.toReversed()) {
          await modeler.set(template, other, defaultOf(other));
        }
        await modeler.entry(property.label).waitFor({ state: 'detached' });
      }
    }));
}

const refusedByAll = [
  { id: 'connection.timeoutInSeconds', wrong: '31', violation: 'must be a whole number from 1 to 30', right: '30' },
  { id: 'retryCount', wrong: 'three', violation: 'must be a whole number from 1 to 999', right: '5' },
  { id: 'retryBackoff', wrong: '30s', violation: 'must be a duration such as PT30S', right: 'PT1M' },
];
for (const { name, starter, templates, fillingIn } of connectors) {
  const template = templates.normal;

  test(`${name}: what a field cannot take is refused in words, until it is mended`, () =>
    openFor(template, async (modeler) => {
      await modeler.apply(template.name);
      await modeler.openGroups(template);

      for (const { id, given, wrong, violation, right } of [...fillingIn.refused, ...refusedByAll]) {
        for (const [other, value] of Object.entries(given ?? {})) {
          await modeler.set(template, other, value);
        }
        const label = labelOf(template, id);
        await modeler.fill(label, wrong);
        assert.ok((await modeler.error(label))?.endsWith(violation), `${wrong} as ${label}`);
        await modeler.fill(label, right);
        assert.equal(await modeler.error(label), undefined, `${right} as ${label}`);
      }
    }));

  test(`${name}: a base URL is asked for only when there is one of its own`, () =>
    openFor(template, async (modeler) => {
      await modeler.apply(template.name);
      await modeler.openGroup(template, 'connection');
      await modeler.set(template, 'connection.region', 'custom');
      assert.equal(await modeler.error('Base URL'), 'Base URL must not be empty.');
    }));

  test(`${name}: the error expression says which BPMN error codes there are`, () =>
    openFor(template, async (modeler) => {
      await modeler.apply(template.name);
      await modeler.openGroup(template, 'error');

      const text = await modeler.group('Error handling').innerText();
      for (const [, code] of starter.matchAll(/errorCode="([^"]+)"/g)) {
        assert.ok(text.includes(code), `${code} in ${text}`);
      }
    }));
}
