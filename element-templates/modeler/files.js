import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `element-templates/`. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const read = (path) => readFileSync(join(root, path), 'utf8');

/** How the file of a template is called, by what kind it is. */
const VARIANTS = {
  normal: (stem) => `${stem}.json`,
  chinese: (stem) => `${stem}-zh.json`,
  sendTask: (stem) => `${stem}-send-task.json`,
  throwEvent: (stem) => `${stem}-intermediate-throw-event.json`,
  hybrid: (stem) => `hybrid/${stem}-hybrid.json`,
};

/** The connectors, by their starter diagrams: a new one is found without being listed. */
export const connectors = await Promise.all(
  readdirSync(join(root, 'starter'))
    .filter((name) => name.endsWith('-starter.bpmn'))
    .sort()
    .map((name) => connector(name.replace('-starter.bpmn', ''))),
);

/** All templates, by their files. */
export const templates = Object.fromEntries(
  connectors.flatMap(({ files, templates }) =>
    Object.entries(files).map(([variant, file]) => [file, templates[variant]]),
  ),
);

/** The connector of that name, such as `publish-advertisement`. */
export const connectorNamed = (name) => connectors.find((connector) => connector.name === name);

/** The template files that there are, whether a connector has them or not. */
export const templateFiles = () =>
  ['', 'hybrid/'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /^feishu-hire-.*\.json$/.test(name))
      .map((name) => folder + name),
  );

async function connector(stem) {
  const name = stem.replace('feishu-hire-', '');
  const files = Object.fromEntries(
    Object.entries(VARIANTS)
      .map(([variant, file]) => [variant, file(stem)])
      .filter(([, file]) => existsSync(join(root, file))),
  );
  const more = new URL(`filling-in/${name}.js`, import.meta.url);
  return {
    name,
    files,
    templates: Object.fromEntries(
      Object.entries(files).map(([variant, file]) => [variant, JSON.parse(read(file))]),
    ),
    starter: read(`starter/${stem}-starter.bpmn`),
    /** What only this connector has: values that its fields refuse, and ways to fill it in that the Java tests run. */
    fillingIn: { refused: [], exports: {}, ...(existsSync(more) ? await import(more) : {}) },
  };
}

/** What the file of an export of a template is called. */
export const exportName = (file) => basename(file, '.json');

/** A modeler has many other templates; with few of them the Modeler shows no search field. */
export const otherTemplates = ['Mail', 'Chat', 'Database', 'Spreadsheet', 'Robot', 'Payment'].map((name) => ({
  $schema: Object.values(templates)[0].$schema,
  name: `${name} connector`,
  id: `com.example.${name.toLowerCase()}`,
  category: { id: 'connectors', name: 'Connectors' },
  appliesTo: ['bpmn:Task', 'bpmn:IntermediateThrowEvent'],
  properties: [],
}));
