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
