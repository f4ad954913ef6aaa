/**
 * Applies the element templates, as they are now, to every task that carries the id of one, by the Modeler's own code.
 * What the modeler filled in stays; icon, version, hidden values and the error expression are the template's.
 *
 * With --check it changes nothing, and fails if a diagram is out of date.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from './bundled.js';
import { diagrams, root, TEMPLATES } from './sources.js';

const { Modeler, CloudElementTemplatesCoreModule, ZeebeBehaviorsModule, zeebe, modeler } = await bundled(
  'modeler',
  `
    export { default as Modeler } from 'bpmn-js-headless/lib/Modeler';
    export { CloudElementTemplatesCoreModule } from 'bpmn-js-element-templates/core';
    export { default as ZeebeBehaviorsModule } from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
    export { default as zeebe } from 'zeebe-bpmn-moddle/resources/zeebe.json';
    export { default as modeler } from 'modeler-moddle/resources/modeler.json';`,
);

/** Measuring text takes a browser; labels stay where the diagram says, so their size does not matter here. */
const WITHOUT_BROWSER = { textRenderer: ['value', { getExternalLabelBounds: (bounds) => bounds }] };

/** How the ids of our templates begin. Templates of others, such as that of Camunda's AI agent, are not ours to apply. */
const OF_THIS_PROJECT = 'io.feishuhire.';

const check = process.argv.includes('--check');

for (const { name, content } of diagrams()) {
  const current = await withTemplateApplied(content);
  if (current === content) {
    continue;
  }
  if (check) {
    console.error(`${name}: not as the template makes it; run npm run apply-template`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, name), current);
    console.log(`${name}: updated`);
  }
}

async function withTemplateApplied(xml) {
  const diagram = new Modeler({
    additionalModules: [CloudElementTemplatesCoreModule, ZeebeBehaviorsModule, WITHOUT_BROWSER],
    moddleExtensions: { zeebe, modeler },
  });
  const { warnings } = await diagram.importXML(xml);
  refuse(warnings);
  diagram.on('elementTemplates.errors', ({ errors }) => refuse(errors));
  diagram.get('elementTemplatesLoader').setTemplates(TEMPLATES);

  const elementTemplates = diagram.get('elementTemplates');
  diagram
    .get('elementRegistry')
    .filter(({ businessObject }) => templateIdOf(businessObject)?.startsWith(OF_THIS_PROJECT))
    .forEach((task) => {
      withoutErrorExpression(task.businessObject);
      elementTemplates.applyTemplate(task, templateOf(templateIdOf(task.businessObject)));
    });
  return (await diagram.saveXML({ format: true })).xml;
}

function templateIdOf(businessObject) {
  return businessObject.get('zeebe:modelerTemplate');
}

function templateOf(id) {
  const template = TEMPLATES.find((one) => one.id === id);
  if (!template) {
    throw new Error(`No element template has the id ${id}`);
  }
  return template;
}

/** The Modeler would take an older error expression for one that the modeler wrote. */
function withoutErrorExpression({ extensionElements }) {
  for (const headers of extensionElements?.values.filter(({ $type }) => $type === 'zeebe:TaskHeaders') ?? []) {
    headers.values = headers.values.filter(({ key }) => key !== 'errorExpression');
  }
}

function refuse(problems) {
  if (problems.length > 0) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
}
