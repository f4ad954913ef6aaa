import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAddress } from '../src/feishu/pageAddress.js';

test('only a page becomes a link', () => {
  for (const page of ['http://127.0.0.1:1/careers/1', 'https://example.com/']) {
    assert.equal(pageAddress(page), page);
  }
  for (const other of ['javascript:alert(1)', 'data:text/html,x', ' https://example.com', 'x\nhttps://example.com', '']) {
    assert.equal(pageAddress(other), undefined, other);
  }
});
