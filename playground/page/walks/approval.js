/** The steps of `publish-with-approval` that several walks take. */
import { APPROVAL } from './examples.js';

export const CAREERS = '社招官网';

/** Starts an instance, and asks for a publication on the careers website. Channel and job are chosen by their names. */
export async function requestPublication(window, advertisement, job = null) {
  const { people } = window;
  await people.start(APPROVAL);
  await people.open('Request publication');
  await people.form.choose('Submit for approval');
  await people.form.type('Advertisement ID', advertisement);
  await people.form.pick('Recruitment channel', CAREERS);
  if (job) {
    await people.form.pick('Job of the advertisement', job);
  }
  await people.form.type('Reason', 'Two colleagues leave in spring.');
  await people.complete();
}

export async function approve(window) {
  const { people } = window;
  await people.open('Approve publication');
  await people.form.choose('Approve');
  await people.complete();
}

/** The requester reads where the advertisement is online, and the instance ends. */
export async function seeResult(window) {
  const { people, diagram } = window;
  await people.open('See where it is online');
  await people.form.says('Online / 已上线');
  await people.complete();
  await diagram.instanceIs('state.completed');
}
