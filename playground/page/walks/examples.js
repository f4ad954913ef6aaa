/** What the walks on the examples share. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { closeWindows, openWindow, startChromium } from './browser.js';
import { PlaygroundProgram } from './program.js';

export const APPROVAL = 'Publish a job advertisement with approval';
export const REQUISITION = 'From a requisition to a live advertisement';

/**
 * The playground with the examples: the one that the command for all walks has started, or one of this file's own. The
 * windows of a walk are closed after it, and none may have had a problem that its page does not show.
 */
export function playExamples() {
  const play = { windows: [] };
  before(async () => {
    play.program = process.env.PLAYGROUND ? null : await PlaygroundProgram.start();
    play.address = process.env.PLAYGROUND ?? play.program.address;
    play.browser = await startChromium();
  });
  afterEach(async ({ name }) => assert.deepEqual(await closeWindows(play.windows.splice(0), name), []));
  after(async () => {
    await play.browser?.close();
    await play.program?.stop();
  });
  /** Opens a window, in which Feishu is as at the start. */
  play.begin = async (language) => {
    const window = await play.open(language);
    await window.feishu.reset();
    return window;
  };
  play.open = async (language) => {
    const window = await openWindow(play.browser, play.address, language);
    play.windows.push(window);
    return window;
  };
  return play;
}
