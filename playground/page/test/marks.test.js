import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marksOf, reached } from '../src/diagram/marks.js';

const INSTANCE = {
  active: { wait: 2, sub: 1 },
  completed: { start: 1, wait: 1, refused: 1 },
  terminated: { other: 1 },
  flows: { once: 1, twice: 2 },
  incidents: [
    { element: 'broken', resolved: false },
    { element: 'broken', resolved: false },
    { element: 'mended', resolved: true },
  ],
  jobs: [
    { element: 'own', state: 'unserved' },
    { element: 'own', state: 'working' },
    { element: 'start', state: 'working' },
    { element: 'wait', state: 'backing-off' },
    { element: 'broken', state: 'no-retries' },
  ],
};

test('an instance is shown as classes and badges of its elements', () => {
  assert.deepEqual(
    Object.fromEntries(marksOf(INSTANCE, (id) => ({ isErrorEvent: id === 'refused', isContainer: id === 'sub' }))),
    {
      once: { classes: ['taken'], badges: [] },
      twice: { classes: ['taken'], badges: [{ kind: 'passed', n: 2 }] },
      start: { classes: ['completed'], badges: [] },
      wait: { classes: ['completed', 'active'], badges: [{ kind: 'token', n: 2 }] },
      refused: { classes: ['caught'], badges: [{ kind: 'caught', n: 1 }] },
      sub: { classes: ['framed-active'], badges: [] },
      other: { classes: ['ended-early'], badges: [] },
      broken: { classes: ['incident'], badges: [{ kind: 'incident', n: 2 }] },
      own: { classes: [], badges: [{ kind: 'unserved', n: 1 }] },
    },
  );
});

test('without an instance nothing is marked', () => {
  assert.equal(marksOf(null).size, 0);
  assert.deepEqual(reached(null), []);
});

test('elements are listed once, active ones first', () => {
  assert.deepEqual(reached(INSTANCE), [
    { id: 'wait', state: 'active' },
    { id: 'sub', state: 'active' },
    { id: 'start', state: 'completed' },
    { id: 'refused', state: 'completed' },
    { id: 'other', state: 'terminated' },
  ]);
});
