import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

class FakeEventSource extends EventTarget {
  static all = [];

  constructor(address) {
    super();
    this.address = address;
    this.closed = false;
    FakeEventSource.all.push(this);
  }

  say(name, data) {
    this.dispatchEvent(Object.assign(new Event(name), { data: JSON.stringify(data) }));
  }

  close() {
    this.closed = true;
  }
}

let status = 200;
globalThis.location = { hash: '#T' };
globalThis.EventSource = FakeEventSource;
globalThis.fetch = async () => {
  if (status === 0) {
    throw new TypeError('gone');
  }
  return { status };
};
const { openStream } = await import('../src/stream.js');
const { connection, happened, tasks } = await import('../src/state.js');

const newest = () => FakeEventSource.all.at(-1);
const TASK = { key: '1', name: 'Approve' };
/** The answer to the probe comes in microtasks. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

mock.timers.enable({ apis: ['setTimeout'] });
beforeEach(() => {
  status = 200;
  happened.value = [];
  openStream('T', null);
});

test('a stream that opens tells what there is, which is no news, and then what happens', () => {
  newest().say('tasks', [TASK]);
  assert.equal(connection.value, 'open');
  assert.deepEqual(tasks.value, [TASK]);
  assert.deepEqual(happened.value, []);
  newest().say('tasks', [TASK, { key: '2', name: 'Publish' }]);
  assert.deepEqual(happened.value, [{ what: 'TASK', key: '2', name: 'Publish' }]);
});

test('a new stream is no news either, and the one before is heard no more', () => {
  newest().say('tasks', []);
  const before = newest();
  openStream('T', '17');
  assert.ok(before.closed);
  assert.match(newest().address, /instance=17/);
  newest().say('tasks', [TASK]);
  assert.deepEqual(happened.value, []);
  before.say('tasks', []);
  assert.deepEqual(tasks.value, [TASK]);
});

test('a stream that breaks while the server answers is opened again at once', async () => {
  newest().say('alive', {});
  const opened = FakeEventSource.all.length;
  newest().onerror();
  await settle();
  assert.equal(connection.value, 'open');
  mock.timers.tick(200);
  assert.equal(FakeEventSource.all.length, opened + 1);
});

test('a server that is gone is told, asked again after a while, and recovers', async () => {
  newest().say('alive', {});
  const opened = FakeEventSource.all.length;
  status = 0;
  newest().onerror();
  await settle();
  assert.equal(connection.value, 'lost');
  mock.timers.tick(1_000);
  assert.equal(FakeEventSource.all.length, opened);
  mock.timers.tick(1_000);
  assert.equal(FakeEventSource.all.length, opened + 1);
  newest().say('alive', {});
  assert.equal(connection.value, 'open');
});

test('a silent stream is lost, and a wrong token is refused', async () => {
  newest().say('alive', {});
  mock.timers.tick(14_999);
  assert.equal(connection.value, 'open');
  mock.timers.tick(1);
  assert.equal(connection.value, 'lost');
  await settle();
  status = 401;
  openStream('wrong', null);
  newest().onerror();
  await settle();
  assert.equal(connection.value, 'refused');
  openStream('', null);
  assert.equal(connection.value, 'refused');
});
