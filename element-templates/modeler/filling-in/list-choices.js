import { labelOf } from '../fields.js';

const DEPARTMENT = 'Root department must be a department ID: letters, digits, - and _, at most 64';
const departments = { 'list.of': 'departments' };

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'list.root', given: departments, wrong: 'a b', violation: DEPARTMENT, right: 'od-1' },
  { id: 'list.root', given: departments, wrong: '研发中心', violation: DEPARTMENT, right: '{{secrets.DEPARTMENT}}' },
  { id: 'list.root', given: departments, wrong: 'od-10/children', violation: DEPARTMENT, right: 'od_10' },
  { id: 'list.root', given: departments, wrong: 'd'.repeat(65), violation: DEPARTMENT, right: 'd'.repeat(64) },
];

/** What else modelers fill in, by the process id of what they export. */
export const exports = {
  'list-departments-in-chinese': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.set(template, 'list.of', 'departments');
      await modeler.set(template, 'list.language', 'zh');
      await modeler.fillFeel(labelOf(template, 'list.filter'), 'partOfName');
      await modeler.fill(labelOf(template, 'list.root'), 'od-10');
    },
  },
};
