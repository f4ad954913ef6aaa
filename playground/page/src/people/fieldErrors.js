/**
 * The form viewer's validator tells in English what is wrong with a field, and takes no other texts. This gives the
 * page's own. "Date and time must both be entered." is not the validator's, and stays.
 */
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

/** The errors of one form. They can be told again when the language has changed. */
class FieldErrors {
  static $inject = ['form', 'validator'];

  constructor(form, validator) {
    this.form = form;
    this.errors = new Map();
    const validate = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (...field) => validate(...field).map((error) => this.tell(error));
  }

  tell(error) {
    const text = fieldError(error);
    this.errors.set(text, error);
    return text;
  }

  /** To validate again would also mark the fields that nobody has touched. */
  tellAgain() {
    if (this.errors.size === 0) {
      return;
    }
    const { errors } = this.form._getState();
    this.form._setState({ errors: mapTexts(errors, (text) => this.tell(this.errors.get(text) ?? text)) });
  }
}

/** The viewer keeps errors by field and, in a list, by index. */
function mapTexts(errors, change) {
  if (typeof errors === 'string') {
    return change(errors);
  }
  if (Array.isArray(errors)) {
    return errors.map((error) => mapTexts(error, change));
  }
  return Object.fromEntries(Object.entries(errors ?? {}).map(([at, error]) => [at, mapTexts(error, change)]));
}

/** A module of the form viewer: its validator, with these texts. */
export const FieldErrorsModule = {
  __init__: ['fieldErrors'],
  fieldErrors: ['type', FieldErrors],
};
