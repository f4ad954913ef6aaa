import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { freePages, openForm, startChromium } from './viewer.js';

const CAREERS = '7002000000000000001';
const REQUEST = { advertisementId: '6960663240925956660', jobChannelId: CAREERS, reason: 'A position is free / 岗位空缺' };
const CHOICES = {
  items: [
    { label: '内推平台 (Referral platform)', value: '3' },
    { label: '社招官网 (Careers)', value: CAREERS, websiteId: '7001000000000000001' },
    { label: '校园招聘官网 (Campus)', value: '7002000000000000002', websiteId: '7001000000000000002' },
  ],
  count: 3,
};
const FEISHU_ERROR = {
  code: 1002613,
  name: 'FEISHU_API_SYNC_DISABLED',
  kind: 'permanent',
  message: 'sync job by api is not enabled',
  httpStatus: 400,
  logId: '20261122190000ABCDEF',
  advice: { en: 'Ask an administrator to turn the switch on.', zh: '请联系飞书招聘管理员开启开关。' },
};
const WRONG_FIELD = {
  ...FEISHU_ERROR,
  code: null,
  name: 'FEISHU_INVALID_PARAMETER',
  message: 'channel.jobChannelId must be 1 to 32 digits',
  logId: null,
};
const HELP_URL = 'https://open.feishu.cn/app/cli_a/auth';
const NAMED = { ...REQUEST, channelName: '社招官网 (Careers)' };
const PROBLEM = { ...NAMED, feishuError: FEISHU_ERROR };
const LISTED = { choices: CHOICES, listError: null, jobChannelIdByHand: null };
const LIST_ERROR = {
  ...FEISHU_ERROR,
  name: 'FEISHU_PERMISSION_DENIED',
  advice: { en: 'The app may not read this list.', zh: '应用没有读取该列表的权限。' },
};
const NOT_LISTED = { choices: null, listError: LIST_ERROR, jobChannelId: null };

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());
afterEach(() => freePages(browser));

const open = (name, variables) => openForm(browser, name, variables);

/** What the process has when it asks for a request. */
const FIRST = { advertisementId: null, jobChannelId: null, reason: null, approvalComment: null, requestDecision: 'submit' };

