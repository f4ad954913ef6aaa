/**
 * Lints every diagram and form with the rules the Camunda Modeler itself applies, those of the element templates
 * included. Any finding but an "info" fails the run; so does a diagram or form without the platform version, on which
 * the Modeler's linters stay silent.
 */
import { readFileSync } from 'node:fs';
import { bundled } from './bundled.js';
import { diagrams, forms, TEMPLATES } from './sources.js';

const { Linter, FormLinter, CloudElementTemplatesLinterPlugin } = await bundled(
  'linters',
  `
    export { Linter } from '@camunda/linting';
    export { FormLinter } from '@camunda/form-linting';
    export { CloudElementTemplatesLinterPlugin } from 'bpmn-js-element-templates';`,
  // The plugin comes in one file with the properties panel, which makes an element as soon as it is loaded.
  { define: { 'document.createElement': 'Object' } },
);

/** Camunda's own, which the Modeler brings along: here only so much of them that their ids are known. */
const CAMUNDAS = JSON.parse(readFileSync(new URL('camunda-templates.json', import.meta.url), 'utf8'));

const linter = new Linter({
  modeler: 'desktop',
  type: 'cloud',
  plugins: [CloudElementTemplatesLinterPlugin([...TEMPLATES, ...CAMUNDAS])],
});

const findings = [];

for (const { name, content } of diagrams()) {
  if (!/modeler:executionPlatformVersion="8\.8\.\d+"/.test(content)) {
    findings.push(`${name}: modeler:executionPlatformVersion is not 8.8`);
  }
  for (const { id, category, message } of await linter.lint(content)) {
    if (category !== 'info') {
      findings.push(`${name}: ${id}: ${category}: ${message}`);
    }
  }
}

for (const { name, content } of forms()) {
  const form = JSON.parse(content);
  if (!form.executionPlatformVersion?.startsWith('8.8.')) {
    findings.push(`${name}: executionPlatformVersion is not 8.8`);
  }
  if (`${form.id}.form` !== name) {
    findings.push(`${name}: the form's id is ${form.id}`);
  }
  for (const { id, category, message } of new FormLinter().lint(form)) {
    if (category !== 'info') {
      findings.push(`${name}: ${id}: ${category}: ${message}`);
    }
  }
}

if (findings.length > 0) {
  console.error(findings.join('\n'));
  process.exitCode = 1;
}
