import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { templates } from './files.js';
import { openModeler, startChromium } from './modeler.js';

const NAME = 'Feishu Hire: Publish job advertisement';

let browser;
let modeler;
before(async () => (browser = await startChromium()));
after(() => browser.close());
beforeEach(async () => {
  modeler = await openModeler(browser, [templates.normal, templates.chinese, templates.hybrid]);
  await modeler.select('publish');
});
afterEach(() => modeler.close());

for (const words of ['feishu', 'lark', '飞书', '招聘', 'job ad', 'publish']) {
  test(`searching "${words}" finds the templates and nothing else`, async () => {
    const found = await modeler.search(words);
    assert.deepEqual(found.toSorted(), [NAME, `Hybrid ${NAME}`, '飞书招聘：发布职位广告'].toSorted());
  });
}

test('a fresh task asks for the advertisement id and for nothing else', async () => {
  await modeler.apply(NAME);

  assert.equal(await modeler.error('Advertisement ID'), 'Advertisement ID must not be empty.');
  assert.equal(await modeler.errors(), 1);
  assert.equal(await modeler.value('App ID'), '{{secrets.FEISHU_APP_ID}}');
  assert.equal(await modeler.value('App secret'), '{{secrets.FEISHU_APP_SECRET}}');
  assert.equal(await modeler.value('Recruitment channel'), 'referral');
});

test('the groups are in reading order, the advanced ones closed', async () => {
  await modeler.apply(NAME);

  const ours = ['Advertisement', 'Channel', 'Credentials', 'Connection', 'Output mapping', 'Error handling', 'Retries'];
  assert.deepEqual((await modeler.groups()).filter((group) => ours.includes(group)), ours);
  assert.deepEqual(await modeler.openGroups(), ['Advertisement', 'Channel', 'Credentials']);
});

test('a job channel id is asked for only when a website is chosen', async () => {
  await modeler.apply(NAME);
  assert.equal(await modeler.entry('Job channel ID').count(), 0);

  await modeler.choose('Recruitment channel', 'Recruitment website (官网)');
  assert.equal(await modeler.error('Job channel ID'), 'Job channel ID must not be empty.');

  await modeler.choose('Recruitment channel', 'Let Feishu decide');
  assert.equal(await modeler.entry('Job channel ID').count(), 0);
  assert.doesNotMatch(await modeler.xml(), /channel\.jobChannelId/);
});

test('a base URL is asked for only when there is one of its own', async () => {
  await modeler.apply(NAME);
  await modeler.toggle('Connection');
  assert.equal(await modeler.entry('Base URL').count(), 0);

  await modeler.choose('Region', 'Own base URL');
  assert.equal(await modeler.error('Base URL'), 'Base URL must not be empty.');
});

const DIGITS = 'Advertisement ID must be the digits that Feishu Hire returns when a job is created, at most 32';
for (const [value, violation] of [
  ['69606632409259566x', DIGITS],
  ['../6960663240925956660', DIGITS],
  ['6'.repeat(33), DIGITS],
  ['6960663240925956660', undefined],
  ['{{secrets.ADVERTISEMENT}}', undefined],
]) {
  test(`"${value}" as advertisement id is ${violation ? 'refused in words' : 'fine'}`, async () => {
    await modeler.apply(NAME);
    await modeler.fill('Advertisement ID', value);
    assert.equal(await modeler.error('Advertisement ID'), violation);
  });
}

test('a violation goes away when the value is mended', async () => {
  await modeler.apply(NAME);
  await modeler.fill('Advertisement ID', '123 456');
  assert.equal(await modeler.error('Advertisement ID'), DIGITS);

  await modeler.fill('Advertisement ID', '123456');
  assert.equal(await modeler.error('Advertisement ID'), undefined);
});

test('an expression is no digits and yet fine', async () => {
  await modeler.apply(NAME);
  await modeler.fillFeel('Advertisement ID', 'advertisementId');

  assert.equal(await modeler.error('Advertisement ID'), undefined);
  assert.match(await modeler.xml(), /<zeebe:input source="=advertisementId" target="advertisementId" \/>/);
});

for (const [group, label, wrong, violation, right] of [
  ['Connection', 'Time limit in seconds', '31', 'Time limit in seconds must be a whole number from 1 to 30', '30'],
  ['Retries', 'Retries', 'three', 'Retries must be a whole number from 1 to 999', '5'],
  ['Retries', 'Retry backoff', '30s', 'Retry backoff must be a duration such as PT30S', 'PT1M'],
]) {
  test(`"${wrong}" is refused as ${label.toLowerCase()}, and "${right}" is not`, async () => {
    await modeler.apply(NAME);
    await modeler.toggle(group);
    await modeler.fill(label, wrong);
    assert.equal(await modeler.error(label), violation);
    await modeler.fill(label, right);
    assert.equal(await modeler.error(label), undefined);
  });
}

test('the error expression says which BPMN error codes there are', async () => {
  await modeler.apply(NAME);
  await modeler.toggle('Error handling');

  const text = await modeler.group('Error handling').innerText();
  for (const code of ['FEISHU_API_SYNC_DISABLED', 'FEISHU_JOB_CLOSED', 'FEISHU_UNKNOWN_ERROR']) {
    assert.ok(text.includes(code), text);
  }
});

test('a tooltip says where a value is found, with a link', async () => {
  await modeler.apply(NAME);
  const tooltip = await modeler.tooltip('Advertisement ID');
  assert.match(await tooltip.innerText(), /6960663240925956660.*data\.default_job_post\.id/s);
  assert.match(await tooltip.locator('a').getAttribute('href'), /^https:\/\/open\.feishu\.cn\/document\//);
});

test('the Chinese template speaks Chinese throughout', async () => {
  await modeler.apply('飞书招聘：发布职位广告');
  await modeler.fill('职位广告 ID', 'abc');
  assert.equal(await modeler.error('职位广告 ID'), '职位广告 ID 应为新建职位时飞书招聘返回的一串数字，最多 32 位');
  await modeler.choose('招聘渠道', '招聘官网');
  assert.equal(await modeler.entry('招聘渠道 ID').count(), 1);
  assert.deepEqual(await modeler.openGroups(), ['职位广告', '发布渠道', '应用凭证']);
});
