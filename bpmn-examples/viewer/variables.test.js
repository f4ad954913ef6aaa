import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagrams, forms } from '../tools/sources.js';
import { readDiagram, variablesSetBy, variablesShownBy } from './variables.js';

const form = Object.fromEntries(forms().map(({ title, content }) => [title, JSON.parse(content)]));

/** What comes from neither a form nor the diagram: the error that the connector throws. */
const FROM_OUTSIDE = ['feishuError'];
/** Without a form: started through the API. */
const REQUEST_OF_THE_MINIMAL_EXAMPLE = ['advertisementId'];

for (const { title, content } of diagrams()) {
  test(`${title} reads every variable that its forms set`, async () => {
    const { formNodes, mentioned } = await readDiagram(content);
    const shown = formNodes.flatMap((node) => variablesShownBy(form[node.form]));
    for (const node of formNodes) {
      // No expression reads a confirmation; the task's own input mapping keeps it inside the task.
      const known = [...mentioned, ...shown, ...node.inputs];
      const unread = variablesSetBy(form[node.form]).filter((variable) => !known.includes(variable));
      assert.deepEqual(unread, [], `set by the form of ${node.id} and never read`);
    }
  });

  test(`${title} has a source for every variable that it reads or shows`, async () => {
    const { formNodes, read, made } = await readDiagram(content);
    const set = formNodes.flatMap((node) => variablesSetBy(form[node.form]));
    const shown = formNodes.flatMap((node) => variablesShownBy(form[node.form]));
    const request = formNodes.length === 0 ? REQUEST_OF_THE_MINIMAL_EXAMPLE : [];
    const sources = [...set, ...made, ...request, ...FROM_OUTSIDE];
    assert.deepEqual(
      [...read, ...shown].filter((variable) => !sources.includes(variable)),
      [],
    );
  });
}

test('no form takes its choices by valuesKey, which drops a value that is no longer offered', () => {
  const byKey = Object.values(form).flatMap(({ components }) => components.filter(({ valuesKey }) => valuesKey));
  assert.deepEqual(byKey, []);
});

test('every form belongs to a diagram, and every diagram has its forms', async () => {
  const used = new Set();
  for (const { content } of diagrams()) {
    (await readDiagram(content)).formNodes.forEach((node) => used.add(node.form));
  }
  assert.deepEqual([...used].sort(), Object.keys(form).sort());
});
