/** The Modeler's own linter, with our templates loaded. */
import { build } from 'esbuild';
import { read, root, templates } from './files.js';

/** Camunda's own templates, which the Modeler brings along: only so much of them that their ids are known. */
const CAMUNDAS = JSON.parse(read('../bpmn-examples/tools/camunda-templates.json'));

/** Opens a page with the linter in it, which looks for a browser when it is loaded. */
export async function startLinter(browser) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundle() });

  /** What the Modeler complains about in a diagram, but for what it only mentions. */
  return (xml) =>
    page.evaluate(
      async ([xml, templates]) => {
        const { Linter, CloudElementTemplatesLinterPlugin } = window.linting;
        const plugins = [CloudElementTemplatesLinterPlugin(templates)];
        const findings = await new Linter({ modeler: 'desktop', type: 'cloud', plugins }).lint(xml);
        return findings.filter(({ category }) => category !== 'info').map(({ id, message }) => `${id}: ${message}`);
      },
      [xml, [...Object.values(templates), ...CAMUNDAS]],
    );
}

/** The packages are written for bundlers: neither Node nor a browser can resolve their imports as they are. */
async function bundle() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { Linter } from '@camunda/linting';
        export { CloudElementTemplatesLinterPlugin } from 'bpmn-js-element-templates';`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'linting',
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
