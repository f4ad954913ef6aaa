import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import validator from '@bpmn-io/element-templates-validator';
import { read, root, starter, templates } from './files.js';
import { startLinter } from './linting.js';
import { startChromium } from './modeler.js';

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

for (const [name, template] of Object.entries(templates)) {
  test(`the ${name} template passes the validator without a warning that can be avoided`, () => {
    const { valid, errors, warnings = [] } = validator.validateZeebe(template);
    const avoidable = warnings.filter((warning) => !isAboutTheErrorExpression(warning, template));
    assert.deepEqual({ valid, errors: errors ?? [], avoidable }, { valid: true, errors: [], avoidable: [] });
  });
}

test('the validator finds fault with a broken template', () => {
  const broken = structuredClone(templates.normal);
  broken.properties[1].binding.type = 'zeebe:inputs';
  assert.equal(validator.validateZeebe(broken).valid, false);
});

test('the linter finds fault with the template in use when the advertisement id is missing', async () => {
  const broken = starter().replace('source="=advertisementId" ', '');
  assert.match((await lint(broken)).join(), /Advertisement ID must not be empty/);
});

const examples = join(root, '../bpmn-examples');
const diagrams = {
  'the starter diagram': starter(),
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
