import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CALLS } from '../src/feishu/calls.js';
import { en } from '../src/texts/en.js';

const ENDPOINTS = new URL(
  '../../../feishu-sandbox/src/main/java/io/feishuhire/sandbox/Endpoint.java',
  import.meta.url,
);

/** What a browser asks for is not in the journal. */
const PAGE = 'careers-page';

test('every endpoint of the sandbox is named in words', () => {
  const java = readFileSync(ENDPOINTS, 'utf8');
  const names = [...java.matchAll(/^ {4}([A-Z_]+)[,;]$/gm)].map(([, name]) => name.toLowerCase().replaceAll('_', '-'));
  assert.ok(names.includes('publish') && names.includes('other'));
  const unnamed = names.filter((call) => call !== PAGE && !(CALLS[call] in en));
  assert.deepEqual(unnamed, []);
});
