import { labelOf } from '../fields.js';

const ADVERTISEMENT = '6960663240925956660';
const DIGITS = 'Advertisement ID must be the digits that Feishu Hire returns when a job is created, at most 32';
const CHANNEL =
  'Job channel ID must be the digits that Feishu Hire lists for the website as job_channel_id, at most 32;' +
  ' 3 is the referral platform, which is a channel of its own';
const CHOSEN = 'Chosen channel must be an expression such as =jobChannelId, or the digits of a channel, at most 32';
const LINK = 'Address of the advertisement must begin with https:// and have no spaces, at most 500 characters';
const JOB = 'Job ID must be the digits of a job, at most 32';

const onWebsite = { 'channel.type': 'website' };
const chosen = { 'channel.type': 'id' };
const looking = { lookBeforeRepeating: true };

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'advertisementId', wrong: '69606632409259566x', violation: DIGITS, right: ADVERTISEMENT },
  { id: 'advertisementId', wrong: `../${ADVERTISEMENT}`, violation: DIGITS, right: '{{secrets.ADVERTISEMENT}}' },
  { id: 'advertisementId', wrong: '6'.repeat(33), violation: DIGITS, right: '6'.repeat(32) },
  { id: 'advertisementId', wrong: '123 456', violation: DIGITS, right: '123456' },
  { id: 'channel.jobChannelId', given: onWebsite, wrong: '3', violation: CHANNEL, right: '33' },
  { id: 'channel.jobChannelId', given: onWebsite, wrong: '03', violation: CHANNEL, right: '30' },
  { id: 'channel.jobChannelId', given: onWebsite, wrong: '社招官网', violation: CHANNEL, right: '7002000000000000001' },
  { id: 'channel.id', given: chosen, wrong: 'jobChannelId', violation: CHOSEN, right: '3' },
  { id: 'channel.id', given: chosen, wrong: '3'.repeat(33), violation: CHOSEN, right: '3'.repeat(32) },
  { id: 'linkPattern', wrong: 'example.com/{advertisementId}', violation: LINK, right: 'https://example.com/' },
  { id: 'linkPattern', wrong: 'http://example.com/', violation: LINK, right: 'http://localhost:8080/{websiteId}' },
  { id: 'linkPattern', wrong: 'javascript:alert(1)', violation: LINK, right: 'HTTPS://example.com/{advertisementId}' },
  { id: 'linkPattern', wrong: `https://example.com/${'a'.repeat(481)}`, violation: LINK, right: '' },
  { id: 'jobId', given: looking, wrong: 'E-1', violation: JOB, right: '7003000000000000001' },
  { id: 'jobId', given: looking, wrong: '7'.repeat(33), violation: JOB, right: '' },
];

/** What else modelers fill in, by the process id of what they export. */
export const exports = {
  'publish-on-website': {
    variant: 'normal',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'channel.type', 'website');
      await modeler.fillFeel(labelOf(template, 'channel.jobChannelId'), 'jobChannelId');
    },
  },
  'publish-on-website-by-name': {
    variant: 'normal',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'channel.type', 'website-by-name');
      await modeler.fill(labelOf(template, 'channel.websiteName'), 'careers');
    },
  },
  'publish-chosen-in-process': {
    variant: 'hybrid',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'channel.type', 'id');
      await modeler.fillFeel(labelOf(template, 'channel.id'), 'jobChannelId');
    },
  },
  'publish-with-link-and-look': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'channel.type', 'website-by-name');
      await modeler.fillFeel(labelOf(template, 'channel.websiteName'), 'websiteName');
      await modeler.openGroup(template, 'link');
      await modeler.fill(
        labelOf(template, 'linkPattern'),
        'https://example.jobs.feishu.cn/{websiteId}/position/{advertisementId}/detail',
      );
      await modeler.openGroup(template, 'repeating');
      await modeler.set(template, 'lookBeforeRepeating', true);
      await modeler.fillFeel(labelOf(template, 'jobId'), 'jobId');
    },
  },
  'publish-typed-id': {
    variant: 'chinese',
    async fillIn(modeler, template) {
      await modeler.fill(labelOf(template, 'advertisementId'), ADVERTISEMENT);
    },
  },
  'publish-left-to-feishu': {
    variant: 'hybrid',
    async fillIn(modeler, template) {
      await modeler.fillRequired(template);
      await modeler.set(template, 'channel.type', 'default');
    },
  },
};
