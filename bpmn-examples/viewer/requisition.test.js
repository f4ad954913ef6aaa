import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openForm, startChromium } from './viewer.js';

const list = (...labels) => ({ items: labels.map((label, index) => ({ label, value: String(index + 1) })), count: labels.length });
const LISTS = {
  jobTypes: list('技术 / 后端开发 (Technology / Backend)'),
  jobProcesses: list('社招标准流程 (Experienced hire)', '校招标准流程 (Campus hire)'),
  departments: list('研发中心 (Research and development)'),
  locations: list('海淀区知春路 1 号 (1 Zhichun Road)'),
  channels: list('内推平台 (Referral platform)', '社招官网 (Careers)'),
};
const EMPTY = {
  title: null,
  headCount: null,
  jobTypeId: null,
  processId: null,
  departmentId: null,
  locationIds: null,
  channelIds: null,
  hiringManager: null,
  expiresAt: null,
  description: null,
  requirement: null,
};
const WISH = {
  title: 'Data engineer',
  headCount: 2,
  jobTypeId: '1',
  processId: '1',
  departmentId: '1',
  locationIds: ['1'],
  channelIds: ['2'],
  hiringManager: 'wang.qiang@example.com',
  expiresAt: '2099-03-31',
  description: 'Builds the data platform',
  requirement: 'Has built one before',
};
const FEISHU_ERROR = {
  code: 1002613,
  name: 'FEISHU_API_SYNC_DISABLED',
  message: 'sync job by api is not enabled',
  logId: '20261122190000ABCDEF',
  jobId: '7003000000000000001',
  advice: { en: 'Ask an administrator.', zh: '请联系管理员。' },
};

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());

const open = (name, variables) => openForm(browser, name, variables);

test('a hiring manager chooses by name and types no id', async () => {
  const form = await open('request-job', { ...EMPTY, ...LISTS });
  await form.screenshot();
  assert.doesNotMatch(await form.text(), /null|undefined|{{/);
  const required = Object.keys(EMPTY).filter((key) => !['locationIds', 'requirement'].includes(key));
  assert.deepEqual((await form.submit()).violations, required.sort());
  assert.deepEqual(await form.options('Job type'), LISTS.jobTypes.items.map(({ label }) => label));
  await form.pick('Hiring process', '校招标准流程 (Campus hire)');
  await form.type("Hiring manager's e-mail", 'Wang Qiang');
  assert.ok((await form.submit()).violations.includes('hiringManager'));
});

test('a requisition that is to be corrected shows what was filled in before', async () => {
  const form = await open('request-job', { ...WISH, ...LISTS });
  await form.screenshot('request-job-filled-in');
  assert.deepEqual(await form.submit(), { variables: WISH, violations: [] });
});

test('HR completes what it approves, and only that', async () => {
  const first = { ...WISH, ...LISTS, approved: null, code: null, recruiter: null, recruitmentTypeId: null };
  const form = await open('complete-requisition', first);
  assert.deepEqual((await form.submit()).violations, ['approved']);
  await form.choose('Approve');
  await form.becomes('visible', 'Code of the requisition');
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['code', 'recruiter', 'recruitmentTypeId']);
  await form.type('Code of the requisition', 'BE-2027-01');
  await form.type("Recruiter's e-mail", 'li.xue@example.com');
  await form.pick('Kind of employment', 'Full-time / 社招：全职');
  const added = { approved: true, code: 'BE-2027-01', recruiter: 'li.xue@example.com', recruitmentTypeId: '101' };
  assert.deepEqual(await form.submit(), { variables: { ...WISH, ...added }, violations: [] });

  await form.choose('Reject');
  await form.becomes('hidden', 'Code of the requisition');
  assert.deepEqual((await form.submit()).violations, []);
});

test('a code that Feishu Hire does not take is refused in the form', async () => {
  const added = { approved: true, code: 'Nr. 1', recruiter: 'li.xue@example.com', recruitmentTypeId: '101' };
  const form = await open('complete-requisition', { ...WISH, ...LISTS, ...added });
  assert.deepEqual((await form.submit()).violations, ['code']);
});

for (const [stoppedAt, correctable] of [['list', false], ['create', true], ['publish', false], ['close', false]]) {
  test(`a problem is resolved where the process stopped: ${stoppedAt}`, async () => {
    const variables = { stoppedAt, title: stoppedAt === 'list' ? null : WISH.title, feishuError: FEISHU_ERROR, resolution: null };
    const form = await open('resolve-requisition-problem', variables);
    await form.screenshot(`resolve-requisition-problem-${stoppedAt}`);
    const text = await form.text();
    assert.ok(text.includes(FEISHU_ERROR.advice.en) && text.includes(FEISHU_ERROR.advice.zh), text);
    assert.doesNotMatch(text, /null|undefined|{{/);
    assert.equal(/Correct the requisition/.test(text), correctable);
    assert.deepEqual((await form.submit()).violations, ['resolution']);
    await form.choose('Try again');
    assert.equal((await form.submit()).variables.resolution, 'retry');
    await form.choose('Give up');
    assert.equal((await form.submit()).variables.resolution, 'give-up');
  });
}

const DECISIONS = {
  'decide-on-existing-job': { 'A person finishes that job in Feishu Hire': 'finish-by-hand', 'Ask again with a new code': 'correct' },
  'reopen-closed-job': { 'Open the job again and publish': 'reopen', 'Leave it closed': 'leave-closed' },
};

for (const [name, choices] of Object.entries(DECISIONS)) {
  test(`${name} offers what the process can do next`, async () => {
    const form = await open(name, { title: WISH.title, code: 'BE-2027-01', feishuError: FEISHU_ERROR, resolution: null });
    await form.screenshot();
    const text = await form.text();
    assert.ok(text.includes(FEISHU_ERROR.advice.en) && text.includes(FEISHU_ERROR.advice.zh), text);
    assert.doesNotMatch(text, /null|undefined|{{/);
    assert.deepEqual((await form.submit()).violations, ['resolution']);
    for (const [label, resolution] of Object.entries(choices)) {
      await form.choose(label);
      assert.equal((await form.submit()).variables.resolution, resolution);
    }
  });
}
