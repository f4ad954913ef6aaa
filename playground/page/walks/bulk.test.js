import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playExamples } from './examples.js';

const play = playExamples();
const LIMIT = 10;
const ALL = 300;
/** Advertisements of a channel that the page shows at first. */
const SHOWN = 20;

test('300 publications are published at the limit, in the plot', async (t) => {
  const window = await play.begin();
  const { diagram, feishu, people, rate } = window;
  const samples = await rate.record();
  const instance = await window.selectsAnother(() => window.button('bulk.start').first().click());
  await rate.plot().locator('canvas').waitFor();

  await feishu.tab('online');
  await feishu.tab('requests');
  await feishu.requests('publish').first().waitFor();
  await people.startButton().click();
  await people.closeForm();

  await diagram.instanceIs('state.completed');
  assert.equal(window.instance(), instance);
  await rate.has('rate.waiting', 0);
  // A publication of a second before counts as part of the run; the list below has those of this bulk alone.
  await rate.reaches('rate.total', { least: ALL });
  const seen = await samples();
  const refused = Math.max(...seen.map((one) => one.refused));
  const seconds = seen.map(({ lastSecond }) => lastSecond);
  t.diagnostic(`published a second: ${seconds.join(' ')}; refused: ${refused}`);
  assert.ok(Math.max(...seconds) <= LIMIT, 'more than the limit in a second');
  assert.ok(seen.some(({ total }) => total > 0 && total < ALL), 'the sum grows');
  // How many wait at once depends on how fast the engine makes jobs, which is for a benchmark to say.
  assert.ok(seen.some(({ waiting }) => waiting > LIMIT), 'more jobs wait than are published in a second');
  assert.ok(seen.every(({ waiting }) => waiting <= ALL), 'more jobs wait than there are');
  await feishu.tab('online');
  await feishu.part.getByRole('button', { name: window.t('list.more', { n: ALL - SHOWN }) }).waitFor();
});
