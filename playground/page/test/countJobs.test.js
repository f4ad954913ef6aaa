import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countJobs } from '../src/diagram/countJobs.js';

const job = (state, retries = 3) => ({ state, retries });
const JOBS = [
  job('unserved'),
  job('no-retries', 0),
  job('backing-off', 1),
  job('backing-off', 2),
  job('backing-off', 2),
  job('working'),
  job('working', 2),
];

test('jobs are counted by their state, and waiting ones by the attempts that are left', () => {
  assert.deepEqual(countJobs(JOBS), [
    { state: 'working', retries: null, n: 2 },
    { state: 'backing-off', retries: 2, n: 2 },
    { state: 'backing-off', retries: 1, n: 1 },
    { state: 'no-retries', retries: null, n: 1 },
  ]);
});
