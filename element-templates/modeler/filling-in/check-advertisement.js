import { labelOf } from '../fields.js';

const DIGITS = 'Advertisement ID must be the digits that Feishu Hire returns when a job is created, at most 32';
const CHANNEL =
  'Job channel ID must be the digits that Feishu Hire lists for the website as job_channel_id, at most 32;' +
  ' 3 is the referral platform, which is a channel of its own';
const JOB = 'Job ID must be the digits of a job, at most 32';
const LINK = 'Address of the advertisement must begin with https:// and have no spaces, at most 500 characters';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'advertisementId', wrong: 'abc', violation: DIGITS, right: '6960663240925956660' },
  { id: 'jobId', wrong: 'E-1', violation: JOB, right: '6960663240925956631' },
  { id: 'jobId', wrong: '7'.repeat(33), violation: JOB, right: '' },
  {
    id: 'channel.jobChannelId',
    given: { 'channel.type': 'website' },
    wrong: '3',
    violation: CHANNEL,
    right: '7002000000000000001',
  },
  { id: 'linkPattern', wrong: 'http://example.com/', violation: LINK, right: 'https://example.com/{advertisementId}' },
  { id: 'linkPattern', wrong: 'https://example.com/a b', violation: LINK, right: 'http://127.0.0.1:8080/{websiteId}' },
];

/** What else modelers fill in, by the process id of what they export. */
export const exports = {
  'check-on-website-by-name': {
    variant: 'normal',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'channel.type', 'website-by-name');
      await modeler.fill(labelOf(template, 'channel.websiteName'), 'careers');
      await modeler.openGroup(template, 'link');
      await modeler.fill(labelOf(template, 'linkPattern'), 'https://example.com/{websiteId}/{advertisementId}');
    },
  },
  'check-on-website': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'channel.type', 'website');
      await modeler.fill(labelOf(template, 'channel.jobChannelId'), '7002000000000000001');
    },
  },
  'check-chosen-in-process-with-job': {
    variant: 'hybrid',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.fillFeel(labelOf(template, 'jobId'), 'jobId');
      await modeler.set(template, 'channel.type', 'id');
      await modeler.fillFeel(labelOf(template, 'channel.id'), 'jobChannelId');
    },
  },
};
