import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { en } from '../src/texts/en.js';
import { fill } from '../src/texts/fill.js';
import { zh } from '../src/texts/zh.js';

const SOURCES = new URL('../src/', import.meta.url);
const KEY = /'([a-z][a-zA-Z]*\.[a-zA-Z]+)'/g;

const source = readdirSync(SOURCES, { recursive: true })
  .filter((file) => /\.jsx?$/.test(file) && !/texts\/(en|zh)\.js$/.test(file))
  .map((file) => readFileSync(new URL(file, SOURCES), 'utf8'))
  .join('\n');
const used = new Set([...source.matchAll(KEY)].map(([, key]) => key).filter((key) => !isEventName(key)));

/** Events of bpmn-js are written like keys. */
function isEventName(key) {
  return key.startsWith('element.');
}

test('both languages have the same texts, in the same order', () => {
  assert.deepEqual(Object.keys(zh), Object.keys(en));
});

test('every text is used, and every used text exists', () => {
  assert.deepEqual([...used].sort(), Object.keys(en).sort());
});

test('both languages fill the same places', () => {
  for (const key of Object.keys(en)) {
    const places = Object.values(forms(en[key])).flatMap(placesOf);
    for (const text of Object.values(forms(zh[key]))) {
      assert.deepEqual(placesOf(text), [...new Set(places)].sort(), key);
    }
  }
});

test('a number chooses the form of a text', () => {
  const text = { one: '{n} task', other: '{n} tasks' };
  assert.equal(fill(text, { n: 1 }, 'en'), '1 task');
  assert.equal(fill(text, { n: 2 }, 'en'), '2 tasks');
  assert.equal(fill(text, { n: 1 }, 'zh'), '1 tasks');
});

test('a value that looks like a place stays as it is', () => {
  assert.equal(fill('{name} waits', { name: '{n} $&' }, 'en'), '{n} $& waits');
});

const forms = (text) => (typeof text === 'string' ? { other: text } : text);

function placesOf(text) {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}
