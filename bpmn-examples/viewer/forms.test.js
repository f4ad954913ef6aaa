import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openForm, startChromium } from './viewer.js';

const REQUEST = { advertisementId: '6960663240925956660', jobChannelId: '3', reason: 'A position is free / 岗位空缺' };
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
const PROBLEM = { ...REQUEST, feishuError: FEISHU_ERROR };

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());

const open = (name, variables) => openForm(browser, name, variables);

test('a request needs its ids, and the channel is the referral platform unless changed', async () => {
  const form = await open('publication-request');
  assert.deepEqual((await form.submit()).violations, ['advertisementId']);

  await form.type('Advertisement ID', 'position 7');
  await form.type('Job channel ID', '');
  assert.deepEqual((await form.submit()).violations, ['advertisementId', 'jobChannelId']);
  await form.screenshot('publication-request-with-violations');

  await form.type('Advertisement ID', REQUEST.advertisementId);
  await form.type('Job channel ID', '3');
  await form.type('Reason', REQUEST.reason);
  assert.deepEqual(await form.submit(), { variables: REQUEST, violations: [] });
});

for (const decision of ['Approve', 'Reject']) {
  test(`an approver can ${decision.toLowerCase()}, and says why only to reject`, async () => {
    const form = await open('approve-publication', REQUEST);
    await form.screenshot();
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

test('a rejected request shows the comment and is submitted again with other ids', async () => {
  const form = await open('revise-request', { ...REQUEST, approvalComment: 'Another channel, please' });
  await form.screenshot();
  assert.equal(await form.field('Why it was sent back').inputValue(), 'Another channel, please');
  assert.deepEqual((await form.submit()).violations, ['requestDecision']);

  await form.choose('Submit again');
  await form.type('Advertisement ID', '');
  assert.deepEqual((await form.submit()).violations, ['advertisementId']);
  await form.type('Advertisement ID', '4711');
  await form.type('Job channel ID', '7301');
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.equal(variables.requestDecision, 'submit-again');
  assert.equal(variables.advertisementId, '4711');
  assert.equal(variables.jobChannelId, '7301');
});

test('a withdrawn request needs no ids', async () => {
  const form = await open('revise-request', { ...REQUEST, approvalComment: 'No budget' });
  await form.choose('Withdraw');
  await form.becomes('hidden', 'Advertisement ID', 'Job channel ID', 'Reason');
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.deepEqual(variables, { approvalComment: 'No budget', requestDecision: 'withdraw' });
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
    const withLogId = await (await open(name, PROBLEM)).text();
    assert.ok(withLogId.includes(FEISHU_ERROR.advice.en), withLogId);
    assert.ok(withLogId.includes(FEISHU_ERROR.advice.zh), withLogId);
    assert.ok(withLogId.includes(FEISHU_ERROR.logId), withLogId);

    const without = await open(name, { ...REQUEST, feishuError: { ...FEISHU_ERROR, code: null, logId: null } });
    const text = await without.text();
    assert.ok(!/Log ID|null|undefined|{{/.test(text), text);
  });
}

for (const name of ['correct-ids', 'resolve-publishing-problem']) {
  test(`${name} says which field is wrong`, async () => {
    const form = await open(name, { ...REQUEST, feishuError: WRONG_FIELD });
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
  const approvedBefore = { ...REQUEST, jobChannelId: '7301' };
  const form = await open('approve-publication', { ...REQUEST, approvedBefore });
  await form.screenshot('approve-publication-changed');
  const text = await form.text();
  assert.match(text, /Changed since the last approval/);
  assert.match(text, /Job channel ID \/ 招聘渠道 ID：\s*7301\s*→\s*3/);
  assert.doesNotMatch(text, /职位广告 ID：|null|undefined|{{/);

  for (const unchanged of [null, REQUEST]) {
    const plain = await (await open('approve-publication', { ...REQUEST, approvedBefore: unchanged })).text();
    assert.doesNotMatch(plain, /Changed since|null|undefined|{{/);
  }
});

test('wrong ids are there to be corrected, or given up', async () => {
  const form = await open('correct-ids', { ...PROBLEM, advertisementId: 'position 7', resolution: null });
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['advertisementId', 'resolution']);
  await form.choose('Publish with these ids');
  await form.type('Advertisement ID', '4711');
  const { variables, violations } = await form.submit();
  assert.deepEqual(violations, []);
  assert.deepEqual(variables, { advertisementId: '4711', jobChannelId: '3', resolution: 'publish-again' });

  await form.choose('Give up');
  await form.becomes('hidden', 'Advertisement ID', 'Job channel ID');
  assert.deepEqual(await form.submit(), { variables: { resolution: 'give-up' }, violations: [] });
});

test('a closed job is decided on', async () => {
  const form = await open('decide-on-closed-job', PROBLEM);
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['resolution']);
  await form.choose('The job is open again, publish');
  assert.equal((await form.submit()).variables.resolution, 'publish-again');
  await form.choose('The position is no longer open, give up');
  assert.equal((await form.submit()).variables.resolution, 'give-up');
});

test('a problem is solved with the ids corrected, or given up without them', async () => {
  const form = await open('resolve-publishing-problem', PROBLEM);
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['resolution']);

  await form.choose('Publish again');
  await form.type('Advertisement ID', '');
  assert.deepEqual((await form.submit()).violations, ['advertisementId']);
  await form.type('Advertisement ID', '4711');
  const { variables } = await form.submit();
  assert.deepEqual(
    [variables.resolution, variables.advertisementId, variables.jobChannelId],
    ['publish-again', '4711', '3'],
  );

  await form.choose('Give up');
  await form.becomes('hidden', 'Advertisement ID', 'Job channel ID');
  assert.deepEqual(await form.submit(), { variables: { resolution: 'give-up' }, violations: [] });
});

test('a request names as many channels as one likes, but one at least', async () => {
  const form = await open('publish-to-channels-request');
  assert.deepEqual((await form.submit()).violations, ['advertisementId']);
  await form.type('Advertisement ID', '4711');
  await form.type('Job channel IDs', '');
  assert.deepEqual((await form.submit()).violations, ['channels']);
  await form.type('Job channel IDs', 'the careers page');
  assert.deepEqual((await form.submit()).violations, ['channels']);
  await form.type('Job channel IDs', '3\n7301');
  await form.screenshot();
  assert.deepEqual(await form.submit(), {
    variables: { advertisementId: '4711', channels: '3\n7301' },
    violations: [],
  });
});

test('failed channels are shown with what to do, to be published to again or given up', async () => {
  const form = await open('review-failed-channels', {
    advertisementId: '4711',
    failedChannels: [
      { jobChannelId: '7301', outcome: 'failed', feishuError: FEISHU_ERROR },
      { jobChannelId: '7302', outcome: 'failed', feishuError: { ...FEISHU_ERROR, logId: null } },
      { jobChannelId: 'x', outcome: 'failed', feishuError: WRONG_FIELD },
    ],
    resolution: null,
  });
  await form.screenshot();
  const text = await form.text();
  for (const shown of ['7301', '7302', FEISHU_ERROR.advice.en, FEISHU_ERROR.advice.zh, FEISHU_ERROR.logId]) {
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
  ['publish-to-channels-request', 'channels', 'Job channel IDs'],
]) {
  test(`${name} takes ids as they are pasted, and ids only`, async () => {
    const form = await open(name, { advertisementId: '4711', jobChannelId: '3' });
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
