/** Measures how the page responds with 50 open instances, and while 300 publications run: `npm run load`. */
import { openWindow, startChromium } from './browser.js';
import { APPROVAL } from './examples.js';
import { PlaygroundProgram } from './program.js';

const OPEN = 50;
const TIMES = 10;
const REQUEST = 'Request publication';
/** A permission that no publication needs. */
const PERMISSION = 'hire:location:readonly';

/** Starts instances until so many tasks are open. */
async function openInstances({ people }) {
  while ((await people.openTasks()) < OPEN) {
    await people.start(APPROVAL);
    await people.task(REQUEST).waitFor();
  }
}

/** Collects the browser's long tasks from now on. */
const watchLongTasks = ({ page }) =>
  page.evaluate(() => {
    window.longTasks = [];
    window.longTaskObserver?.disconnect();
    window.longTaskObserver = new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
    window.longTaskObserver.observe({ type: 'longtask' });
  });

const longTasks = ({ page }) => page.evaluate(() => window.longTasks);

/**
 * How long it takes in the page from a click on one thing until another is there or gone. Looked at before each frame, so
 * that the way to the test does not count.
 */
async function untilSeen(window, click, selector, gone = false) {
  const timed = window.page.evaluate(
    ([wanted, isGone]) =>
      new Promise((resolve) => {
        addEventListener('click', () => {
          const clicked = performance.now();
          const look = () =>
            (document.querySelector(wanted) === null) === isGone ? resolve(performance.now() - clicked) : requestAnimationFrame(look);
          requestAnimationFrame(look);
        }, { once: true, capture: true });
      }),
    [selector, gone],
  );
  await click();
  return timed;
}

async function openAndComplete(window, times) {
  const { people } = window;
  const opened = [];
  const completed = [];
  for (let n = 0; n < times; n++) {
    const row = people.part.locator('.tasks button').filter({ hasText: REQUEST }).first();
    const key = await row.getAttribute('data-opener');
    opened.push(await untilSeen(window, () => row.click(), '.form-viewer .fjs-input'));
    await people.form.choose('Withdraw');
    completed.push(await untilSeen(window, () => people.submitButton().click(), `[data-opener="${key}"], .filling`, true));
    await people.startButton().waitFor();
  }
  return { opened, completed };
}

/** From a click in one window until the switch stands otherwise in another, by the clock that both have. */
async function acrossWindows(here, there, times) {
  await there.feishu.tab('settings');
  await here.feishu.tab('settings');
  const took = [];
  for (let n = 0; n < times; n++) {
    const on = n % 2 === 1;
    const seen = there.page.evaluate(
      ([name, wanted]) =>
        new Promise((resolve) => {
          const look = () => {
            const row = [...document.querySelectorAll('.switch-row')].find(({ textContent }) => textContent.includes(name));
            row.querySelector('[role=switch]').getAttribute('aria-checked') === wanted ? resolve(Date.now()) : setTimeout(look, 5);
          };
          look();
        }),
      [PERMISSION, String(on)],
    );
    const clicked = here.page.evaluate(
      () => new Promise((resolve) => addEventListener('click', () => resolve(Date.now()), { once: true, capture: true })),
    );
    const permission = here.feishu.part.getByRole('switch', { name: PERMISSION });
    await permission.and(here.page.locator(`[aria-checked="${!on}"]`)).click();
    took.push((await seen) - (await clicked));
  }
  return took;
}

function row(what, values) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { 'what (milliseconds)': what, times: values.length, median: at(0.5), largest: at(1) };
}

async function measure(when, window, other) {
  await watchLongTasks(window);
  const { opened, completed } = await openAndComplete(window, TIMES);
  const switched = await acrossWindows(other, window, TIMES);
  return [
    row(`${when}: from a click on a task to its form`, opened),
    row(`${when}: from completing a task to its disappearance`, completed),
    row(`${when}: from a change in one window to the other`, switched),
    row(`${when}: long tasks of the browser's main thread`, await longTasks(window)),
  ];
}

const program = process.env.PLAYGROUND ? null : await PlaygroundProgram.start();
const address = process.env.PLAYGROUND ?? program.address;
const browser = await startChromium();
try {
  const window = await openWindow(browser, address);
  const other = await openWindow(browser, address);
  await openInstances(window);
  const rows = await measure(`${OPEN} instances`, window, other);
  await openInstances(window);
  await window.feishu.tab('settings');
  await window.selectsAnother(() => window.button('bulk.start').first().click());
  rows.push(...(await measure('while 300 are published', window, other)));
  console.table(rows);
  await window.diagram.instanceIs('state.completed');
  console.table([row('all long tasks until the bulk has ended', await longTasks(window))]);
} finally {
  await browser.close();
  await program?.stop();
}
