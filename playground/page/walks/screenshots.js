/** Draws the pictures of the documentation: `npm run screenshots`. Look at each of them afterwards. */
import { join } from 'node:path';
import { requestPublication, approve } from './approval.js';
import { openWindow, startChromium } from './browser.js';
import { REQUISITION } from './examples.js';
import { ROOT, PlaygroundProgram } from './program.js';
import { completeRequisition, requestJob } from './requisition.js';

const SUFFIX = { en: '', zh: '-zh' };
const ADVERTISEMENT = '7004000000000000001';

/** What went wrong at the switch, with its advice and the task that it brings. */
async function errorCaught(window) {
  await window.feishu.turn('settings.apiSync', false);
  await requestPublication(window, ADVERTISEMENT);
  await approve(window);
  await window.people.open('Turn on the API sync switch');
  await window.rate.hideIfShown();
  await window.diagram.fit();
  await window.diagram.click('api-sync-is-off');
}

/** A job that a requisition has created, and where candidates see it. */
async function requisition(window) {
  const instance = await window.people.start(REQUISITION);
  await requestJob(window);
  await completeRequisition(window, `REQ-${instance.slice(-4)}`);
  await window.people.open('See where it is online');
  await window.feishu.tab('online');
  await window.rate.hideIfShown();
  await window.diagram.fit();
}

/** A bulk half done. */
async function bulk(window) {
  await window.selectsAnother(() => window.button('bulk.start').first().click());
  await window.feishu.tab('requests');
  await window.rate.reaches('rate.total', { least: 180 });
}

const PICTURES = { playground: errorCaught, 'playground-requisition': requisition, 'playground-bulk': bulk };

const program = process.env.PLAYGROUND ? null : await PlaygroundProgram.start();
const address = process.env.PLAYGROUND ?? program.address;
const browser = await startChromium();
try {
  for (const [name, show] of Object.entries(PICTURES)) {
    const window = await openWindow(browser, address);
    await window.feishu.reset();
    await show(window);
    for (const language of ['en', 'zh']) {
      await window.switchTo(language);
      await window.isQuiet();
      const file = join(ROOT, 'docs', `${name}${SUFFIX[language]}.png`);
      await window.page.screenshot({ path: file });
      console.log(file);
    }
    await window.close();
  }
} finally {
  await browser.close();
  await program?.stop();
}
