import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { playExamples } from './examples.js';

const play = playExamples();
let elsewhere;
before(async () => {
  elsewhere = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Elsewhere</title>'));
  await new Promise((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});
after(() => elsewhere.close());

/** What a page of another origin tries. It runs in the browser; it gives what it could read. */
async function attack({ origin, token }) {
  const read = [];
  const attempt = async (what, path, options) => {
    try {
      const answer = await fetch(origin + path, options);
      answer.type !== 'opaque' && read.push(`${what}: HTTP ${answer.status}`);
    } catch {
      // The browser kept the answer from the page.
    }
  };
  const body = '{"variables":{}}';
  for (const given of ['', `?token=${token}`]) {
    for (const mode of ['cors', 'no-cors']) {
      await attempt(`start ${mode}`, `/api/processes/publish-with-approval/instances${given}`, { method: 'POST', mode, body });
      await attempt(`bulk ${mode}`, `/api/bulk${given}`, { method: 'POST', mode, body: '{"count":5}' });
      await attempt(`read ${mode}`, `/api/events${given}`, { mode });
    }
    await attempt('switch', `/api/feishu/api-sync${given}`, { method: 'PUT', body: '{"enabled":false}' });
    await attempt('reset', `/api/feishu${given}`, { method: 'DELETE' });
    await new Promise((resolve) => {
      const events = new EventSource(`${origin}/api/events${given}`);
      for (const name of ['processes', 'tasks', 'alive']) {
        events.addEventListener(name, () => read.push(`event ${name}`) && resolve(events.close()));
      }
      events.onerror = () => resolve(events.close());
    });
  }
  await attempt('with a header', '/api/bulk', { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: '{"count":5}' });
  const frame = document.createElement('iframe');
  frame.src = `${origin}/#${token}`;
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  return read;
}

/** The instances of the processes that the attack tries to start. */
async function attackable({ diagram }) {
  const found = [];
  for (const process of ['publish-with-approval', 'bulk-publish']) {
    await diagram.process().selectOption(process);
    found.push(...(await diagram.instances().locator('option').allInnerTexts()));
  }
  return found;
}

test('a page of another origin cannot drive or read the playground, even if it knows the token', async () => {
  const window = await play.begin();
  await window.feishu.turn('settings.down', true);
  const instances = await attackable(window);
  const { origin, hash } = new URL(window.page.url());
  const token = hash.slice(1).split('&')[0];
  for (const host of ['127.0.0.1', 'localhost']) {
    const other = await window.page.context().newPage();
    await other.goto(`http://127.0.0.1:${elsewhere.address().port}/`.replace('127.0.0.1', host));
    assert.deepEqual(await other.evaluate(attack, { origin, token }), []);
    const framed = other.frames().find((frame) => frame !== other.mainFrame());
    assert.equal(await framed.locator('#page').count(), 0, 'it shows in a frame');
    await other.close();
  }
  await window.reload();
  await window.feishu.shows('settings.down', true);
  await window.feishu.shows('settings.apiSync', true);
  assert.deepEqual(await attackable(window), instances);
  await window.feishu.reset();
});

test('without its token the page says how to get it', async () => {
  const window = await play.open();
  await window.page.goto('about:blank');
  await window.page.goto(new URL('/#wrong', play.address).href);
  await window.banner('banner.refused').waitFor();
  assert.equal(await window.people.startButton().isDisabled(), true);
  window.expect(/401/);
});
