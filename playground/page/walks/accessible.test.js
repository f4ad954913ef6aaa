import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import { approve, CAREERS, requestPublication } from './approval.js';
import { APPROVAL, playExamples } from './examples.js';

const play = playExamples();
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Violations of the rules on what is shown now, a line each. */
async function violations(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), RULES);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

for (const language of ['en', 'zh']) {
  test(`axe finds nothing on the page, in ${language}`, async () => {
    const window = await play.begin('en');
    await window.feishu.turn('settings.apiSync', false);
    await requestPublication(window, '7004000000000000001');
    await approve(window);
    await window.people.task('Turn on the API sync switch').waitFor();
    await window.switchTo(language);
    for (const tab of ['settings', 'jobs', 'online', 'requests']) {
      await window.feishu.tab(tab);
      assert.deepEqual(await violations(window.page), [], `with the tab ${tab}`);
    }
    await window.diagram.of().selectOption('api-sync-is-off');
    await window.people.open('Turn on the API sync switch');
    assert.deepEqual(await violations(window.page), [], 'with a form and an error');
  });
}

test('an instance is started and a form completed by keyboard alone', async () => {
  const window = await play.begin();
  const { people, page } = { people: window.people, page: window.page };
  await page.locator('body').press('Tab');
  await pressTo(page, people.startButton());
  await page.keyboard.press('Enter');
  await pressTo(page, people.part.getByLabel(window.t('start.process'), { exact: true }));
  await page.keyboard.type(APPROVAL);
  await pressTo(page, people.part.getByRole('button', { name: window.t('start.now'), exact: true }));
  await window.selectsAnother(() => page.keyboard.press('Enter'));

  const task = people.task('Request publication');
  await task.waitFor();
  await pressTo(page, task);
  await page.keyboard.press('Enter');
  await people.submitButton().waitFor();
  await pressTo(page, people.form.field('Advertisement ID'));
  await page.keyboard.type('7004000000000000003');
  await pressTo(page, people.form.field('Recruitment channel'));
  await page.keyboard.type(CAREERS);
  await people.part.locator('.fjs-dropdownlist-item').first().waitFor();
  await page.keyboard.press('Enter');
  await pressTo(page, people.submitButton());
  await page.keyboard.press('Enter');
  await people.task('Approve publication').waitFor();
});

/** Presses the tab key until this has the focus. */
async function pressTo(page, wanted) {
  await wanted.waitFor();
  for (let pressed = 0; pressed < 200; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`the tab key does not lead to ${wanted}`);
}
