import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import validator from '@bpmn-io/element-templates-validator';
import { startChromium } from './browser.js';
import { required } from './fields.js';
import { connectors, read, root, templateFiles, templates } from './files.js';
import { startLinter } from './linting.js';
import { openModeler } from './modeler.js';

let browser;
let lint;
before(async () => {
  browser = await startChromium();
  lint = await startLinter(browser);
});
after(() => browser.close());

/**
 * A default for a field that always is an expression must begin with "=", and a default without is deprecated. The
 * validator reports the latter even when it is the former.
 */
function isAboutTheErrorExpression({ keyword, instancePath }, { properties }) {
  const position = properties.findIndex(({ id }) => id === 'errorExpression');
  return (
    keyword === 'deprecated' &&
    instancePath === `/properties/${position}/value` &&
    properties[position].value.startsWith('=')
  );
}

test('every template file is one of a connector that has a starter diagram', () => {
  assert.deepEqual(Object.keys(templates).sort(), templateFiles().sort());
});

test('the Modeler loads all templates together', async () => {
  const modeler = await openModeler(browser, Object.values(templates));
  await modeler.close();
});

/** What the validator would rather have, an input without a source, takes a cluster of 8.8 or newer. */
const isAboutAnInputThatMayBeLeftOut = ({ keyword, message }) =>
  keyword === 'deprecated' && message.startsWith("'optional' with 'zeebe:input' binding is deprecated");

for (const [file, template] of Object.entries(templates)) {
  test(`${file} passes the validator without a warning that can be avoided`, () => {
    const { valid, errors, warnings = [] } = validator.validateZeebe(template);
    const avoidable = warnings.filter(
      (warning) => !isAboutTheErrorExpression(warning, template) && !isAboutAnInputThatMayBeLeftOut(warning),
    );
    assert.deepEqual({ valid, errors: errors ?? [], avoidable }, { valid: true, errors: [], avoidable: [] });
  });
}

test('the validator finds fault with a broken template', () => {
  const broken = structuredClone(Object.values(templates)[0]);
  broken.properties[1].binding.type = 'zeebe:inputs';
  assert.equal(validator.validateZeebe(broken).valid, false);
});

for (const { name, starter, templates } of connectors) {
  for (const { label, binding } of required(templates.normal)) {
    test(`${name}: the linter finds fault with the template in use when the ${label} is missing`, async () => {
      const broken = starter.replace(new RegExp(`source="[^"]+" target="${binding.name}"`), `target="${binding.name}"`);
      assert.ok((await lint(broken)).join().includes(`${label} must not be empty`));
    });
  }
}

const examples = join(root, '../bpmn-examples');
const diagrams = {
  ...Object.fromEntries(connectors.map(({ name, starter }) => [`the starter diagram of ${name}`, starter])),
  ...Object.fromEntries(
    readdirSync(examples)
      .filter((name) => name.endsWith('.bpmn'))
      .map((name) => [`the example ${name}`, read(`../bpmn-examples/${name}`)]),
  ),
};
for (const [name, xml] of Object.entries(diagrams)) {
  test(`${name} gives the Modeler nothing to complain about`, async () => {
    assert.match(xml, /modeler:executionPlatformVersion="8\.8\./);
    assert.deepEqual(await lint(xml), []);
  });
}
