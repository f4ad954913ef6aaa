import { labelOf } from '../fields.js';

const CODE = 'Code must be letters, digits, - and _, at most 16';
const EXPIRES =
  'Expires must be a date such as 2027-03-31, or a date and time with its offset such as 2027-03-31T18:00:00+08:00';
const RECRUITER = 'Recruiter must be an e-mail address or an ID';
const MANAGERS = 'Hiring managers must be e-mail addresses or IDs';
const ASSISTANTS = 'Assistants must be e-mail addresses or IDs';
const ZONE = 'Time zone must be a time zone such as Asia/Shanghai';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'position.code', wrong: '职位 1', violation: CODE, right: 'BE-2027_01' },
  { id: 'position.code', wrong: 'B'.repeat(17), violation: CODE, right: '' },
  { id: 'position.expiresAt', wrong: '31.03.2027', violation: EXPIRES, right: '2027-03-31' },
  { id: 'position.expiresAt', wrong: '2027-03-31T18:00:00', violation: EXPIRES, right: '2027-03-31T18:00:00+08:00' },
  { id: 'position.headCount', wrong: '两', violation: 'Head count must be a whole number', right: '2' },
  { id: 'people.recruiter', wrong: '李雪', violation: RECRUITER, right: 'li.xue@example.com' },
  { id: 'people.recruiter', wrong: 'Li Xue', violation: RECRUITER, right: 'ou_7010000000000000001' },
  { id: 'people.hiringManagers', wrong: '王强', violation: MANAGERS, right: 'a@example.com，b@example.com' },
  { id: 'people.assistants', wrong: '陈静', violation: ASSISTANTS, right: '' },
  { id: 'process.processType', wrong: '社招', violation: 'Kind of hiring must be 1 or 2', right: '2' },
  { id: 'process.processType', wrong: '3', violation: 'Kind of hiring must be 1 or 2', right: '1' },
  { id: 'process.processId', wrong: '社招流程', violation: 'Hiring process must be an ID', right: '7005000000000000001' },
  { id: 'process.jobTypeId', wrong: '研发', violation: 'Job type (职位类别) must be an ID', right: '7006000000000000001' },
  { id: 'process.recruitmentTypeId', wrong: '全职', violation: 'Employment must be an ID, such as 101', right: '101' },
  { id: 'requirements.minSalary', wrong: '20k', violation: 'Pay from must be a whole number, in thousands', right: '20' },
  { id: 'requirements.experience', wrong: '3-5年', violation: 'Experience must be 1 to 8', right: '5' },
  { id: 'requirements.degree', wrong: '本科', violation: 'Degree must be 1 to 8, or 20', right: '20' },
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
