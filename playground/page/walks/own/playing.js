/** Walks through a diagram of one's own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCRIPT, TASK } from './diagram.js';

/**
 * form-js sets the HTML of a form's texts before it takes out what is dangerous. The content security policy keeps the
 * browser from running it.
 */
const BLOCKED = /^console: Executing inline event handler violates .* The action has been blocked/;
const NO_PICTURE = /^console: Failed to load resource: .* 404/;
const PROCESS = `Own ${SCRIPT}`;

export function playOwnDiagram(play) {
  const start = async () => {
    const window = await play.open();
    await window.people.start(window.t('choice.own', { name: PROCESS }));
    await window.diagram.badge('unserved').waitFor();
    return window;
  };

  test('a task that no worker serves is done by hand, and the rest by form, clock and message', async () => {
    const window = await start();
    const { clock, diagram, people } = window;
    assert.match(await diagram.details.innerText(), /"Ada"/, 'the variables of the command');
    await diagram.workByHand('complete', { 'json.variables': '{"printed": true}' });

    await people.task(TASK).waitFor();
    assert.match(await people.task(TASK).innerText(), /readers/);
    await people.open(TASK);
    await people.form.says('Said by Ada');
    await people.part.locator('.form-viewer input').fill('Yes');
    await people.complete();

    await diagram.isMarked('wait', 'active');
    await clock.part.getByText('A day later').waitFor();
    await clock.forwardADay();
    await diagram.isMarked('arrive', 'active');
    await diagram.showInstance();
    await diagram.sendMessage('Parcel arrived', 'parcel-arrived');
    await diagram.instanceIs('state.completed');
    await diagram.isMarked('done', 'completed');
    assert.match(await diagram.details.innerText(), /answer\s+"Yes"/);
    window.expect(BLOCKED, NO_PICTURE);
  });

  test('a task that fails by hand becomes an incident, and a retry with another variable brings it back', async () => {
    const window = await start();
    const { diagram } = window;
    await diagram.workByHand('fail', { 'job.reason': 'No paper' });
    await diagram.isMarked('print', 'incident');
    await diagram.incident('Print').getByText('No paper').waitFor();
    await diagram.changeVariables('Print', '{"greeting": "Grace"}');
    await diagram.retry('Print');
    await diagram.incident('Print').waitFor({ state: 'hidden' });
    await diagram.badge('unserved').waitFor();
    await diagram.showInstance();
    await diagram.details.getByText('"Grace"').waitFor();
    await window.button('choice.cancel').click();
    await window.confirm('choice.cancelYes');
    await diagram.instanceIs('state.terminated');
  });

  test('an error by hand is caught by the boundary event', async () => {
    const window = await start();
    const { diagram } = window;
    await diagram.workByHand('throw', { 'job.errorCode': 'NOT_PRINTED', 'job.message': 'Jammed' });
    await diagram.instanceIs('state.completed');
    await diagram.isMarked('not-printed', 'caught');
    await diagram.isMarked('without-print', 'completed');
    await diagram.details.getByText('Jammed').first().waitFor();
  });

  test('nothing in a diagram or a form is run as script', async () => {
    const window = await start();
    const { diagram, people } = window;
    await diagram.workByHand('complete');
    await people.open(TASK);
    await people.part.getByLabel(`Answer ${SCRIPT}`).waitFor();
    await people.form.says(/^Before\s+after$/);
    assert.equal(await window.page.locator('#page img[onerror], #page script, #page a[href^="javascript:"]').count(), 0);
    await diagram.of().selectOption('ask');
    assert.equal(await window.page.evaluate(() => document.scripts.length), 1);
    window.expect(BLOCKED, NO_PICTURE);
    assert.deepEqual(window.problems, [], 'a dialog is one of them');
  });
}
