/** Chromium, and the windows of the playground in it. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PlaygroundWindow } from './pages/window.js';

const PICTURES = fileURLToPath(new URL('../../target/walks/', import.meta.url));
/** A laptop's screen. */
const SCREEN = { width: 1366, height: 768 };
const LOCALES = { en: 'en-US', zh: 'zh-CN' };
/** How long the walks wait for what they look for: the machine may be busy. */
const PATIENCE = Number(process.env.WALK_PATIENCE ?? 60_000);

export const startChromium = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  });

/** Opens the playground as somebody does whose browser speaks this language. */
export async function openWindow(browser, address, language = 'en') {
  const context = await browser.newContext({ viewport: SCREEN, locale: LOCALES[language], timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(PATIENCE);
  const window = new PlaygroundWindow(await context.newPage(), language);
  await window.goto(address);
  return window;
}

/** Takes a picture of how each window looks at the end of a walk, closes it, and gives the problems that they had. */
export async function closeWindows(windows, walk) {
  for (const [at, window] of windows.entries()) {
    await window.page.screenshot({ path: `${PICTURES}${walk.replace(/\W+/g, '-')}-${at + 1}.png` });
    await window.close();
  }
  return windows.flatMap(({ problems }) => problems);
}
