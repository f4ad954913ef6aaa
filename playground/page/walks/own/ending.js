/** The programs of the playground end, or do not answer, while a window is open. The last walk ends the server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** The browser itself writes to the console when an address does not answer. */
const NOT_ANSWERED = /^console: Failed to load resource: net::ERR/;

export function endPrograms(play) {
  const isLost = async (window) => {
    await window.banner('banner.lost').waitFor();
    await window.banner('banner.lost').getByText('./mvnw -q -Pplayground').waitFor();
    await window.people.startButton().and(window.page.locator(':disabled')).waitFor();
    assert.equal(await window.clock.button('time.day').isDisabled(), true);
    assert.equal(await window.feishu.switch('settings.apiSync').isDisabled(), true);
    assert.equal(await window.page.locator('[aria-busy="true"]').count(), 0, 'nothing spins');
  };

  test('the connector runtime ends, and the page says what that means', async () => {
    const window = await play.open();
    process.kill(await play.program.connectors(), 'SIGKILL');
    await window.banner('banner.connectors').waitFor();
    assert.equal(await window.people.startButton().isEnabled(), true);
    await window.switchTo('zh');
    await window.banner('banner.connectors').waitFor();
  });

  test('the server does not answer for a while, and the page recovers by itself', async () => {
    const window = await play.open();
    const server = await play.program.server();
    process.kill(server, 'SIGSTOP');
    try {
      await isLost(window);
    } finally {
      process.kill(server, 'SIGCONT');
    }
    await window.banner('banner.lost').waitFor({ state: 'hidden' });
    await window.people.startButton().and(window.page.locator(':enabled')).waitFor();
    await window.feishu.turn('settings.apiSync', false);
    window.expect(NOT_ANSWERED);
  });

  test('the server is gone, and the page says so and how to start it again', async () => {
    const window = await play.open();
    process.kill(await play.program.server(), 'SIGKILL');
    await isLost(window);
    await window.switchTo('zh');
    await isLost(window);
    window.expect(NOT_ANSWERED);
  });
}
