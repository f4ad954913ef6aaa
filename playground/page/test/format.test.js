import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAge, formatClock, formatDayAndSeconds, formatTime, indentJson, isJsonObject } from '../src/format.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

test('an age is told in its two largest units', () => {
  assert.equal(formatAge(0, 'en'), '0 seconds');
  assert.equal(formatAge(59 * SECOND, 'en'), '59 seconds');
  assert.equal(formatAge(61 * SECOND, 'en'), '1 minute');
  assert.equal(formatAge(HOUR + 61 * SECOND, 'en'), '1 hour 1 minute');
  assert.equal(formatAge(2 * DAY + HOUR, 'en'), '2 days 1 hour');
  assert.equal(formatAge(2 * DAY + 59 * SECOND, 'en'), '2 days');
});

test('an age in Chinese has no spaces', () => {
  assert.equal(formatAge(2 * DAY + 3 * HOUR, 'zh'), '2 天 3 小时');
  assert.equal(formatAge(5 * SECOND, 'zh'), '5 秒');
});

test('a clock that is behind makes no negative age', () => {
  assert.equal(formatAge(-5, 'en'), '0 seconds');
});

test('times have 24 hours and no AM or PM, and midnight is 00', () => {
  const [midnight, evening] = ['2026-11-26T00:05:09', '2026-11-26T17:06:58'].map((local) => new Date(local));
  assert.equal(formatTime(midnight, 'en'), '26 Nov 2026, 00:05');
  assert.equal(formatTime(evening, 'en'), '26 Nov 2026, 17:06');
  assert.equal(formatTime(midnight, 'zh'), '2026年11月26日 00:05');
  assert.equal(formatTime(evening, 'zh'), '2026年11月26日 17:06');
  assert.equal(formatDayAndSeconds(midnight, 'en'), '26 Nov, 00:05:09');
  assert.equal(formatDayAndSeconds(evening, 'zh'), '11月26日 17:06:58');
});

test('the clock tells the day of the week and the seconds', () => {
  const time = new Date('2026-11-26T00:06:58');
  assert.equal(formatClock(time, 'en'), 'Thu, 26 Nov 2026, 00:06:58');
  assert.equal(formatClock(time, 'zh'), '2026年11月26日周四 00:06:58');
});

test('JSON is indented, and its long numbers stay as they are', () => {
  assert.equal(
    indentJson('{"id":6960663240925956660,"list":[1,{"a":"x, {y}: \\" [z]"}],"none":{},"empty":[ ],"ok":true}'),
    `{
  "id": 6960663240925956660,
  "list": [
    1,
    {
      "a": "x, {y}: \\" [z]"
    }
  ],
  "none": {},
  "empty": [],
  "ok": true
}`,
  );
});

test('what is no JSON stays as it is', () => {
  assert.equal(indentJson('<html>'), '<html>');
  assert.equal(indentJson(''), '');
  assert.equal(indentJson(null), '');
});

test('variables are a JSON object', () => {
  assert.ok(isJsonObject('{"a":1}'));
  for (const other of ['[]', 'null', '1', '{', '']) {
    assert.ok(!isJsonObject(other), other);
  }
});
