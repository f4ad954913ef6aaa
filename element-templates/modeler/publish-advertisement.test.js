/** What only the templates of "Publish job advertisement" do in the panel. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { startChromium } from './browser.js';
import { connectorNamed } from './files.js';
import { openModeler } from './modeler.js';

const { templates } = connectorNamed('publish-advertisement');

let browser;
let modeler;
before(async () => (browser = await startChromium()));
after(() => browser.close());
beforeEach(async () => {
  modeler = await openModeler(browser, Object.values(templates));
  await modeler.select('task');
});
afterEach(() => modeler.close());

test('the advertisement goes to the referral platform unless the modeler says otherwise', async () => {
  await modeler.apply(templates.normal.name);

  assert.equal(await modeler.error('Advertisement ID'), 'Advertisement ID must not be empty.');
  assert.equal(await modeler.value('Recruitment channel'), 'referral');
});

test('a job channel id is asked for only when a website is chosen', async () => {
  await modeler.apply(templates.normal.name);
  assert.equal(await modeler.entry('Job channel ID').count(), 0);

  await modeler.choose('Recruitment channel', 'Recruitment website, by its channel ID (官网)');
  assert.equal(await modeler.error('Job channel ID'), 'Job channel ID must not be empty.');

  await modeler.choose('Recruitment channel', 'Let Feishu decide');
  assert.equal(await modeler.entry('Job channel ID').count(), 0);
  assert.doesNotMatch(await modeler.xml(), /channel\.jobChannelId/);
});

test('an expression is no digits and yet fine', async () => {
  await modeler.apply(templates.normal.name);
  await modeler.fillFeel('Advertisement ID', 'advertisementId');

  assert.equal(await modeler.error('Advertisement ID'), undefined);
  assert.match(await modeler.xml(), /<zeebe:input source="=advertisementId" target="advertisementId" \/>/);
});

test('a tooltip says where a value is found, with a link', async () => {
  await modeler.apply(templates.normal.name);
  const tooltip = await modeler.tooltip('Advertisement ID');
  assert.match(await tooltip.innerText(), /6960663240925956660.*data\.default_job_post\.id/s);
  assert.match(await tooltip.locator('a').getAttribute('href'), /^https:\/\/open\.feishu\.cn\/document\//);
});

test('the Chinese template speaks Chinese throughout', async () => {
  await modeler.apply('飞书招聘：发布职位广告');
  await modeler.fill('职位广告 ID', 'abc');
  assert.equal(await modeler.error('职位广告 ID'), '职位广告 ID 应为新建职位时飞书招聘返回的一串数字，最多 32 位');
  await modeler.choose('招聘渠道', '招聘官网（按渠道 ID）');
  assert.equal(await modeler.entry('招聘渠道 ID').count(), 1);
  assert.deepEqual(await modeler.groupsThatAreOpen(), ['职位广告', '发布渠道', '应用凭证']);
});
