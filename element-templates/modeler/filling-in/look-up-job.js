import { labelOf } from '../fields.js';

const JOB = 'Job ID must be the digits of a job, at most 32';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'jobId', wrong: 'E-1', violation: JOB, right: '7003000000000000001' },
  { id: 'jobId', wrong: '../7003000000000000001', violation: JOB, right: '{{secrets.JOB}}' },
  { id: 'jobId', wrong: '7'.repeat(33), violation: JOB, right: '7'.repeat(32) },
];

/** What else modelers fill in, by the process id of what they export. */
export const exports = {
  'look-up-typed-id': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.fill(labelOf(template, 'jobId'), '7003000000000000001');
    },
  },
};
