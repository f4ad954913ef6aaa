import { labelOf } from '../fields.js';

const JOB = 'Job ID must be the digits of a job, at most 32';
const EXPIRES =
  'Expires must be a date such as 2027-03-31, or a date and time with its offset such as 2027-03-31T18:00:00+08:00';
const ZONE = 'Time zone must be a time zone such as Asia/Shanghai';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'jobId', wrong: 'E-1', violation: JOB, right: '7003000000000000001' },
  { id: 'jobId', wrong: '7'.repeat(33), violation: JOB, right: '{{secrets.JOB}}' },
  { id: 'expiresAt', wrong: '31.03.2027', violation: EXPIRES, right: '2027-03-31' },
  { id: 'expiresAt', wrong: '2027-03-31T18:00:00', violation: EXPIRES, right: '2027-03-31T18:00:00+08:00' },
  { id: 'expiresAt', wrong: '2027-03-31 18:00', violation: EXPIRES, right: '2027-03-31T10:00:00Z' },
  { id: 'expiresAt', wrong: '1806508799999', violation: EXPIRES, right: '2027-03-31T18:00:00@Asia/Shanghai' },
  { id: 'expiresAt', wrong: 'tomorrow', violation: EXPIRES, right: '' },
  { id: 'timeZone', wrong: '8', violation: ZONE, right: '+08:00' },
  { id: 'timeZone', wrong: 'Asia Shanghai', violation: ZONE, right: 'Europe/Berlin' },
];

/** What else modelers fill in, by the process id of what they export. */
export const exports = {
  'open-until-a-day': {
    variant: 'normal',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.fill(labelOf(template, 'expiresAt'), '2999-03-31');
      await modeler.fill(labelOf(template, 'timeZone'), 'Africa/Lagos');
    },
  },
  'open-until-a-time-of-feel': {
    variant: 'hybrid',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.fillFeel(labelOf(template, 'expiresAt'), 'date and time("2999-03-31T18:00:00@Asia/Shanghai")');
    },
  },
  'close-job': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'action', 'close');
    },
  },
};
