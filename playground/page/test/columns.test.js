import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columns, isBulk, lastRun, mergeSamples, recent, sumOf } from '../src/rate/columns.js';

const SAMPLES = [
  { at: 1, published: 9, refused: 0, waiting: 20 },
  { at: 2, published: 10, refused: 3, waiting: 10 },
];

test('samples become the columns of the plot', () => {
  assert.deepEqual(columns(SAMPLES, 10), [
    [1, 2],
    [9, 10],
    [null, 3],
    [10, 10],
    [20, 10],
  ]);
});

test('no limit draws no line', () => {
  assert.deepEqual(columns(SAMPLES, 0)[3], [null, null]);
});

test('a pause is a gap, and an old run is left out', () => {
  const [times, published] = columns(
    [
      { ...SAMPLES[0], at: 1 },
      { ...SAMPLES[0], at: 300 },
      { ...SAMPLES[1], at: 310 },
    ],
    0,
  );
  assert.deepEqual(times, [300, 301, 310]);
  assert.deepEqual(published, [9, null, 10]);
});

test('a single publication is no bulk', () => {
  assert.ok(!isBulk([]));
  assert.ok(!isBulk([{ at: 1, published: 1, refused: 0, waiting: 0 }]));
  assert.ok(isBulk(SAMPLES));
});

test('the line of the limit is where the limit was', () => {
  const limited = [
    { ...SAMPLES[0], limit: 10 },
    { ...SAMPLES[1], limit: 1 },
    { ...SAMPLES[1], at: 3, limit: 0 },
  ];
  assert.deepEqual(columns(limited, 50)[3], [10, 1, null]);
});

test('the plot looks back for three minutes', () => {
  const samples = Array.from({ length: 200 }, (_, at) => ({ ...SAMPLES[0], at }));
  assert.equal(recent(samples).length, 180);
  assert.equal(columns(samples, 0)[0].length, 180);
  assert.equal(columns(samples, 0)[0][0], 20);
});

test('a run is what came since the last pause, and its publications are summed up', () => {
  const samples = [1, 2, 10, 12, 13].map((at) => ({ ...SAMPLES[0], at }));
  assert.deepEqual(
    lastRun(samples).map(({ at }) => at),
    [12, 13],
  );
  assert.equal(sumOf(lastRun(samples), 'published'), 18);
  assert.deepEqual(lastRun(SAMPLES), SAMPLES);
  assert.deepEqual(lastRun([]), []);
});

test('a second in which nothing happens ends a run, and one in which jobs wait does not', () => {
  const idle = { published: 0, refused: 0, waiting: 0 };
  const samples = [
    { ...SAMPLES[0], at: 1 },
    { ...idle, at: 2 },
    { ...idle, at: 3 },
    { ...idle, waiting: 7, at: 4 },
    { ...idle, waiting: 7, at: 5 },
    { ...SAMPLES[1], at: 6 },
    { ...idle, at: 7 },
    { ...idle, at: 8 },
  ];
  assert.deepEqual(
    lastRun(samples).map(({ at }) => at),
    [4, 5, 6, 7, 8],
  );
  assert.equal(sumOf(lastRun(samples), 'published'), 10);
});

test('the page keeps what the server has forgotten of a long run, and forgets it with the server', () => {
  const known = [1, 2, 3].map((at) => ({ at, published: 1 }));
  const news = [2, 3, 4].map((at) => ({ at, published: 2 }));
  assert.deepEqual(mergeSamples(known, news), [known[0], ...news]);
  assert.deepEqual(mergeSamples(known, []), []);
  const long = Array.from({ length: 4000 }, (_, at) => ({ at }));
  assert.equal(mergeSamples(long, [{ at: 4000 }]).length, 3600);
});