test('a request needs an advertisement and a channel, which is chosen by its name', async () => {
  const form = await open('publication-request', { ...FIRST, ...LISTED });
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['advertisementId', 'jobChannelId']);
  assert.doesNotMatch(await form.text(), /Why it was sent back|could not be listed|Job channel ID|null|undefined|{{/);

  await form.type('Advertisement ID', 'position 7');
  assert.deepEqual(await form.options('Recruitment channel'), CHOICES.items.map(({ label }) => label));
  await form.screenshot('publication-request-with-channels');
  await form.pick('Recruitment channel', '社招官网 (Careers)');
  assert.deepEqual((await form.submit()).violations, ['advertisementId']);
  await form.screenshot('publication-request-with-violations');

  await form.type('Advertisement ID', REQUEST.advertisementId);
  await form.type('Reason', REQUEST.reason);
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.deepEqual(variables, { ...REQUEST, requestDecision: 'submit' });
});

test('where the channels cannot be listed a request says why and takes the id by hand', async () => {
  const form = await open('publication-request', { ...FIRST, ...NOT_LISTED, jobChannelIdByHand: null });
  await form.screenshot('publication-request-by-hand');
  const text = await form.text();
  assert.ok(text.includes(LIST_ERROR.advice.en) && text.includes(LIST_ERROR.advice.zh), text);
  assert.doesNotMatch(text, /Recruitment channel \/|null|undefined|{{/);
  assert.equal(await form.links().count(), 0);

  assert.deepEqual((await form.submit()).violations, ['advertisementId', 'jobChannelIdByHand']);
  await form.type('Advertisement ID', REQUEST.advertisementId);
  await form.type('Job channel ID', 'the careers page');
  assert.deepEqual((await form.submit()).violations, ['jobChannelIdByHand']);
  await form.type('Job channel ID', CAREERS);
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.equal(variables.jobChannelIdByHand, CAREERS);
  assert.equal(variables.jobChannelId, undefined);
});

test('the reason why the channels cannot be listed comes with the help page that Feishu names', async () => {
  for (const [name, rest] of [['publication-request', FIRST], ['correct-ids', { feishuError: FEISHU_ERROR }]]) {
    const listError = { ...LIST_ERROR, helpUrl: HELP_URL };
    const form = await open(name, { ...rest, ...NOT_LISTED, listError });
    assert.equal(await form.links().getAttribute('href'), HELP_URL, name);
  }
});

test('a channel that is no longer offered has to be chosen anew', async () => {
  const form = await open('publication-request', { ...FIRST, ...LISTED, advertisementId: '4711', jobChannelId: '7301' });
  await form.becomesEmpty('jobChannelId');
  assert.deepEqual((await form.submit()).violations, ['jobChannelId']);
});

for (const decision of ['Approve', 'Reject']) {
  test(`an approver can ${decision.toLowerCase()}, and says why only to reject`, async () => {
    const form = await open('approve-publication', NAMED);
    await form.screenshot();
    assert.equal(await form.field('Recruitment channel').inputValue(), NAMED.channelName);
    assert.doesNotMatch(await form.text(), /Job channel ID|null|undefined|{{/);
    assert.deepEqual((await form.submit()).violations, ['approved']);

    await form.choose(decision);
    const rejects = decision === 'Reject';
    await form.becomes(rejects ? 'visible' : 'hidden', 'Comment for the requester');
    if (rejects) {
      assert.deepEqual((await form.submit()).violations, ['approvalComment']);
      await form.type('Comment for the requester', 'Another channel, please');
      await form.screenshot('approve-publication-rejected');
    }
    const { variables, violations } = await form.submit();
    assert.deepEqual(violations, []);
    assert.equal(variables.approved, !rejects);
    assert.equal(variables.approvalComment, rejects ? 'Another channel, please' : undefined);
  });
}

test('an approver sees the id of a channel whose name is not known', async () => {
  const form = await open('approve-publication', { ...REQUEST, channelName: null });
  await form.screenshot('approve-publication-without-name');
  assert.equal(await form.field('Job channel ID').inputValue(), CAREERS);
  assert.doesNotMatch(await form.text(), /Recruitment channel|null|undefined|{{/);
});

test('a rejected request shows the comment and is submitted again with other ids', async () => {
  const sentBack = { ...REQUEST, ...LISTED, approvalComment: 'Another channel, please', requestDecision: null };
  const form = await open('publication-request', sentBack);
  await form.screenshot('publication-request-sent-back');
  assert.equal(await form.field('Why it was sent back').inputValue(), 'Another channel, please');
  assert.deepEqual((await form.submit()).violations, ['requestDecision']);

  await form.choose('Submit for approval');
  await form.type('Advertisement ID', '');
  assert.deepEqual((await form.submit()).violations, ['advertisementId']);
  await form.type('Advertisement ID', '4711');
  await form.pick('Recruitment channel', '校园招聘官网 (Campus)');
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.equal(variables.requestDecision, 'submit');
  assert.equal(variables.advertisementId, '4711');
  assert.equal(variables.jobChannelId, '7002000000000000002');
});

test('a withdrawn request needs no ids', async () => {
  for (const list of [LISTED, NOT_LISTED]) {
    const form = await open('publication-request', { ...FIRST, ...list, approvalComment: 'No budget' });
    await form.choose('Withdraw');
    await form.becomes('hidden', 'Advertisement ID', 'Reason');
    assert.doesNotMatch(await form.text(), /Recruitment channel|Job channel ID|could not be listed/);
    const { variables, violations } = await form.submit();
    assert.deepEqual(violations, []);
    assert.deepEqual(variables, { approvalComment: 'No budget', requestDecision: 'withdraw' });
  }
});

const CONFIRMATIONS = {
  'turn-on-api-sync': { variable: 'apiSyncTurnedOn', label: 'The switch is on' },
  'grant-permission': { variable: 'permissionGranted', label: 'The permission is granted and the new version is released' },
  'restore-credentials': { variable: 'credentialsRestored', label: 'The credentials are right again' },
  'remind-approvers': { variable: 'approversReminded', label: 'The approvers know' },
  'remind-people-in-charge': { variable: 'peopleInChargeReminded', label: 'The people in charge know' },
};

for (const [name, { variable, label }] of Object.entries(CONFIRMATIONS)) {
  test(`${name} is done once it is confirmed`, async () => {
    const form = await open(name, { ...PROBLEM, [variable]: false });
    await form.screenshot();
    assert.deepEqual((await form.submit()).violations, [variable]);
    await form.choose(label);
    const { variables, violations } = await form.submit();
    assert.deepEqual(violations, []);
    assert.equal(variables[variable], true);
  });
}

const PROBLEM_FORMS = [
  'turn-on-api-sync',
  'grant-permission',
  'restore-credentials',
  'correct-ids',
  'decide-on-closed-job',
  'resolve-publishing-problem',
];

for (const name of PROBLEM_FORMS) {
  test(`${name} says in both languages what to do, and the log id if there is one`, async () => {
    const withLogId = await (await open(name, { ...PROBLEM, ...LISTED })).text();
    assert.ok(withLogId.includes(FEISHU_ERROR.advice.en), withLogId);
    assert.ok(withLogId.includes(FEISHU_ERROR.advice.zh), withLogId);
    assert.ok(withLogId.includes(FEISHU_ERROR.logId), withLogId);

    const without = await open(name, { ...NAMED, ...LISTED, feishuError: { ...FEISHU_ERROR, code: null, logId: null } });
    const text = await without.text();
    assert.ok(!/Log ID|null|undefined|{{/.test(text), text);
  });
}

for (const name of ['correct-ids', 'resolve-publishing-problem']) {
  test(`${name} says which field is wrong`, async () => {
    const form = await open(name, { ...NAMED, ...LISTED, feishuError: WRONG_FIELD });
    await form.screenshot(`${name}-with-wrong-field`);
    const text = await form.text();
    assert.match(text, /What happened \/ 错误信息/);
    assert.ok(text.includes(WRONG_FIELD.message) && text.includes(WRONG_FIELD.name), text);
  });
}

for (const name of ['grant-permission', 'resolve-publishing-problem']) {
  test(`${name} links to the help page that Feishu names, if it names one`, async () => {
    const form = await open(name, { ...REQUEST, feishuError: { ...FEISHU_ERROR, helpUrl: HELP_URL } });
    await form.screenshot(`${name}-with-help`);
    assert.equal(await form.links().getAttribute('href'), HELP_URL);
    assert.equal(await (await open(name, PROBLEM)).links().count(), 0);
  });
}

test('the reminder tells the last problem, if there was one', async () => {
  assert.ok((await (await open('remind-people-in-charge', PROBLEM)).text()).includes(FEISHU_ERROR.name));
  const text = await (await open('remind-people-in-charge', { ...REQUEST, feishuError: null })).text();
  assert.ok(!text.includes('The last problem'), text);
});

test('ids that were changed after an approval are shown with what they were', async () => {
  const approvedBefore = { ...REQUEST, jobChannelId: '3', channelName: '内推平台 (Referral platform)' };
  const form = await open('approve-publication', { ...NAMED, approvedBefore });
  await form.screenshot('approve-publication-changed');
  const text = await form.text();
  assert.match(text, /Changed since the last approval/);
  assert.match(text, /招聘渠道：内推平台 \(Referral platform\) 3 → 社招官网 \(Careers\) 7002000000000000001/);
  assert.doesNotMatch(text, /职位广告 ID：|null|undefined|{{/);

  const unknown = { ...approvedBefore, channelName: null };
  const withoutName = await (await open('approve-publication', { ...NAMED, approvedBefore: unknown })).text();
  assert.match(withoutName, /招聘渠道：\s*3 → 社招官网/);
  assert.doesNotMatch(withoutName, /null|undefined|{{/);

  for (const unchanged of [null, NAMED]) {
    const plain = await (await open('approve-publication', { ...NAMED, approvedBefore: unchanged })).text();
    assert.doesNotMatch(plain, /Changed since|null|undefined|{{/);
  }
});

test('wrong ids are there to be corrected, or given up', async () => {
  const wrong = { ...PROBLEM, ...LISTED, advertisementId: 'position 7', resolution: null };
  const form = await open('correct-ids', wrong);
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['advertisementId', 'resolution']);
  await form.choose('Publish with these ids');
  await form.type('Advertisement ID', '4711');
  await form.pick('Recruitment channel', '内推平台 (Referral platform)');
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.deepEqual(variables, { advertisementId: '4711', jobChannelId: '3', resolution: 'publish-again' });

  await form.choose('Give up');
  await form.becomes('hidden', 'Advertisement ID');
  assert.deepEqual(await form.submit(), { variables: { resolution: 'give-up' }, violations: [] });
});

test('wrong ids are corrected by hand where the channels cannot be listed', async () => {
  const form = await open('correct-ids', { ...PROBLEM, ...NOT_LISTED, jobChannelIdByHand: '3', resolution: null });
  await form.screenshot('correct-ids-by-hand');
  const text = await form.text();
  assert.ok(text.includes(LIST_ERROR.advice.en) && text.includes(FEISHU_ERROR.advice.en), text);
  await form.choose('Publish with these ids');
  await form.type('Job channel ID', CAREERS);
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.equal(variables.jobChannelIdByHand, CAREERS);
});

const JOB = { jobId: '7003000000000000001', jobName: '后端开发工程师 (BE-001)' };
const CLOSED = { ...FEISHU_ERROR, code: 1002609, name: 'FEISHU_JOB_CLOSED', message: 'job is closed' };
/** What the process has when a person decides on a closed job. */
const CLOSED_JOB = { ...NAMED, feishuError: CLOSED, jobId: null, jobName: null, resolution: null, expiresAt: null, openedBefore: false };
const NEVER_SAID = /could not be opened|Opened before|null|undefined|{{/;

test('a closed job is decided on', async () => {
  const form = await open('decide-on-closed-job', CLOSED_JOB);
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['resolution']);
  const text = await form.text();
  assert.doesNotMatch(text, NEVER_SAID);
  assert.doesNotMatch(text, /Open the job again|Job \/ |Job ID|Last day/, 'where no job is known');
  await form.choose('The job is open again, publish');
  assert.equal((await form.submit()).variables.resolution, 'publish-again');
  await form.choose('The position is no longer open, give up');
  assert.equal((await form.submit()).variables.resolution, 'give-up');
});

test('a closed job that is known is shown by its name, and opened until a last day or without one', async () => {
  const form = await open('decide-on-closed-job', { ...CLOSED_JOB, ...JOB });
  assert.equal(await form.field('Job').inputValue(), JOB.jobName);
  assert.doesNotMatch(await form.text(), NEVER_SAID);
  assert.doesNotMatch(await form.text(), /Job ID|Last day/);

  await form.choose('Open the job again and publish');
  await form.becomes('visible', 'Last day of the job');
  await form.screenshot('decide-on-closed-job-known');
  const never = await form.submit();
  assert.deepEqual(never.violations, []);
  assert.equal(never.variables.resolution, 'reopen');
  assert.equal(never.variables.expiresAt ?? null, null);

  await form.typeDate('Last day of the job', '3/31/2099', 'expiresAt', '2099-03-31');
  assert.equal((await form.submit()).variables.expiresAt, '2099-03-31');
  await form.choose('The job is open again, publish');
  await form.becomes('hidden', 'Last day of the job');
  const { variables } = await form.submit();
  assert.equal(variables.resolution, 'publish-again');
  assert.equal(variables.expiresAt, undefined);
});

test('a closed job whose title is not known is shown by its ID', async () => {
  const form = await open('decide-on-closed-job', { ...CLOSED_JOB, ...JOB, jobName: null });
  assert.equal(await form.field('Job ID').inputValue(), JOB.jobId);
  await form.choose('Open the job again and publish');
  assert.equal((await form.submit()).variables.resolution, 'reopen');
});

test('a person reads why the job could not be opened, and that opening it did not help', async () => {
  const notFound = { ...CLOSED, name: 'FEISHU_JOB_NOT_FOUND', message: 'job does not exist' };
  const refused = await open('decide-on-closed-job', { ...CLOSED_JOB, feishuError: notFound });
  await refused.screenshot('decide-on-closed-job-not-opened');
  assert.match(await refused.text(), /could not be opened from here \/ 未能重启该职位\s+job does not exist\s+If it is still needed, open it in Feishu Hire/);

  const again = await open('decide-on-closed-job', { ...CLOSED_JOB, ...JOB, openedBefore: true });
  await again.screenshot('decide-on-closed-job-again');
  assert.match(await again.text(), /Opened before, and closed all the same/);
});

const JOBS = { items: [{ label: JOB.jobName, value: JOB.jobId, code: 'BE-001' }, { label: '产品经理 (PM-001)', value: '7003000000000000002', code: 'PM-001' }], count: 2 };

test('a request may name the job, by its name, and need not', async () => {
  const form = await open('publication-request', { ...FIRST, ...LISTED, ...REQUEST, requestDecision: 'submit', jobs: JOBS, jobId: null });
  assert.deepEqual(await form.options('Job of the advertisement'), JOBS.items.map(({ label }) => label));
  assert.equal((await form.submit()).variables.jobId ?? null, null);
  await form.pick('Job of the advertisement', JOB.jobName);
  await form.screenshot('publication-request-with-jobs');
  assert.deepEqual(await form.submit(), { variables: { ...REQUEST, requestDecision: 'submit', jobId: JOB.jobId }, violations: [] });

  const prefilled = await open('publication-request', { ...FIRST, ...LISTED, ...REQUEST, requestDecision: 'submit', jobs: JOBS, ...JOB });
  assert.equal((await prefilled.submit()).variables.jobId, JOB.jobId);
  await prefilled.clear('Job of the advertisement');
  assert.equal((await prefilled.submit()).variables.jobId, null, 'says that there is none, and not nothing');
});

for (const jobs of [null, { items: [], count: 0 }]) {
  test(`a request does without the job where there is nothing to choose from: ${JSON.stringify(jobs)}`, async () => {
    const form = await open('publication-request', { ...FIRST, ...LISTED, ...REQUEST, requestDecision: 'submit', jobs, jobId: null });
    assert.doesNotMatch(await form.text(), /Job of the advertisement/);
    assert.deepEqual((await form.submit()).violations, []);
  });
}

test('an approver sees the job, and that it was changed', async () => {
  const named = await open('approve-publication', { ...NAMED, ...JOB, approvedBefore: { ...NAMED, jobId: null, jobName: null } });
  await named.screenshot('approve-publication-with-job');
  assert.equal(await named.field('Job of the advertisement').inputValue(), JOB.jobName);
  const text = await named.text();
  assert.match(text, /职位：\s*– → 后端开发工程师 \(BE-001\) 7003000000000000001/);
  assert.doesNotMatch(text, /Job ID|null|undefined|{{/);

  const unnamed = await open('approve-publication', { ...NAMED, ...JOB, jobName: null, approvedBefore: { ...NAMED, ...JOB } });
  assert.equal(await unnamed.field('Job ID').inputValue(), JOB.jobId);
  assert.doesNotMatch(await unnamed.text(), /Changed since|null|undefined|{{/);
});

test('a permission is called by its name where Feishu tells it', async () => {
  const form = await open('grant-permission', { ...NAMED, feishuError: { ...FEISHU_ERROR, scopes: ['hire:job'] } });
  await form.screenshot('grant-permission-with-name');
  assert.match(await form.text(), /that this process needs: hire:job\. \/ 飞书应用缺少此流程所需的权限：hire:job。/);
  const text = await (await open('grant-permission', PROBLEM)).text();
  assert.match(text, /that this process needs\. \/ 飞书应用缺少此流程所需的权限。/);
});

test('a problem is solved with the ids corrected, or given up without them', async () => {
  const form = await open('resolve-publishing-problem', PROBLEM);
  await form.screenshot();
  assert.equal(await form.field('Recruitment channel').inputValue(), NAMED.channelName);
  assert.deepEqual((await form.submit()).violations, ['resolution']);

  for (const [label, resolution] of [
    ['Publish again', 'publish-again'],
    ['Have the requester correct the ids', 'correct-ids'],
    ['Give up', 'give-up'],
  ]) {
    await form.choose(label);
    const { variables, violations } = await form.submit();
    assert.deepEqual(violations, []);
    assert.equal(variables.resolution, resolution);
  }
});

const LINK = `https://example.jobs.feishu.cn/index/position/${REQUEST.advertisementId}/detail`;
const RESULT = { advertisementId: REQUEST.advertisementId, channelName: NAMED.channelName, permissions: null, checkError: null };
const status = (state, reason, more = {}) => ({ advertisementStatus: { state, reason, ...more } });
const RESULTS = {
  live: { ...RESULT, url: LINK, ...status('LIVE', 'SEEN') },
  'not-seen': { ...RESULT, url: LINK, ...status('NOT_SEEN', 'NOT_ON_CHANNEL') },
  'not-active': { ...RESULT, url: LINK, ...status('NOT_SEEN', 'JOB_NOT_ACTIVE') },
  expired: { ...RESULT, url: LINK, ...status('NOT_SEEN', 'EXPIRED') },
  'without-permission': {
    ...RESULT,
    url: null,
    permissions: 'hire:site:readonly',
    ...status('UNKNOWN', 'PERMISSION_MISSING', { scopes: ['hire:site:readonly'] }),
  },
  'no-website': { ...RESULT, url: null, ...status('UNKNOWN', 'NO_SUCH_WEBSITE') },
  'only-records': { ...RESULT, url: null, ...status('UNKNOWN', 'ONLY_PUBLISH_RECORDS') },
  'too-many': { ...RESULT, url: null, ...status('UNKNOWN', 'TOO_MANY') },
  failed: { ...RESULT, url: LINK, advertisementStatus: null, checkError: FEISHU_ERROR },
  'failed-later': { ...RESULT, url: LINK, ...status('NOT_SEEN', 'NOT_ON_CHANNEL'), checkError: { ...FEISHU_ERROR, logId: null } },
};
/** What the requester reads in each case, and in no other. */
const WORDS = {
  live: [/Candidates can see/, /候选人已可/],
  'not-seen': [/not seen yet/, /尚未看到/],
  'not-active': [/not seen yet/, /尚未看到/, /job is not open/, /职位未开启/],
  expired: [/not seen yet/, /尚未看到/, /job has expired/, /职位已过期/],
  'without-permission': [/is not known/, /无法确认/, /lacks a permission/, /hire:site:readonly/],
  'no-website': [/is not known/, /无法确认/, /No recruitment website/],
  'only-records': [/is not known/, /无法确认/, /does not tell/],
  'too-many': [/is not known/, /无法确认/, /does not tell/],
  failed: [/the look at the channel failed/, /查询上线情况失败/, /turn the switch on/, /Log ID/],
  'failed-later': [/the look at the channel failed/, /查询上线情况失败/, /turn the switch on/],
};

for (const [name, variables] of Object.entries(RESULTS)) {
  test(`the requester reads honestly what was seen: ${name}`, async () => {
    const form = await open('publication-result', variables);
    await form.screenshot(`publication-result-${name}`);
    const text = await form.text();
    const mine = WORDS[name].map(String);
    for (const words of new Set(Object.values(WORDS).flat().map(String))) {
      const found = new RegExp(words.slice(1, -1)).test(text);
      assert.equal(found, mine.includes(words), `${words} in ${text}`);
    }
    assert.doesNotMatch(text, /null|undefined|{{/);
    assert.equal(await form.field('Recruitment channel').inputValue(), NAMED.channelName);
    if (variables.url) {
      assert.equal(await form.links().getAttribute('href'), LINK);
    } else {
      assert.equal(await form.links().count(), 0);
    }
    assert.deepEqual((await form.submit()).violations, []);
  });
}

const CHANNELS_REQUEST = { advertisementId: null, channels: [], channelsByHand: null, requestDecision: 'submit' };

test('a request names as many channels as one likes, but one at least', async () => {
  const form = await open('publish-to-channels-request', { ...CHANNELS_REQUEST, ...LISTED });
  assert.deepEqual((await form.submit()).violations, ['advertisementId', 'channels']);
  await form.type('Advertisement ID', '4711');
  assert.deepEqual((await form.submit()).violations, ['channels']);
  await form.tick('内推平台 (Referral platform)');
  await form.tick('社招官网 (Careers)');
  await form.screenshot();
  assert.doesNotMatch(await form.text(), /could not be listed|Job channel IDs|null|undefined|{{/);
  assert.deepEqual(await form.submit(), {
    variables: { advertisementId: '4711', channels: ['3', CAREERS], requestDecision: 'submit' },
    violations: [],
  });

  await form.choose('Withdraw');
  await form.becomes('hidden', 'Advertisement ID');
  assert.deepEqual(await form.submit(), { variables: { requestDecision: 'withdraw' }, violations: [] });
});

test('where the channels cannot be listed a request says why and takes their ids by hand', async () => {
  const form = await open('publish-to-channels-request', { ...CHANNELS_REQUEST, ...NOT_LISTED });
  await form.screenshot('publish-to-channels-request-by-hand');
  const text = await form.text();
  assert.ok(text.includes(LIST_ERROR.advice.en) && text.includes(LIST_ERROR.advice.zh), text);
  assert.doesNotMatch(text, /Recruitment channels \/|null|undefined|{{/);
  await form.type('Advertisement ID', '4711');
  assert.deepEqual((await form.submit()).violations, ['channelsByHand']);
  await form.type('Job channel IDs', 'the careers page');
  assert.deepEqual((await form.submit()).violations, ['channelsByHand']);
  await form.type('Job channel IDs', '3\n7301');
  assert.deepEqual(await form.submit(), {
    variables: { advertisementId: '4711', channelsByHand: '3\n7301', requestDecision: 'submit' },
    violations: [],
  });
});

test('the requester reads of each channel honestly what was seen', async () => {
  const published = (id, name, state, reason, more = {}) => ({
    jobChannelId: id,
    channelName: name,
    outcome: 'published',
    state,
    reason,
    scopes: null,
    checkError: null,
    url: null,
    ...more,
  });
  const form = await open('publish-to-channels-result', {
    advertisementId: '4711',
    published: [
      published(CAREERS, '社招官网 (Careers)', 'LIVE', 'SEEN', { url: LINK }),
      published('3', '内推平台 (Referral platform)', 'NOT_SEEN', 'NOT_ON_CHANNEL'),
      published('7303', '海外招聘官网', 'UNKNOWN', 'PERMISSION_MISSING', { scopes: ['hire:a', 'hire:b'] }),
      published('7304', null, 'UNKNOWN', null, { checkError: FEISHU_ERROR }),
      published('7305', null, 'NOT_SEEN', 'JOB_NOT_ACTIVE'),
      published('7306', null, 'NOT_SEEN', 'EXPIRED'),
      published('7307', null, 'UNKNOWN', 'NO_SUCH_WEBSITE'),
    ],
    failed: [{ jobChannelId: '7302', channelName: '校园招聘官网 (Campus)', outcome: 'failed', feishuError: FEISHU_ERROR }],
  });
  await form.screenshot();
  const text = await form.text();
  for (const words of [
    /社招官网 \(Careers\)\s+Online, candidates can see it/,
    /Referral platform\)\s+Published, but not seen yet/,
    /海外招聘官网\s+Published; whether it can be seen is not known.*\s+.*lacks a permission.*hire:a, hire:b/,
    /7304\s+Published; whether it can be seen is not known.*\s+.*turn the switch on.\s+请联系/,
    /7305\s+Published, but not seen yet.*\s+The job is not open/,
    /7306\s+Published, but not seen yet.*\s+The job has expired/,
    /7307\s+Published; whether it can be seen is not known.*\s+No recruitment website/,
    /Given up/,
    /校园招聘官网 \(Campus\): sync job by api is not enabled \/ 请联系/,
  ]) {
    assert.match(text, words);
  }
  assert.doesNotMatch(text, /null|undefined|{{/);
  assert.equal(await form.links().getAttribute('href'), LINK);
  assert.deepEqual((await form.submit()).violations, []);
});

test('where nothing was given up the last form says nothing of it', async () => {
  const form = await open('publish-to-channels-result', { advertisementId: '4711', published: [], failed: [] });
  assert.doesNotMatch(await form.text(), /Given up|null|undefined|{{/);
});

test('failed channels are shown with what to do, to be published to again or given up', async () => {
  const form = await open('review-failed-channels', {
    advertisementId: '4711',
    failedChannels: [
      { jobChannelId: CAREERS, channelName: '社招官网 (Careers)', outcome: 'failed', feishuError: FEISHU_ERROR },
      { jobChannelId: '7302', channelName: null, outcome: 'failed', feishuError: { ...FEISHU_ERROR, logId: null } },
      { jobChannelId: 'x', channelName: null, outcome: 'failed', feishuError: WRONG_FIELD },
    ],
    resolution: null,
  });
  await form.screenshot();
  const text = await form.text();
  assert.ok(!text.includes(CAREERS), text);
  for (const shown of ['社招官网 (Careers)', '7302', FEISHU_ERROR.advice.en, FEISHU_ERROR.advice.zh, FEISHU_ERROR.logId]) {
    assert.ok(text.includes(shown), text);
  }
  for (const reason of [FEISHU_ERROR.message, `${FEISHU_ERROR.code}`, WRONG_FIELD.message, WRONG_FIELD.name]) {
    assert.ok(text.includes(reason), text);
  }
  assert.ok(!/null|undefined|{{/.test(text), text);
  assert.deepEqual((await form.submit()).violations, ['resolution']);
  await form.choose('Publish to the failed channels again');
  assert.equal((await form.submit()).variables.resolution, 'publish-again');
  await form.choose('Give up the failed channels');
  assert.equal((await form.submit()).variables.resolution, 'give-up');
});

/** What lists of ids may have between them: PastedTextTest shows that the process takes it apart there. */
const SEPARATORS = '\n \t,;，；、\u0085\u00a0\u2028\u2029\u3000\ufeff'.split('');

for (const [name, key, label] of [
  ['bulk-publish-request', 'advertisementIds', 'Advertisement IDs'],
  ['publish-to-channels-request', 'channelsByHand', 'Job channel IDs'],
]) {
  test(`${name} takes ids as they are pasted, and ids only`, async () => {
    const form = await open(name, { requestDecision: 'submit', choices: null, advertisementId: '4711', jobChannelId: '3' });
    for (const wrong of ['', ' ', ',', '4711\nposition 7', '1'.repeat(33), '４７１１', '-1', '1.5', '47\u200b11', '47\u00ad11']) {
      await form.type(label, wrong);
      assert.deepEqual((await form.submit()).violations, [key], wrong);
    }
    for (const separator of SEPARATORS) {
      const pasted = `${separator}4711${separator}4712${separator}${separator}4713`;
      await form.type(label, pasted);
      const { variables, violations } = await form.submit();
      assert.deepEqual(violations, [], JSON.stringify(pasted));
      assert.equal(variables[key], pasted);
    }
    await form.type(label, '4711\n4712');
    await form.screenshot();
  });
}

test('the result list shows what failed and offers the ids to copy', async () => {
  const failure = { outcome: 'failed', error: 'FEISHU_JOB_CLOSED', message: 'job is closed', messageZh: '职位已关闭', logId: 'L1' };
  const form = await open('review-result-list', {
    failures: ['4711', '4712'].map((advertisementId) => ({ advertisementId, ...failure })),
    failedIds: '4711\n4712',
    total: 300,
  });
  await form.screenshot();
  const text = await form.text();
  for (const shown of ['2 of 300', '4712', 'FEISHU_JOB_CLOSED', 'job is closed', '职位已关闭']) {
    assert.ok(text.includes(shown), text);
  }
  assert.equal(await form.field('Failed advertisement IDs').inputValue(), '4711\n4712');
  assert.deepEqual((await form.submit()).violations, []);
});

test('the result list offers nothing to copy where nothing that failed is an id', async () => {
  const failure = { outcome: 'failed', error: 'FEISHU_INVALID_PARAMETER', message: 'no id', logId: null };
  const form = await open('review-result-list', {
    failures: [{ advertisementId: 'position 7', ...failure }],
    failedIds: '',
    total: 1,
  });
  const text = await form.text();
  assert.ok(text.includes('position 7') && !text.includes('Failed advertisement IDs'), text);
});
