import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the diagrams, and in `forms/` their forms. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The element templates that the examples use, as they are now. */
export const TEMPLATES = ['publish-advertisement', 'check-advertisement', 'list-choices', 'create-job', 'open-or-close-job'].map((name) =>
  JSON.parse(readFileSync(join(root, `../element-templates/feishu-hire-${name}.json`), 'utf8')),
);

/** All diagrams, each with its file name and its XML. */
export const diagrams = () => filesIn(root, '.bpmn');

/** All forms, each with its file name and its JSON text. */
export const forms = () => filesIn(join(root, 'forms'), '.form');

function filesIn(folder, extension) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => ({ name, title: basename(name, extension), content: readFileSync(join(folder, name), 'utf8') }));
}
