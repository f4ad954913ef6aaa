import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAddress, parseAddress } from '../src/address.js';

test('the address keeps token and selection', () => {
  const address = { token: 'Ab-_1', instance: '2251799813685249', process: 'publish & more', lang: 'zh' };
  assert.deepEqual(parseAddress(formatAddress(address)), address);
});

test('the printed address has a token only', () => {
  assert.deepEqual(parseAddress('#Ab1'), { token: 'Ab1', instance: null, process: null, lang: null });
  assert.equal(formatAddress({ token: 'Ab1', instance: null }), '#Ab1');
});

test('an address without a token is no error', () => {
  assert.equal(parseAddress('').token, '');
});
