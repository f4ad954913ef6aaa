/**
 * Fills in each template as a modeler would and exports the diagram. The exports are committed, because the Java build,
 * which needs no Node, deploys and runs them: `npm run update-exports` writes them anew.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { startChromium } from './browser.js';
import { diagram } from './diagrams.js';
import { connectors, exportName, read, root, templates } from './files.js';
import { startLinter } from './linting.js';
import { openModeler } from './modeler.js';

const COMMITTED = 'src/test/resources/exported';
/** The field takes no FEEL, so the Java build puts the address of its sandbox in the place of this one. */
const SANDBOX = 'http://127.0.0.1:18080';

/** Each template with what it asks for, and what else modelers fill in. */
const exports = connectors.flatMap(({ files, templates, fillingIn }) => [
  ...Object.entries(files).map(([variant, file]) => ({
    name: exportName(file),
    template: templates[variant],
    fillIn: (modeler, template) => modeler.fillRequired(template),
  })),
  ...Object.entries(fillingIn.exports).map(([name, { variant, fillIn }]) => ({
    name,
    template: templates[variant],
    fillIn,
  })),
]);

let browser;
let lint;
before(async () => {
  browser = await startChromium();
  lint = await startLinter(browser);
});
after(() => browser.close());

for (const { name, template, fillIn } of exports) {
  test(`${name}.bpmn is what the Modeler exports`, async () => {
    const empty = diagram({ type: template.appliesTo[0], id: name });
    const modeler = await openModeler(browser, Object.values(templates), empty);
    await modeler.select('task');
    await modeler.apply(template.name);
    await fillIn(modeler, template);
    await modeler.useBaseUrl(template, SANDBOX);
    assert.equal(await modeler.errors(), 0);
    const xml = await modeler.xml();
    await modeler.closePage(); // For the ids that the next one makes up.

    write('target/exported', name, xml);
    if (process.env.UPDATE_EXPORTS) {
      write(COMMITTED, name, xml);
    }
    assert.deepEqual(await lint(xml), []);
    assert.equal(xml, read(`${COMMITTED}/${name}.bpmn`), 'Not as committed. Look at it, then: npm run update-exports');
  });
}

test('no other export is committed', () => {
  assert.deepEqual(readdirSync(join(root, COMMITTED)).sort(), exports.map(({ name }) => `${name}.bpmn`).sort());
});

function write(folder, name, xml) {
  const file = join(root, folder, `${name}.bpmn`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, xml);
}
