/** A headless Chromium, and the pages in it that have the Modeler's code. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { root } from './files.js';

const PAGE = pathToFileURL(join(root, 'modeler/page.html')).href;

/** Pages whose Modeler was closed, by their browser. */
const vacant = new WeakMap();

export async function startChromium() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  vacant.set(browser, []);
  return browser;
}

/** A page without a Modeler: a vacant one if there is one, because to load the code takes longer than most tests. */
export async function takePage(browser, viewport) {
  const page = vacant.get(browser).pop() ?? (await loadPage(browser));
  await page.setViewportSize(viewport);
  return page;
}

async function loadPage(browser) {
  const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.addInitScript(predictableIds);
  await page.clock.install();
  await page.goto(PAGE);
  return page;
}

/** The Modeler makes up ids by chance. The first one in a page makes up the same ones each time. */
function predictableIds() {
  let seed = 42;
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}

/** Removes the page's Modeler, so that the page serves another one. A page whose test failed never comes here. */
export async function vacate(page) {
  await page.evaluate(() => {
    window.modeler.destroy();
    document.querySelectorAll('body > *').forEach((container) => container.replaceChildren());
  });
  await page.mouse.move(0, 0);
  vacant.get(page.context().browser()).push(page);
}
