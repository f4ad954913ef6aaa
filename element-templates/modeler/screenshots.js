/**
 * Takes the pictures of the Modeler for the documentation, and notes what they show in docs/modeler-pictures.json, so
 * that ModelerPicturesTest notices when that changes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChromium } from './browser.js';
import { diagram } from './diagrams.js';
import { connectorNamed, read, root, templates as allTemplates } from './files.js';
import { openModeler } from './modeler.js';

const DOCS = join(root, '../docs');
const ADVERTISEMENT = '6960663240925956660';
const all = Object.values(allTemplates);
const LINK = 'https://example.jobs.feishu.cn/{websiteId}/position/{advertisementId}/detail';
const { starter, templates } = connectorNamed('publish-advertisement');
const check = connectorNamed('check-advertisement').templates.normal;
const list = connectorNamed('list-choices').templates.normal;
const create = connectorNamed('create-job').templates.normal;
const lookUp = connectorNamed('look-up-job').templates.normal;
const openOrClose = connectorNamed('open-or-close-job').templates.normal;
const PUBLISH = oneTask('publish-one', 'Publish one advertisement', 'Publish', 'Published');
const CHECK = oneTask('check-one', 'Check one advertisement', 'Check', 'Checked');
const LIST = oneTask('list-departments', 'List departments', 'List', 'Listed');
const CREATE = oneTask('create-one', 'Create one job', 'Create', 'Created');
const LOOK_UP = oneTask('look-up-one', 'Look up one job', 'Look up', 'Found');
const OPEN = oneTask('open-one', 'Open one job', 'Open', 'Open');

const browser = await startChromium();
mkdirSync(DOCS, { recursive: true });

await take('modeler-search', { height: 620 }, async (modeler) => {
  await modeler.select('task');
  await modeler.search('feishu');
});
await take('modeler-panel-closed', { height: 860 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(templates.normal.name);
  for (const group of ['Advertisement', 'Channel', 'Credentials']) {
    await modeler.toggle(group);
  }
});
await take('modeler-panel-fresh', { height: 860 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(templates.normal.name);
});
await take('modeler-panel-filled', { height: 2480 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(templates.normal.name);
  await modeler.fill('Advertisement ID', ADVERTISEMENT);
  await modeler.choose('Recruitment channel', 'Recruitment website, by its name (官网)');
  await modeler.fill('Name of the website', '社招官网');
  for (const group of ['Link', 'Repeating']) {
    await modeler.toggle(group);
  }
  await modeler.fill('Address of the advertisement', LINK);
  await modeler.set(templates.normal, 'lookBeforeRepeating', true);
  await modeler.fillFeel('Job ID', 'jobId');
  for (const group of ['Connection', 'Output mapping', 'Error handling', 'Retries']) {
    await modeler.toggle(group);
  }
});
await take('modeler-panel-filled-zh', { height: 2320 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(templates.chinese.name);
  await modeler.fill('职位广告 ID', ADVERTISEMENT);
  await modeler.choose('招聘渠道', '招聘官网（按名称）');
  await modeler.fill('官网名称', '社招官网');
  for (const group of ['链接', '重试前查询']) {
    await modeler.toggle(group);
  }
  await modeler.fill('职位广告网址', LINK);
  await modeler.set(templates.chinese, 'lookBeforeRepeating', true);
  await modeler.fillFeel('职位 ID', 'jobId');
  for (const group of ['连接设置', '输出映射', '错误处理', '重试']) {
    await modeler.toggle(group);
  }
});
await take('modeler-panel-check', { xml: CHECK, height: 1160 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(check.name);
  await modeler.fillFeel('Advertisement ID', 'advertisementId');
  await modeler.fillFeel('Job ID', 'jobId');
  await modeler.choose('Recruitment channel', 'Recruitment website, by its name (官网)');
  await modeler.fill('Name of the website', '社招官网');
  await modeler.toggle('Link');
  await modeler.fill('Address of the advertisement', LINK);
});
await take('modeler-panel-list', { xml: LIST, height: 960 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(list.name);
  await modeler.choose('List', 'Departments (部门)');
  await modeler.fillFeel('Filter', 'partOfName');
});
await take('modeler-panel-create', { xml: CREATE, height: 2480 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(create.name);
  await modeler.fillFeel('Title', 'title');
  await modeler.fillFeel('Expires', 'lastDay');
  await modeler.fillFeel('Recruiter', 'recruiterEmail');
  await modeler.fillFeel('Hiring managers', '[managerEmail]');
  await modeler.fill('Kind of hiring', '1');
  await modeler.fillFeel('Hiring process', 'processId');
  await modeler.fillFeel('Job type (职位类别)', 'jobTypeId');
  await modeler.fill('Employment', '101');
  await modeler.fillFeel('Department', 'departmentId');
  for (const group of ['Pay and requirements', 'Advertisement', 'Further fields']) {
    await modeler.toggle(group);
  }
  await modeler.fill('Pay from', '20');
  await modeler.fill('Pay up to', '35');
  await modeler.fillFeel('Job description', 'description');
});
await take('modeler-panel-look-up', { xml: LOOK_UP, height: 760 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(lookUp.name);
  await modeler.fillFeel('Job ID', 'createdJob.jobId');
});
await take('modeler-panel-open-or-close', { xml: OPEN, height: 960 }, async (modeler) => {
  await modeler.select('task');
  await modeler.apply(openOrClose.name);
  await modeler.fillFeel('Job ID', 'createdJob.jobId');
  await modeler.fillFeel('Expires', 'lastDay');
});
await take('modeler-starter', { xml: starter, width: 1900, height: 560 }, async (modeler) => {
  await modeler.select('feishu-api-sync-disabled');
  for (const group of ['General', 'Error', 'Output mapping']) {
    await modeler.toggle(group);
  }
});

await browser.close();

const SHOWN = [
  'feishu-hire-publish-advertisement.json',
  'feishu-hire-publish-advertisement-zh.json',
  'feishu-hire-check-advertisement.json',
  'feishu-hire-list-choices.json',
  'feishu-hire-create-job.json',
  'feishu-hire-look-up-job.json',
  'feishu-hire-open-or-close-job.json',
  'starter/feishu-hire-publish-advertisement-starter.bpmn',
];
const hashes = SHOWN.map((file) => [file, createHash('sha256').update(read(file)).digest('hex')]);
writeFileSync(join(DOCS, 'modeler-pictures.json'), JSON.stringify(Object.fromEntries(hashes), null, 2) + '\n');

function oneTask(id, process, task, end) {
  return diagram({ id, names: { process, start: 'Requested', task, end } });
}

async function take(name, { xml = PUBLISH, width = 1200, height }, steps) {
  const modeler = await openModeler(browser, all, xml, { width, height });
  await steps(modeler);
  await modeler.page.mouse.move(5, height - 5);
  // A field that was left for the next one quickly may still propose what it has already.
  await modeler.page.addStyleTag({ content: '.cm-tooltip { display: none !important; }' });
  await modeler.page.evaluate(() => document.activeElement.blur());
  await modeler.page.waitForTimeout(500);
  await modeler.page.screenshot({ path: join(DOCS, `${name}.png`) });
  await modeler.close();
  console.log(`docs/${name}.png`);
}
