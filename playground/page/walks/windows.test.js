import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approve, requestPublication } from './approval.js';
import { playExamples } from './examples.js';

const play = playExamples();

test('what is done in one window appears in the other', async () => {
  const here = await play.begin();
  const there = await play.open('zh');
  await requestPublication(here, '7004000000000000001');
  const instance = here.instance();
  await there.people.task('Approve publication', instance).waitFor();
  await there.people.open('Approve publication', instance);
  await here.feishu.turn('settings.apiSync', false);
  await there.feishu.shows('settings.apiSync', false);

  await approve(here);
  await there.people.part.getByText(there.t('task.gone')).waitFor();
  await there.people.closeForm();
  await there.people.task('Turn on the API sync switch', instance).waitFor();
});

test('a reload keeps what is selected and what is open', async () => {
  const window = await play.begin();
  await requestPublication(window, '7004000000000000002');
  const instance = window.instance();
  await window.people.task('Approve publication').waitFor();
  await window.feishu.tab('requests');
  const newest = await window.feishu.part.locator('.requests > li').first().innerText();
  const process = await window.diagram.process().inputValue();
  await window.reload();
  assert.equal(window.instance(), instance);
  assert.equal(await window.diagram.process().inputValue(), process);
  assert.equal(await window.diagram.instances().inputValue(), instance);
  await window.people.task('Approve publication').waitFor();
  await window.diagram.isMarked('approve-publication', 'active');
  await window.feishu.tab('requests');
  assert.equal(await window.feishu.part.locator('.requests > li').first().innerText(), newest);
});
