import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approve, requestPublication, seeResult } from './approval.js';
import { playExamples } from './examples.js';

const play = playExamples();
const ENGINEER = '7004000000000000001';
const SECOND = '7004000000000000002';
const ONLINE = 'Careers';

test('API sync is switched off, then on, and the advertisement is published', async () => {
  const window = await play.begin();
  const { diagram, feishu, people } = window;
  await feishu.turn('settings.apiSync', false);
  await requestPublication(window, ENGINEER);
  await approve(window);

  await people.task('Turn on the API sync switch').waitFor();
  await diagram.isMarked('api-sync-is-off', 'caught');
  await diagram.isMarked('turn-on-api-sync', 'active');
  await diagram.click('api-sync-is-off');
  const advice = diagram.details.locator('.feishu-error');
  const english = await advice.innerText();
  assert.match(english, /1002613/);
  await window.switchTo('zh');
  await diagram.details.getByText('1002613').first().waitFor();
  const chinese = await advice.locator('.advice').innerText();
  assert.match(chinese, /通过 API 同步职位/);
  assert.ok(!english.includes(chinese));
  await window.switchTo('en');

  await feishu.turn('settings.apiSync', true);
  await people.open('Turn on the API sync switch');
  await people.form.choose('The switch is on');
  await people.complete();
  await seeResult(window);

  await feishu.tab('online');
  assert.match(await feishu.readCareersPage(ONLINE, ENGINEER), new RegExp(await title(feishu, ONLINE, ENGINEER)));
  await feishu.tab('requests');
  const published = feishu.requests('publish');
  const [success, refusal] = [await feishu.readRequest(published.nth(0)), await feishu.readRequest(published.nth(1))];
  assert.match(refusal, /1002613/);
  assert.match(success, /Feishu code 0/);
  assert.notEqual(logId(success), logId(refusal));
});

test('a rejected request goes back to the requester with the comment, and is withdrawn', async () => {
  const window = await play.begin();
  const { diagram, feishu, people } = window;
  await requestPublication(window, ENGINEER);
  await people.open('Approve publication');
  assert.equal(await people.form.field('Advertisement ID').inputValue(), ENGINEER);
  await people.form.choose('Reject');
  await people.form.type('Comment for the requester', 'Not before May.');
  await people.complete();

  await people.open('Request publication');
  assert.equal(await people.form.field('Why it was sent back').inputValue(), 'Not before May.');
  await people.form.choose('Withdraw');
  await people.complete();
  await diagram.instanceIs('state.completed');
  await diagram.isMarked('request-withdrawn', 'completed');
  await feishu.tab('online');
  await feishu.part.getByText(window.t('online.none')).first().waitFor();
  assert.equal(await feishu.part.locator('.careers').count(), 0);
});

test('a closed job is opened again from its form, and the advertisement is published', async () => {
  const window = await play.begin();
  const { diagram, feishu, people } = window;
  await requestPublication(window, SECOND, '产品经理 Product Manager');
  await feishu.setAdvertisement(SECOND, 'closed');
  await approve(window);

  await people.open('Decide on closed job');
  await diagram.isMarked('job-is-closed', 'caught');
  await people.form.choose('Open the job again and publish');
  await people.complete();
  await seeResult(window);
  await diagram.isMarked('reopen-job', 'completed');
  await feishu.tab('online');
  await feishu.online(ONLINE, SECOND).waitFor();
  await feishu.tab('requests');
  await feishu.requests('openJob').first().waitFor();
});

const title = (feishu, channel, advertisement) =>
  feishu.online(channel, advertisement).getByRole('link').evaluate((link) => link.firstChild.textContent);

function logId(request) {
  const [, found] = /Log ID (\w+)/.exec(request) ?? assert.fail(`no log ID in: ${request}`);
  return found;
}
