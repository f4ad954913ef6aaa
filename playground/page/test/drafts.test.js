import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, entered } from '../src/people/draftStore.js';

/** The storage of a tab. */
function tab() {
  const items = new Map();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => items.set(key, text),
  };
}
const open = (storage, token = 'T') =>
  new Drafts(
    () => storage,
    () => token,
  );

test('what was typed survives a reload', () => {
  const storage = tab();
  open(storage).keep('17', { title: 'Engineer', pay: 20 });
  assert.deepEqual(open(storage).of('17'), { title: 'Engineer', pay: 20 });
  assert.equal(open(storage).of('18'), undefined);
});

test('a draft holds what a person has entered, and not what the task knows', () => {
  const variables = { jobs: [{ id: 1 }], title: 'Engineer', reason: 'old', flag: true };
  const data = { jobs: [{ id: 1 }], title: 'Data engineer', reason: '', flag: false, pay: 20 };
  assert.deepEqual(entered(variables, data), { title: 'Data engineer', reason: '', flag: false, pay: 20 });
  assert.deepEqual(entered(undefined, { pay: 20 }), { pay: 20 });
  assert.deepEqual(entered(variables, variables), {});
});

test('what is sent is forgotten', () => {
  const storage = tab();
  const drafts = open(storage);
  drafts.keep('17', 'a');
  drafts.keep('18', 'b');
  drafts.clear('17');
  assert.equal(drafts.of('17'), undefined);
  assert.equal(open(storage).of('17'), undefined);
  assert.equal(open(storage).of('18'), 'b');
});

test('another playground begins without drafts', () => {
  const storage = tab();
  open(storage, 'one').keep('17', 'a');
  assert.equal(open(storage, 'other').of('17'), undefined);
});

test('a limited number is kept, the newest', () => {
  const storage = tab();
  const drafts = open(storage);
  for (let at = 0; at < 40; at++) {
    drafts.keep(`task ${at}`, 'a');
    drafts.keep('always', at);
  }
  const again = open(storage);
  assert.equal(again.kept.size, 30);
  assert.equal(again.of('always'), 39);
  assert.equal(again.of('task 39'), 'a');
  assert.equal(again.of('task 0'), undefined);
});

test('what is too long lives as long as the page, and the rest survives', () => {
  const storage = tab();
  const drafts = open(storage);
  drafts.keep('long', 'a'.repeat(200_000));
  drafts.keep('short', 'b');
  assert.equal(drafts.of('long').length, 200_000);
  assert.equal(open(storage).of('long'), undefined);
  assert.equal(open(storage).of('short'), 'b');
});

test('a storage that is forbidden, full or broken costs no more than the reload', () => {
  const forbidden = () => {
    throw new Error('SecurityError');
  };
  const broken = { ...tab(), getItem: () => '{' };
  const full = { ...tab(), setItem: forbidden };
  const empty = { ...tab(), getItem: () => 'null' };
  for (const drafts of [new Drafts(forbidden, () => 'T'), open(broken), open(full), open(empty), open(undefined)]) {
    drafts.keep('17', 'a');
    assert.equal(drafts.of('17'), 'a');
    drafts.clear('17');
    assert.equal(drafts.of('17'), undefined);
  }
});
