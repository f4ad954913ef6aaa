/** Draws every diagram as the Modeler shows it, to docs/<name>.svg and, at twice the size, docs/<name>.png. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { diagrams, root } from './sources.js';

const VIEWER = join(root, 'node_modules/camunda-bpmn-js/dist/camunda-cloud-viewer.production.min.js');
const MARGIN = 12;

const docs = join(root, '../docs');
mkdirSync(docs, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  for (const { title, content } of diagrams()) {
    const svg = withStableIds(withMargin(await draw(page, content)));
    writeFileSync(join(docs, `${title}.svg`), svg + '\n');
    await page.setContent(`<body style="margin:0;background:white">${svg.slice(svg.indexOf('<svg'))}</body>`);
    await page.locator('body > svg').screenshot({ path: join(docs, `${title}.png`) });
  }
} finally {
  await browser.close();
}

async function draw(page, xml) {
  await page.setContent('<div id="canvas" style="width:1600px;height:900px"></div>');
  await page.addScriptTag({ path: VIEWER });
  return page.evaluate(async (diagram) => {
    const viewer = new window.BpmnViewer({ container: '#canvas' });
    const { warnings } = await viewer.importXML(diagram);
    if (warnings.length > 0) {
      throw new Error(warnings.map(({ message }) => message).join('\n'));
    }
    return (await viewer.saveSVG()).svg;
  }, xml);
}

/** bpmn-js cuts the picture at the outermost lines; and readers with a dark theme need a white ground. */
function withMargin(svg) {
  const [, x, y, width, height] = svg.match(/viewBox="(\S+) (\S+) (\S+) (\S+)"/).map(Number);
  const [left, top, w, h] = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].map(Math.round);
  return svg
    .replace(/width="[^"]*" height="[^"]*" viewBox="[^"]*"/, `width="${w}" height="${h}" viewBox="${left} ${top} ${w} ${h}"`)
    .replace(/(<svg[^>]*>)/, `$1<rect x="${left}" y="${top}" width="${w}" height="${h}" fill="white"/>`);
}

/** bpmn-js makes up new marker ids each time; without them the picture changes only when the diagram does. */
function withStableIds(svg) {
  const random = [...new Set(svg.match(/\bmarker-[0-9a-z]{20,}/g))];
  return random.reduce((picture, id, index) => picture.replaceAll(id, `arrow-${index + 1}`), svg);
}
