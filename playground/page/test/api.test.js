import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

const LONG = '{"id":6960663240925956660}';
const sent = [];
globalThis.location = { hash: '#T&lang=zh' };
const answers = [];
globalThis.fetch = async (address, options) => {
  sent.push({ address, ...options });
  return answers.shift() ?? new Response(null, { status: 204 });
};
const api = await import('../src/api.js');
afterEach(() => sent.splice(0));

const json = (text, status = 200) => answers.push(new Response(text, { status }));

test('variables that a person wrote are sent as they are, with their long numbers', async () => {
  json('{"key":"1"}', 201);
  assert.deepEqual(await api.startInstance('a/b', LONG), { key: '1' });
  await api.completeTask('2', LONG);
  await api.completeJob('3', LONG);
  await api.throwError('4', 'CODE', 'why "so"', LONG);
  await api.publishMessage('name', 'order-1', LONG);
  await api.broadcastSignal('name', LONG);
  assert.deepEqual(
    sent.map(({ method, address, body }) => `${method} ${address} ${body}`),
    [
      `POST api/processes/a%2Fb/instances {"variables":${LONG}}`,
      `POST api/tasks/2/completion {"variables":${LONG}}`,
      `POST api/jobs/3/completion {"variables":${LONG}}`,
      `POST api/jobs/4/error {"code":"CODE","message":"why \\"so\\"","variables":${LONG}}`,
      `POST api/messages {"name":"name","correlationKey":"order-1","variables":${LONG}}`,
      `POST api/signals {"name":"name","variables":${LONG}}`,
    ],
  );
  assert.ok(sent.every(({ headers }) => headers.Authorization === 'Bearer T'));
});

test('what a form gives is sent as JSON', async () => {
  await api.completeTask('2', { approved: true });
  assert.equal(sent[0].body, '{"variables":{"approved":true}}');
});

test('a refusal is told by the sentence of the server, and without one by its status', async () => {
  json('{"problem":{"en":"No.","zh":"不行。"}}', 409);
  await assert.rejects(api.moveTime('PT1H'), ({ text }) => text.en === 'No.' && text.zh === '不行。');
  json('<html>', 500);
  await assert.rejects(api.moveTime('PT1H'), ({ text }) => /500/.test(text.en) && /500/.test(text.zh));
  globalThis.fetch = () => Promise.reject(new TypeError('gone'));
  await assert.rejects(api.moveTime('PT1H'), ({ text }) => /not answer/.test(text.en));
});
