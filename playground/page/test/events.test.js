import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, JOURNAL_KEPT, mergeJournal, succeeded } from '../src/events.js';

const entry = (number) => ({ number });
const numbers = (entries) => entries.map(({ number }) => number);
const news = (began, ...arrived) => ({ began, entries: arrived.map(entry) });

test('new entries of the journal come on top', () => {
  assert.deepEqual(numbers(mergeJournal([entry(2), entry(1)], news(0, 3, 4))), [4, 3, 2, 1]);
});

test('a new stream repeats entries that are known', () => {
  assert.deepEqual(numbers(mergeJournal([entry(2), entry(1)], news(0, 1, 2, 3))), [3, 2, 1]);
});

test('a journal that began anew forgets what was before', () => {
  assert.deepEqual(numbers(mergeJournal([entry(9), entry(8)], news(9))), []);
  assert.deepEqual(numbers(mergeJournal([entry(9), entry(8)], news(9, 10))), [10]);
});

test('the page keeps a limited number of entries, the newest', () => {
  const known = Array.from({ length: JOURNAL_KEPT }, (_, at) => entry(JOURNAL_KEPT - at));
  const merged = mergeJournal(known, news(0, JOURNAL_KEPT + 1));
  assert.equal(merged.length, JOURNAL_KEPT);
  assert.equal(merged[0].number, JOURNAL_KEPT + 1);
});

test('people hear of new tasks and of instances that end', () => {
  const before = { instances: [{ key: '1', process: 'p', state: 'ACTIVE' }], tasks: [{ key: '7', name: 'Old' }] };
  const after = {
    instances: [
      { key: '2', process: 'p', state: 'ACTIVE' },
      { key: '1', process: 'p', state: 'COMPLETED' },
    ],
    tasks: [...before.tasks, { key: '8', name: 'New' }],
  };
  assert.deepEqual(changes(before, after), [
    { what: 'COMPLETED', key: '1', process: 'p' },
    { what: 'TASK', key: '8', name: 'New' },
  ]);
  assert.deepEqual(changes(after, after), []);
});

test('people hear of each incident, also of one that comes again after a retry', () => {
  const at = (incidentsSoFar) => ({
    instances: [{ key: '1', process: 'p', state: 'ACTIVE', incidents: 1, incidentsSoFar }],
    tasks: [],
  });
  const heard = [{ what: 'INCIDENT', key: '1', process: 'p' }];
  assert.deepEqual(changes({ instances: [], tasks: [] }, at(1)), heard);
  assert.deepEqual(changes(at(1), at(1)), []);
  assert.deepEqual(changes(at(1), at(2)), heard);
});

test('an instance that is new and over already is no news, and neither is one that was over', () => {
  const before = { instances: [{ key: '1', process: 'p', state: 'COMPLETED' }], tasks: [] };
  const after = {
    instances: [
      { key: '2', process: 'p', state: 'COMPLETED' },
      { key: '1', process: 'p', state: 'TERMINATED' },
    ],
    tasks: [],
  };
  assert.deepEqual(changes(before, after), []);
});

test('only a 2xx with code 0 is a success', () => {
  assert.ok(succeeded({ status: 200, code: 0 }));
  assert.ok(!succeeded({ status: 200, code: 1002613 }));
  assert.ok(!succeeded({ status: 200, code: null }));
  assert.ok(!succeeded({ status: 502, code: 0 }));
  assert.ok(!succeeded({ status: 0, code: null }));
});
