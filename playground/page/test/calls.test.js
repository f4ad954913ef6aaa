import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CALLS, isOfConnector } from '../src/feishu/calls.js';
import { en } from '../src/texts/en.js';

const ENDPOINTS = new URL(
  '../../../feishu-sandbox/src/main/java/io/feishuhire/sandbox/Endpoint.java',
  import.meta.url,
);

test('every endpoint of the sandbox is named in words', () => {
  const java = readFileSync(ENDPOINTS, 'utf8');
  const names = [...java.matchAll(/^ {4}([A-Z_]+)[,;]$/gm)].map(([, name]) => name.toLowerCase().replaceAll('_', '-'));
  assert.ok(names.includes('publish') && names.includes('other'));
  const unnamed = names.filter((call) => isOfConnector({ call, path: '/' }) && !(CALLS[call] in en));
  assert.deepEqual(unnamed, []);
});

test('a candidate who looks at a page is not the connector', () => {
  assert.ok(!isOfConnector({ call: 'careers-page', path: '/careers/1/position/2/detail' }));
  assert.ok(!isOfConnector({ call: 'other', path: '/favicon.ico' }));
  assert.ok(isOfConnector({ call: 'other', path: '/open-apis/hire/v1/unknown' }));
  assert.ok(isOfConnector({ call: 'publish', path: '/open-apis/hire/v1/advertisements/1/publish' }));
});
