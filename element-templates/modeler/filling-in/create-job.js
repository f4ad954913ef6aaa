import { labelOf } from '../fields.js';

const CODE = 'Code must be letters, digits, - and _, at most 16';
const EXPIRES =
  'Expires must be a date such as 2027-03-31, or a date and time with its offset such as 2027-03-31T18:00:00+08:00';
const ZONE = 'Time zone must be a time zone such as Asia/Shanghai';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'position.code', wrong: '职位 1', violation: CODE, right: 'BE-2027_01' },
  { id: 'position.code', wrong: 'B'.repeat(17), violation: CODE, right: '' },
  { id: 'position.expiresAt', wrong: '31.03.2027', violation: EXPIRES, right: '2027-03-31' },
  { id: 'position.expiresAt', wrong: '2027-03-31T18:00:00', violation: EXPIRES, right: '2027-03-31T18:00:00+08:00' },
  { id: 'position.timeZone', wrong: '8', violation: ZONE, right: 'Europe/Berlin' },
];

const TYPED = {
  'position.headCount': '2',
  'process.jobFunctionId': '7007000000000000001',
  'process.subjectId': '7009000000000000001',
  'placement.addressIds': '7008000000000000001, 7008000000000000002',
  'requirements.minSalary': '20',
  'requirements.maxSalary': '35',
  'requirements.experience': '5',
  'requirements.degree': '6',
  'advertisement.description': '负责招聘系统的后端开发。',
  'advertisement.requirement': '熟悉 Java。',
};

/** What else modelers fill in, by the process id of what they export. */
export const exports = {
  'create-job-with-all-fields': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'position.lookForCode', false);
      await modeler.fill(labelOf(template, 'position.code'), 'BE-2999');
      await modeler.fill(labelOf(template, 'position.expiresAt'), '2999-03-31');
      await modeler.fillFeel(labelOf(template, 'people.assistants'), 'assistants');
      for (const group of ['requirements', 'advertisement', 'further']) {
        await modeler.openGroup(template, group);
      }
      for (const [id, value] of Object.entries(TYPED)) {
        await modeler.fill(labelOf(template, id), value);
      }
      await modeler.fill(labelOf(template, 'further'), '{job_attribute: 1}');
    },
  },
};
