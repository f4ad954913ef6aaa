import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startChromium } from './browser.js';
import { field, labelOf, processVariable, required } from './fields.js';
import { connectorNamed, connectors } from './files.js';
import { openModeler } from './modeler.js';

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());

/** What a next version could be: one more field, another text, and the headers that tell the version. */
function madeUpNextVersion(template) {
  const next = structuredClone(template);
  next.version += 1;
  field(next, 'version').value = String(next.version);
  field(next, 'authentication.appId').description = 'Said in other words';
  next.properties.push({
    id: 'note',
    label: 'Note',
    type: 'String',
    value: 'new in this version',
    group: 'authentication',
    binding: { type: 'zeebe:input', name: 'note' },
  });
  return next;
}

/** Fills in the present version, upgrades, and sees that what the modeler filled in is still there. */
async function upgrade(template, fillIn, expected) {
  const before = await openModeler(browser, [template]);
  await before.select('task');
  await before.apply(template.name);
  await fillIn(before);
  await before.fill(labelOf(template, 'authentication.appId'), '{{secrets.OTHER_APP_ID}}');
  await before.openGroup(template, 'retries');
  await before.fill(labelOf(template, 'retryBackoff'), 'PT5M');
  const old = await before.xml();
  await before.close();

  const next = madeUpNextVersion(template);
  const modeler = await openModeler(browser, [template, next], old);
  await modeler.select('task');
  assert.equal(await modeler.appliedTemplate(), 'Update available');
  await modeler.upgrade();

  assert.equal(await modeler.appliedTemplate(), 'Applied');
  assert.equal(await modeler.value('Note'), 'new in this version');
  const upgraded = await modeler.xml();
  assert.match(upgraded, new RegExp(`zeebe:modelerTemplateVersion="${next.version}"`));
  assert.match(upgraded, new RegExp(`key="elementTemplateVersion" value="${next.version}"`));
  for (const kept of [
    ...expected,
    'source="{{secrets.OTHER_APP_ID}}" target="authentication.appId"',
    'key="retryBackoff" value="PT5M"',
  ]) {
    assert.ok(old.includes(kept), kept);
    assert.ok(upgraded.includes(kept), kept);
  }
  await modeler.close();
}

for (const { name, templates } of connectors) {
  test(`${name}: an upgrade to the next version keeps what the modeler filled in`, () =>
    upgrade(
      templates.normal,
      (modeler) => modeler.fillRequired(templates.normal),
      required(templates.normal).map(
        (property) => `source="=${processVariable(property)}" target="${property.binding.name}"`,
      ),
    ));
}

test('publish-advertisement: an upgrade keeps the channel and what belongs to it', () => {
  const { normal } = connectorNamed('publish-advertisement').templates;
  return upgrade(
    normal,
    async (modeler) => {
      await modeler.fill(labelOf(normal, 'advertisementId'), '6960663240925956660');
      await modeler.set(normal, 'channel.type', 'website');
      await modeler.fillFeel(labelOf(normal, 'channel.jobChannelId'), 'jobChannelId');
    },
    [
      'source="6960663240925956660" target="advertisementId"',
      'source="website" target="channel.type"',
      'source="=jobChannelId" target="channel.jobChannelId"',
    ],
  );
});
