import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { fieldError, FieldErrorsModule } from '../src/people/fieldErrors.js';
import { lang } from '../src/texts/texts.js';

const VIEWER = new URL('../node_modules/@bpmn-io/form-js-viewer/dist/index.es.js', import.meta.url);

afterEach(() => (lang.value = 'en'));

/** What the viewer's validator may say, read from the viewer, with 2 where it puts a value. */
function errorsOfViewer() {
  const [, validator] = /function runNumberValidation([\s\S]+?)\n\/\*\*/.exec(readFileSync(VIEWER, 'utf8'));
  return [...validator.matchAll(/errors\.push\((.+)\);/g)]
    .map(([, text]) => text.replace(/^validation\.patternErrorMessage \|\| /, ''))
    .map((text) => new Function('validation', 'decimalDigits', 'previousValue', 'nextValue', `return ${text}`))
    .flatMap((text) => [0, 1, 2].map((digits) => text({ pattern: '2', min: 2, max: 2, minLength: 2, maxLength: 2 }, digits, 2, 2)));
}

test("each error of the form viewer's validator has a text in both languages", () => {
  const errors = errorsOfViewer();
  assert.ok(new Set(errors).size >= 14, errors.join('\n'));
  for (const language of ['en', 'zh']) {
    lang.value = language;
    const texts = errors.map(fieldError);
    assert.deepEqual(texts.filter((text) => errors.includes(text)), []);
    assert.deepEqual(texts.filter((text) => text.includes('{')), []);
    assert.equal(/\p{Script=Han}/u.test(texts.join('')), language === 'zh');
  }
});

test('the limits that a form sets stay in the text', () => {
  lang.value = 'zh';
  assert.equal(fieldError('Field must have minimum value of 18.'), '不能小于 18。');
  assert.equal(fieldError('Value is expected to have at most 2 decimal digits.'), '最多保留 2 位小数。');
  assert.equal(
    fieldError('Please select a valid value, the two nearest valid values are 1.5 and 2.'),
    '最接近的有效值为 1.5 和 2。',
  );
});

test('errors are told again in another language, where they are', () => {
  const state = { errors: {} };
  const form = { _getState: () => state, _setState: (changed) => Object.assign(state, changed) };
  const validator = { validateFieldInstance: (error) => [error] };
  const [, FieldErrors] = FieldErrorsModule.fieldErrors;
  const errors = new FieldErrors(form, validator);
  const list = [];
  list[1] = validator.validateFieldInstance('Field is required.');
  state.errors = { name: [...validator.validateFieldInstance('Field is required.'), 'Own / 自有'], list };
  for (const [language, text] of [
    ['zh', '此项必填。'],
    ['en', 'Please fill this in.'],
    ['zh', '此项必填。'],
  ]) {
    lang.value = language;
    errors.tellAgain();
    assert.deepEqual(state.errors.name, [text, 'Own / 自有']);
    assert.deepEqual(state.errors.list[1], [text]);
    assert.deepEqual(Object.keys(state.errors), ['name', 'list']);
  }
});

test("a form's own message stays as it is", () => {
  lang.value = 'zh';
  assert.equal(fieldError('Digits only / 只能填写数字'), 'Digits only / 只能填写数字');
});
