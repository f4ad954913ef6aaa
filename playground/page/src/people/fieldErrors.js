/** The form viewer tells in English what is wrong with a field, and takes no other texts. This gives the page's own. */
import { t } from '../texts/texts.js';

const TEXTS = [
  [/^Field is required\.$/, () => t('field.required')],
  [/^Value is not a number\.$/, () => t('field.number')],
  [/^Value is expected to be an integer\.$/, () => t('field.integer')],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, ([, n]) => t('field.decimals', { n })],
  [/nearest valid values are (\S+) and (\S+)\.$/, ([, low, high]) => t('field.step', { low, high })],
  [/^Field must match pattern (.+)\.$/s, ([, pattern]) => t('field.pattern', { pattern })],
  [/^Field must have minimum value of (.+)\.$/, ([, least]) => t('field.least', { least })],
  [/^Field must have maximum value of (.+)\.$/, ([, most]) => t('field.most', { most })],
  [/^Field must have minimum length of (.+)\.$/, ([, n]) => t('field.short', { n })],
  [/^Field must have maximum length of (.+)\.$/, ([, n]) => t('field.long', { n })],
  [/^M(?:in|ax) validation value is not a valid number\.$/, () => t('field.noLimit')],
  [/^Field must be a valid\s+international phone number\./, () => t('field.phone')],
  [/^Field must be a valid email\.$/, () => t('field.email')],
];

/** The text for one of the viewer's errors. A form's own message stays as it is. */
export function fieldError(error) {
  for (const [pattern, text] of TEXTS) {
    const found = pattern.exec(error);
    if (found) {
      return text(found);
    }
  }
  return error;
}

/** A module of the form viewer: its validator, with these texts. */
export const FieldErrors = {
  __init__: ['fieldErrors'],
  fieldErrors: ['type', TranslatedErrors],
};

function TranslatedErrors(validator) {
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (...field) => validate(...field).map(fieldError);
}
TranslatedErrors.$inject = ['validator'];
