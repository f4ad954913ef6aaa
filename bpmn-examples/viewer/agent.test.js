import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { freePages, openForm, startChromium } from './viewer.js';

const PUBLICATIONS = [
  { channelName: '社招官网 (Careers)', jobChannelId: '7002000000000000001', url: 'https://example.jobs.feishu.cn/1' },
  { channelName: '内推平台 (Referral platform)', jobChannelId: '3', url: null },
];

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());
afterEach(() => freePages(browser));

const open = (name, variables) => openForm(browser, name, variables);

test('a recruiter asks in words and names the advertisement', async () => {
  const form = await open('ask-recruiting-agent');
  await form.screenshot();
  assert.deepEqual((await form.submit()).violations, ['advertisementId', 'agentRequest']);
  await form.type('What should the agent do\\?', '请发布到社招官网');
  await form.type('Advertisement ID', 'position 7');
  assert.deepEqual((await form.submit()).violations, ['advertisementId']);
  await form.type('Advertisement ID', '6960663240925956660');
  assert.deepEqual(await form.submit(), {
    variables: { agentRequest: '请发布到社招官网', advertisementId: '6960663240925956660' },
    violations: [],
  });
});

test('a recruiter answers what the agent asks', async () => {
  const form = await open('answer-recruiting-agent', { question: '发布到哪个渠道？', answer: null });
  await form.screenshot();
  assert.equal(await form.field('Question').inputValue(), '发布到哪个渠道？');
  assert.deepEqual((await form.submit()).violations, ['answer']);
  await form.type('Your answer', '社招官网');
  assert.equal((await form.submit()).variables.answer, '社招官网');
});

test('an approver sees for whom the agent wants to publish', async () => {
  const reason = 'AI agent, on request of a recruiter / AI 智能体，应招聘人员要求：\n请发布到社招官网';
  const variables = { advertisementId: '6960663240925956660', channelName: '社招官网 (Careers)', jobChannelId: '7', reason };
  const form = await open('approve-publication', { ...variables, approvedBefore: null, jobId: null, jobName: null, approved: null, approvalComment: null });
  await form.screenshot('approve-publication-of-an-agent');
  assert.equal(await form.field('Reason').inputValue(), reason);
  assert.doesNotMatch(await form.text(), /Changed since|null|undefined|{{/);
});

test('the answer of the agent stands beside what was really published', async () => {
  const form = await open('recruiting-agent-answer', { agentAnswer: '已上线 **everywhere**', publications: PUBLICATIONS });
  await form.screenshot();
  assert.equal(await form.field('Answer').inputValue(), '已上线 **everywhere**');
  const text = await form.text();
  PUBLICATIONS.forEach(({ channelName }) => assert.ok(text.includes(channelName), text));
  assert.doesNotMatch(text, /has published nothing|null|undefined|{{/);
  assert.equal(await form.links().getAttribute('href'), PUBLICATIONS[0].url);
});

test('an agent that claims what it did not do is found out', async () => {
  const form = await open('recruiting-agent-answer', { agentAnswer: '已上线', publications: [] });
  await form.screenshot('recruiting-agent-answer-nothing-published');
  const text = await form.text();
  assert.match(text, /The process has published nothing/);
  assert.doesNotMatch(text, /实际发布的渠道|null|undefined|{{/);
});
