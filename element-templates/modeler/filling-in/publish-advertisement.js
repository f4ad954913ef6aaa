import { labelOf } from '../fields.js';

const ADVERTISEMENT = '6960663240925956660';
const DIGITS = 'Advertisement ID must be the digits that Feishu Hire returns when a job is created, at most 32';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'advertisementId', wrong: '69606632409259566x', violation: DIGITS, right: ADVERTISEMENT },
  { id: 'advertisementId', wrong: `../${ADVERTISEMENT}`, violation: DIGITS, right: '{{secrets.ADVERTISEMENT}}' },
  { id: 'advertisementId', wrong: '6'.repeat(33), violation: DIGITS, right: '6'.repeat(32) },
  { id: 'advertisementId', wrong: '123 456', violation: DIGITS, right: '123456' },
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
