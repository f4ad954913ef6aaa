import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestPublication } from './approval.js';
import { APPROVAL, playExamples } from './examples.js';

const play = playExamples();
/** Numbers and signs, names of permissions, and codes of jobs are the same in both languages. */
const SAME = /^[\d\s·:.,…×+−⊡⤢↗–-]*$|^(?:[a-z]+:[\w.:]*|[\w.]+:)$|^[A-Z]+-\d+$/;

/** The texts that the page itself shows now, and those of the diagram. What forms and Feishu say is not the page's. */
const shownTexts = (window) =>
  window.page.evaluate(() => {
    const others = '.form-viewer, code, .variables dt, .group, .row-title strong, .channel h3 > span:first-child, .person, .choice, time, .u-legend';
    const walker = document.createTreeWalker(document.querySelector('#page'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (textContent.trim() && !parentElement.closest(others) && parentElement.checkVisibility()) {
        found.push(textContent.trim());
      }
    }
    return found;
  });

test('all texts of the page change with the language, and a reload keeps it', async () => {
  const window = await play.begin('en');
  await requestPublication(window, '7004000000000000003');
  await window.people.task('Approve publication').waitFor();
  for (const tab of ['settings', 'jobs', 'online', 'requests']) {
    await window.feishu.tab(tab);
    const english = await shownTexts(window);
    await window.switchTo('zh');
    assert.equal(await window.page.locator('html').getAttribute('lang'), 'zh-CN');
    const chinese = await shownTexts(window);
    const left = chinese.filter((text) => english.includes(text) && !SAME.test(text));
    assert.deepEqual(left, [], `these did not change, on the tab ${tab}`);
    await window.switchTo('en');
    assert.equal(await window.page.locator('html').getAttribute('lang'), 'en');
  }
  await window.switchTo('zh');
  const selected = window.instance();
  await window.reload();
  assert.equal(window.instance(), selected);
  assert.equal(await window.page.title(), window.t('page.title'));
});

test('a diagram stands where it stood when the language changes, also with an element chosen out of sight', async () => {
  const window = await play.begin('en');
  const { diagram } = window;
  await window.people.start(APPROVAL);
  await window.people.task('Request publication').waitFor();
  await diagram.click('approve-publication');
  await window.button('zoom.in').click();
  await window.button('zoom.in').click();
  const { x, y } = await diagram.drawing.boundingBox();
  await window.page.mouse.move(x + 100, y + 300);
  await window.page.mouse.down();
  await window.page.mouse.move(x + 700, y + 300, { steps: 5 });
  await window.page.mouse.up();
  const before = await diagram.standing();
  await window.switchTo('zh');
  await diagram.element('approve-publication').and(window.page.locator('.selected')).waitFor({ state: 'attached' });
  assert.equal(await diagram.standing(), before);
});

test('a browser that speaks Chinese gets a Chinese page', async () => {
  const window = await play.open('zh');
  assert.equal(await window.page.locator('html').getAttribute('lang'), 'zh-CN');
});
