import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templates } from './files.js';
import { openModeler, startChromium } from './modeler.js';

/** What a next version could be: one more field, another text, and the headers that tell the version. */
function madeUpNextVersion() {
  const next = structuredClone(templates.normal);
  next.version += 1;
  next.properties.find(({ id }) => id === 'version').value = String(next.version);
  next.properties.find(({ id }) => id === 'advertisementId').description = 'Said in other words';
  next.properties.push({
    id: 'note',
    label: 'Note',
    type: 'String',
    value: 'new in this version',
    group: 'advertisement',
    binding: { type: 'zeebe:input', name: 'note' },
  });
  return next;
}

test('an upgrade to the next version keeps what the modeler filled in', async () => {
  const browser = await startChromium();
  const before = await openModeler(browser, [templates.normal]);
  await before.select('publish');
  await before.apply(templates.normal.name);
  await before.fill('Advertisement ID', '6960663240925956660');
  await before.choose('Recruitment channel', 'Recruitment website (官网)');
  await before.fillFeel('Job channel ID', 'jobChannelId');
  await before.fill('App ID', '{{secrets.OTHER_APP_ID}}');
  await before.toggle('Retries');
  await before.fill('Retry backoff', 'PT5M');
  const old = await before.xml();

  const next = madeUpNextVersion();
  const modeler = await openModeler(browser, [templates.normal, next], old);
  await modeler.select('publish');
  assert.equal(await modeler.appliedTemplate(), 'Update available');
  await modeler.upgrade();

  assert.equal(await modeler.appliedTemplate(), 'Applied');
  assert.equal(await modeler.value('Note'), 'new in this version');
  const upgraded = await modeler.xml();
  assert.match(upgraded, new RegExp(`zeebe:modelerTemplateVersion="${next.version}"`));
  assert.match(upgraded, new RegExp(`key="elementTemplateVersion" value="${next.version}"`));
  for (const kept of [
    'source="6960663240925956660" target="advertisementId"',
    'source="website" target="channel.type"',
    'source="=jobChannelId" target="channel.jobChannelId"',
    'source="{{secrets.OTHER_APP_ID}}" target="authentication.appId"',
    'key="retryBackoff" value="PT5M"',
  ]) {
    assert.ok(old.includes(kept), kept);
    assert.ok(upgraded.includes(kept), kept);
  }
  await browser.close();
});
