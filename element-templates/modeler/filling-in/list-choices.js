const DEPARTMENT = 'Root department must be a department ID: letters, digits, - and _, at most 64';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  {
    id: 'list.root',
    wrong: 'a b',
    violation: DEPARTMENT,
    right: 'od-1',
    given: { 'list.of': 'departments' },
  },
];

/** What else modelers fill in, by the process id of what they export. */
export const exports = {
  'list-departments-in-chinese': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.set(template, 'list.of', 'departments');
      await modeler.set(template, 'list.language', 'zh');
    },
  },
};
