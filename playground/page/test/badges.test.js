import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badgePosition, badgeShow } from '../src/diagram/badges.js';

const flow = (...points) => ({ waypoints: points.map(([x, y]) => ({ x, y })) });

test('the number on a flow stands on its longest part', () => {
  const bent = flow([100, 50], [120, 50], [120, 250], [160, 250]);
  assert.deepEqual(badgePosition('passed', bent), { left: 20, top: 100 });
});

test('a short flow shows its number only where there is room', () => {
  assert.ok(badgeShow('passed', flow([0, 0], [50, 0])).minZoom > 0.36);
  assert.ok(badgeShow('passed', flow([0, 0], [50, 0])).minZoom < 1);
  assert.ok(badgeShow('passed', flow([0, 0], [50, 0], [50, 400])).minZoom < 0.1);
  assert.equal(badgeShow('token', { width: 36, height: 36 }), undefined);
});

test('an error that is caught stands beside the event on a task, and above that on a sub-process', () => {
  const event = { width: 36, height: 36 };
  assert.ok(badgePosition('caught', { ...event, host: { width: 100 } }).left > 36);
  assert.ok(badgePosition('caught', { ...event, host: { width: 700 } }).top < 0);
});
