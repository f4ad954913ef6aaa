const DIGITS = 'Advertisement ID must be the digits that Feishu Hire returns when a job is created, at most 32';
const LINK = 'Address of the advertisement must begin with https:// and have no spaces, at most 500 characters';

/** Values that a field of the English template refuses, each with the words for it, and one that it takes. */
export const refused = [
  { id: 'advertisementId', wrong: 'abc', violation: DIGITS, right: '6960663240925956660' },
  { id: 'jobId', wrong: 'E-1', violation: 'Job ID must be the digits of a job, at most 32', right: '6960663240925956631' },
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
      await modeler.fill('Name of the website', 'careers');
    },
  },
};
