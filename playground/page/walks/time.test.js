import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approve, requestPublication, seeResult } from './approval.js';
import { playExamples } from './examples.js';

const play = playExamples();
const HOUR = 3_600_000;
/** Long enough to ask for another time meanwhile, on a busy machine too. */
const SLOW = 15_000;

test('days pass, and a request that waits brings a reminder', async () => {
  const window = await play.begin();
  const { clock, diagram, people } = window;
  await requestPublication(window, '7004000000000000001');
  await people.task('Approve publication').waitFor();
  const before = await clock.time();
  await clock.forwardADay();
  await clock.passes(before + 24 * HOUR);
  await clock.forwardADay();
  await people.task('Remind approvers').waitFor();
  await diagram.isMarked('remind-approvers', 'active');
  await people.task('Approve publication').getByText(/for 2 days/).waitFor();
});

test('the clock goes on to the next timer', async () => {
  const window = await play.begin();
  const { clock, people } = window;
  await requestPublication(window, '7004000000000000002');
  await people.task('Approve publication').waitFor();
  const before = await clock.time();
  await clock.toNextTimer();
  await clock.passes(before + 1);
});

test('while Feishu is slow, the clock waits for the connector, says so, and then moves by itself', async () => {
  const window = await play.begin();
  const { clock, feishu, people } = window;
  await requestPublication(window, '7004000000000000001');
  await approve(window);
  await seeResult(window);
  await feishu.tab('online');
  const careers = await feishu.online('Careers', '7004000000000000001').getByRole('link').getAttribute('href');
  const slow = { endpoint: 'publish', fault: 'ordinary', delayMillis: SLOW };
  const reply = await fetch(new URL('/sandbox/replies', careers), { method: 'POST', body: JSON.stringify(slow) });
  assert.ok(reply.ok, await reply.text());

  await requestPublication(window, '7004000000000000003');
  await people.open('Approve publication');
  await people.form.choose('Approve');
  await people.complete();
  await window.diagram.isMarked('publish-advertisement', 'active');
  const before = await clock.time();
  await clock.forwardAnHour();
  await clock.waiting().getByText('Publish advertisement').waitFor();
  assert.equal(await clock.button('time.hour').isDisabled(), true);
  assert.ok((await clock.time()) < before + HOUR);
  await clock.waiting().waitFor({ state: 'hidden' });
  await clock.passes(before + HOUR);
  await people.task('See where it is online').waitFor();
});
