import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playExamples, REQUISITION } from './examples.js';
import { completeRequisition, requestJob, TITLE } from './requisition.js';

const play = playExamples();

test('a requisition becomes a job, is advertised on two channels, and is closed when the position is filled', async () => {
  const window = await play.begin();
  const { diagram, feishu, people } = window;
  const instance = await people.start(REQUISITION);
  const code = `WALK-${instance.slice(-8)}`;
  await requestJob(window);
  await completeRequisition(window, code);

  await people.open('See where it is online');
  await people.form.says('Careers');
  await feishu.tab('jobs');
  const job = feishu.job(code);
  await job.getByText(window.t('jobs.open'), { exact: true }).waitFor();
  const advertisement = /\d{19}/.exec(await job.locator('.advertisement').innerText())[0];
  await feishu.tab('online');
  await feishu.online('Referral platform', advertisement).waitFor();
  assert.match(await feishu.readCareersPage('Careers', advertisement), new RegExp(TITLE));
  await people.complete();

  await diagram.showInstance();
  await diagram.sendMessage('Position filled', 'position-filled');
  await diagram.instanceIs('state.completed');
  await diagram.isMarked('job-closed', 'completed');
  await feishu.tab('jobs');
  await job.getByText(window.t('jobs.closed'), { exact: true }).waitFor();
  await feishu.tab('online');
  await feishu.online('Careers', advertisement).waitFor({ state: 'hidden' });
  await feishu.online('Referral platform', advertisement).waitFor({ state: 'hidden' });
});
