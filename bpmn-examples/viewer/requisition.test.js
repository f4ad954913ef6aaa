import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { freePages, openForm, startChromium } from './viewer.js';

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
  minSalary: null,
  maxSalary: null,
  jobTypeId: null,
  processId: null,
  departmentId: null,
  locationIds: [],
  channelIds: [],
  hiringManager: null,
  expiresAt: null,
  description: null,
  requirement: null,
};
const WISH = {
  title: 'Data engineer',
  headCount: 2,
  minSalary: 20,
  maxSalary: 35,
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
/** What the first requisition has of earlier rounds. */
const FRESH = { requestDecision: 'submit', rejectionReason: null, lastProblem: null };
const AT_HR = { ...WISH, ...LISTS, ...FRESH, approved: null, code: null, recruiter: null, recruitmentTypeId: null };
const ADDED = { approved: true, code: 'BE-2027-01', recruiter: 'li.xue@example.com', recruitmentTypeId: '101' };
/** The labels of what the hiring manager asks for. */
const ASKED_FOR = [
  'Title of the job',
  'Job type',
  'Hiring process',
  'Department',
  'Locations',
  'Where to advertise',
  'How many people',
  'Pay from',
  'Pay up to',
  "Hiring manager's e-mail",
  'Last day',
  'What the job is about',
  'What candidates need',
];
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
afterEach(() => freePages(browser));

const open = (name, variables) => openForm(browser, name, variables);

test('a hiring manager chooses by name and types no id', async () => {
  const form = await open('request-job', { ...EMPTY, ...LISTS, ...FRESH });
  await form.screenshot();
  const text = await form.text();
  assert.doesNotMatch(text, /null|undefined|{{|sent it back|not created/);
  assert.match(text, /Choose the day from the calendar\. \/ .*请在日历中选择/);
  const optional = ['locationIds', 'minSalary', 'maxSalary', 'requirement'];
  assert.deepEqual((await form.submit()).violations, Object.keys(EMPTY).filter((key) => !optional.includes(key)).sort());
  assert.deepEqual(await form.options('Job type'), LISTS.jobTypes.items.map(({ label }) => label));
  await form.pick('Hiring process', '校招标准流程 (Campus hire)');
  await form.tick('海淀区知春路 1 号 (1 Zhichun Road)');
  await form.tick('社招官网 (Careers)');
  await form.type("Hiring manager's e-mail", 'Wang Qiang');
  const { variables, violations } = await form.submit();
  assert.ok(violations.includes('hiringManager'));
  assert.deepEqual([variables.locationIds, variables.channelIds], [['1'], ['2']]);
});

test('a requisition that is to be corrected shows what was filled in before', async () => {
  const form = await open('request-job', { ...WISH, ...LISTS, ...FRESH });
  await form.screenshot('request-job-filled-in');
  assert.deepEqual(await form.submit(), { variables: { ...WISH, requestDecision: 'submit' }, violations: [] });
});

for (const name of ['request-job', 'complete-requisition']) {
  test(`${name} takes the pay in thousands and an address with spaces around it`, async () => {
    const form = await open(name, { ...AT_HR, ...ADDED });
    assert.match(await form.text(), /In thousands a month: 20 means 20,000 \/ 单位：千元\/月，例如填 20 表示每月 20,000 元/);
    await form.type('Pay from', '20000');
    await form.type('Pay up to', '1000');
    await form.type("Hiring manager's e-mail", ' wang.qiang@example.com\u3000');
    assert.deepEqual((await form.submit()).violations, ['maxSalary', 'minSalary']);
    await form.type('Pay from', '20');
    await form.type('Pay up to', '999');
    assert.deepEqual((await form.submit()).violations, []);
  });

  test(`${name} shows the last problem until it is solved`, async () => {
    const form = await open(name, { ...AT_HR, lastProblem: FEISHU_ERROR });
    await form.screenshot(`${name}-problem`);
    const text = await form.text();
    for (const said of [FEISHU_ERROR.message, FEISHU_ERROR.advice.en, FEISHU_ERROR.advice.zh]) {
      assert.ok(text.includes(said), text);
    }
    assert.ok(text.indexOf(FEISHU_ERROR.message) < text.indexOf('Title of the job'), text);
    assert.doesNotMatch(await (await open(name, AT_HR)).text(), /not created/);
  });
}

test('a hiring manager reads why HR rejected it, and may withdraw it', async () => {
  const form = await open('request-job', { ...WISH, ...LISTS, ...FRESH, rejectionReason: 'One person / 一人' });
  await form.screenshot('request-job-rejected');
  assert.match(await form.text(), /HR sent it back, because \/ HR 已驳回，理由/);
  assert.equal(await form.field('HR sent it back, because').inputValue(), 'One person / 一人');
  await form.type('How many people', '1');
  const submitted = await form.submit();
  assert.deepEqual([submitted.variables.headCount, submitted.variables.requestDecision, submitted.violations], [1, 'submit', []]);
  await form.choose('Withdraw');
  await form.becomes('hidden', 'Title of the job');
  const { variables, violations } = await form.submit();
  assert.deepEqual([variables.requestDecision, violations], ['withdraw', []]);
});

test('HR sees all that is asked for before it decides', async () => {
  const form = await open('complete-requisition', AT_HR);
  const text = await form.text();
  for (const label of ASKED_FOR) {
    assert.ok(text.includes(`${label} /`), label);
  }
  assert.ok(text.indexOf('What candidates need') < text.indexOf('Decision'), 'the decision comes last');
  assert.equal(await form.field('What the job is about').inputValue(), WISH.description);
  assert.equal(await form.field('How many people').inputValue(), String(WISH.headCount));
  for (const label of ['Code of the requisition', "Recruiter's e-mail", 'Kind of employment', 'Reason for the hiring manager']) {
    assert.ok(!text.includes(`${label} /`), label);
  }
});

test('HR completes what it approves, and gives a reason for what it rejects', async () => {
  const form = await open('complete-requisition', AT_HR);
  assert.deepEqual((await form.submit()).violations, ['approved']);
  await form.choose('Approve');
  await form.becomes('visible', 'Code of the requisition');
  await form.screenshot();
  assert.match(await form.text(), /The message 'position-filled' refers to it\. \/ .*「职位已招满」消息通过该编号识别职位/);
  assert.deepEqual((await form.submit()).violations, ['code', 'recruiter', 'recruitmentTypeId']);
  await form.type('Code of the requisition', 'BE-2027-01');
  await form.type("Recruiter's e-mail", ' li.xue@example.com ');
  await form.pick('Kind of employment', 'Full-time / 社招：全职');
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  const recruiter = variables.recruiter.trim();
  assert.deepEqual({ ...variables, recruiter }, { ...WISH, ...ADDED });

  await form.choose('Reject');
  await form.becomes('hidden', 'Code of the requisition');
  await form.screenshot('complete-requisition-reject');
  assert.deepEqual((await form.submit()).violations, ['rejectionReason']);
  await form.type('Reason for the hiring manager', 'One person / 一人');
  const rejected = await form.submit();
  assert.deepEqual([rejected.variables.rejectionReason, rejected.violations], ['One person / 一人', []]);
});

test('HR can reject a requisition whose last day is over', async () => {
  const form = await open('complete-requisition', { ...AT_HR, expiresAt: '2020-03-31' });
  await form.choose('Reject');
  await form.becomes('visible', 'Reason for the hiring manager');
  await form.type('Reason for the hiring manager', 'Too late / 已过期');
  assert.deepEqual((await form.submit()).violations, []);
});

test('a code that Feishu Hire does not take is refused in the form', async () => {
  const form = await open('complete-requisition', { ...AT_HR, ...ADDED, code: 'Nr. 1' });
  assert.deepEqual((await form.submit()).violations, ['code']);
});

test('the last form says of a closed job that it is offline everywhere', async () => {
  const failed = ['内推平台', '社招官网'].map((channelName) => ({ channelName, feishuError: { ...FEISHU_ERROR, name: 'FEISHU_JOB_CLOSED' } }));
  const form = await open('publish-to-channels-result', { advertisementId: '1', published: [], failed });
  await form.screenshot('publish-to-channels-result-closed');
  assert.match(await form.text(), /offline on every channel\. \/ .*已在所有渠道下线/);
  const other = await open('publish-to-channels-result', { advertisementId: '1', published: [], failed: [{ channelName: '内推平台', feishuError: FEISHU_ERROR }] });
  assert.doesNotMatch(await other.text(), /The job is closed/);
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

test('the words for a closed job and for a code in use are those of Feishu Hire, and harm no other job', async () => {
  const problem = { title: WISH.title, code: 'BE-2027-01', feishuError: FEISHU_ERROR, resolution: null };
  assert.match(await (await open('reopen-closed-job', problem)).text(), /all chosen channels[^]*重启职位并发布/);
  const existing = await (await open('decide-on-existing-job', problem)).text();
  assert.match(existing, /leave it alone and choose another code\. \/ 如果该职位属于其他招聘需求，请勿关闭，请更换职位编号。/);
  assert.doesNotMatch(existing, /close the other job/);
});
