import assert from 'node:assert/strict';
import { test } from 'node:test';
import { APPROVAL, playExamples } from './examples.js';

const play = playExamples();

test('a form that is not filled in says so, and leads to the first field that is wrong', async () => {
  const window = await play.begin();
  const { people } = window;
  await people.start(APPROVAL);
  await people.open('Request publication');
  await people.submitButton().click();
  await people.part.getByRole('alert').getByText(window.t('problem.fields')).waitFor();
  await people.form.field('Advertisement ID').and(window.page.locator(':focus')).waitFor();
  await window.page.keyboard.type('7004000000000000001');
  await people.form.pick('Recruitment channel', '社招官网');
  await people.complete();
  await people.task('Approve publication').waitFor();
});

test('what is wrong with a field is said in the chosen language', async () => {
  const window = await play.begin('zh');
  const { people } = window;
  await people.start(APPROVAL);
  await people.open('Request publication');
  await people.form.field('Advertisement ID').focus();
  await people.form.field('Advertisement ID').blur();
  const error = (text) => people.part.getByText(text, { exact: true });
  await error('此项必填。').waitFor();
  await window.switchTo('en');
  await error('Please fill this in.').waitFor();
  assert.equal(await people.part.locator('.fjs-has-errors').count(), 1, 'no other field is marked');
});

test('what was typed into a form is there again when it is opened again', async () => {
  const window = await play.begin();
  const { people } = window;
  await people.start(APPROVAL);
  await people.open('Request publication');
  await people.form.type('Reason', 'Half a thought');
  await people.closeForm();
  await people.open('Request publication');
  assert.equal(await people.form.field('Reason').inputValue(), 'Half a thought');
});

test('a form waits while the diagram is enlarged, and Escape brings it back', async () => {
  const window = await play.begin();
  const { diagram, people } = window;
  await people.start(APPROVAL);
  await people.open('Request publication');
  await people.form.type('Reason', 'Half a thought');
  const { width } = await diagram.drawing.boundingBox();
  await diagram.enlarge();
  assert.ok((await diagram.drawing.boundingBox()).width > 1.3 * width);
  await diagram.badge('token').waitFor();
  await window.page.keyboard.press('Escape');
  assert.equal(await people.form.field('Reason').inputValue(), 'Half a thought');
  assert.equal((await diagram.drawing.boundingBox()).width, width);
});

test('what was typed into a form survives a reload', async () => {
  const window = await play.begin();
  const { people } = window;
  await people.start(APPROVAL);
  await people.open('Request publication');
  await people.form.type('Reason', 'Half a thought');
  await window.reload();
  await people.open('Request publication');
  assert.equal(await people.form.field('Reason').inputValue(), 'Half a thought');
});
