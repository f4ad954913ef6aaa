import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { names, processName, shownName } from '../src/names.js';
import { processes } from '../src/state.js';
import { lang } from '../src/texts/texts.js';

const EXAMPLE = { id: 'publish-with-approval', name: 'Publish a job advertisement with approval', own: false };

afterEach(() => {
  lang.value = 'en';
  processes.value = [];
});

test('what the examples name is in the chosen language', () => {
  processes.value = [EXAMPLE];
  assert.equal(shownName('Approve publication'), 'Approve publication');
  assert.equal(processName(EXAMPLE.id), EXAMPLE.name);
  lang.value = 'zh';
  assert.equal(shownName('Approve publication'), '审批职位广告发布');
  assert.equal(processName(EXAMPLE.id), '发布职位广告（需审批）');
});

test('a diagram of one’s own keeps its names, even those of an example', () => {
  lang.value = 'zh';
  processes.value = [{ id: 'mine', name: 'Publish a job advertisement', own: true }];
  assert.equal(shownName('Approve publication'), 'Approve publication');
  assert.equal(processName('mine'), 'Publish a job advertisement');
});

test('a name that is not known is shown as it is, and a process without one by its id', () => {
  lang.value = 'zh';
  processes.value = [EXAMPLE];
  assert.equal(shownName('constructor'), 'constructor');
  assert.equal(shownName(null), null);
  assert.equal(processName('unknown'), 'unknown');
});

test('the names stay the same object while the language does, so that no diagram is drawn for nothing', () => {
  processes.value = [EXAMPLE];
  const before = names.value;
  processes.value = [{ ...EXAMPLE }];
  assert.equal(names.value, before);
});
