/** A playground with a diagram of one's own. Its programs end in the last walks, so that they have to be the last. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { closeWindows, openWindow, startChromium } from './browser.js';
import { drawDiagram } from './own/diagram.js';
import { endPrograms } from './own/ending.js';
import { playOwnDiagram } from './own/playing.js';
import { PlaygroundProgram } from './program.js';

const VARIABLES = { greeting: 'Ada', order: 'order-1' };
const play = { windows: [], drawn: drawDiagram() };

before(async () => {
  play.program = await PlaygroundProgram.start(`-Ddiagram=${play.drawn.file}`, `-Dvariables=${JSON.stringify(VARIABLES)}`);
  play.browser = await startChromium();
});
afterEach(async ({ name }) => assert.deepEqual(await closeWindows(play.windows.splice(0), name), []));
after(async () => {
  await play.browser?.close();
  await play.program?.stop();
  play.drawn.remove();
});
play.open = async () => {
  const window = await openWindow(play.browser, play.program.address);
  play.windows.push(window);
  return window;
};

playOwnDiagram(play);
endPrograms(play);
