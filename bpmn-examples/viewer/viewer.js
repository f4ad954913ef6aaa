/** Camunda's form viewer in a headless Chromium, and what a person does in it. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../tools/sources.js';

const FORM_JS = join(root, 'node_modules/@bpmn-io/form-js/dist');
const SCREENSHOTS = join(root, 'target/forms');
mkdirSync(SCREENSHOTS, { recursive: true });

/** The pages with the form viewer in them, by their browser: those in use and those that are free. */
const pages = new WeakMap();

export async function startChromium() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  pages.set(browser, { used: [], free: [] });
  return browser;
}

/** Lets the next test have the pages of the last one, because to load the viewer takes longer than most tests. */
export function freePages(browser) {
  const { used, free } = pages.get(browser);
  free.push(...used.splice(0));
}

/** A page with the viewer, without a form. */
async function takePage(browser) {
  const { used, free } = pages.get(browser);
  const page = free.pop() ?? (await loadPage(browser));
  used.push(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    window.form?.destroy();
    document.body.innerHTML = '<div id="form"></div>';
  });
  return page;
}

async function loadPage(browser) {
  const page = await browser.newPage({ viewport: { width: 720, height: 900 } });
  await page.setContent('<body style="font-family: sans-serif"></body>');
  await page.addStyleTag({ path: join(FORM_JS, 'assets/form-js.css') });
  await page.addScriptTag({ path: join(FORM_JS, 'form-viewer.umd.js') });
  return page;
}

/** Opens a form as Tasklist does, with the variables that the process has then. */
export async function openForm(browser, name, variables = {}) {
  const schema = JSON.parse(readFileSync(join(root, `forms/${name}.form`), 'utf8'));
  const page = await takePage(browser);
  const problems = await page.evaluate(
    async ([schema, variables]) => {
      const { Form } = window.FormViewer;
      // Without a delay: what is typed would be lost if the viewer drew the field anew meanwhile.
      window.form = new Form({ container: '#form', debounce: false });
      const { warnings } = await window.form.importSchema(schema, variables);
      return warnings.map(String);
    },
    [schema, variables],
  );
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return new FormPage(page, name);
}

class FormPage {
  constructor(page, name) {
    this.page = page;
    this.name = name;
  }

  /** Leaves the field afterwards, as a person does. */
  async type(label, text) {
    await this.fill(this.field(label), text);
  }

  async fill(field, text) {
    await field.fill(text);
    await field.blur();
  }

  /** Types a date; the calendar hands it on a moment later. */
  async typeDate(label, text, key, value) {
    await this.page.locator('.flatpickr-input').first().waitFor();
    await this.type(label, text);
    await this.page.waitForFunction(([name, date]) => window.form._getState().data[name] === date, [key, value]);
  }

  async choose(label) {
    await this.field(label).check();
  }

  /** Chooses from a list of boxes, by what the process calls the choice. */
  async tick(option) {
    await this.page.getByLabel(option, { exact: true }).check();
  }

  /** What a drop-down offers. */
  async options(label) {
    await this.field(label).click();
    const offered = await this.page.locator('.fjs-dropdownlist-item').allInnerTexts();
    await this.field(label).blur();
    return offered;
  }

  /** Chooses from a drop-down. */
  async pick(label, option) {
    await this.field(label).click();
    await this.page.locator('.fjs-dropdownlist-item').getByText(option, { exact: true }).click();
    await this.field(label).blur();
  }

  /** Takes back what was chosen from a drop-down. */
  async clear(label) {
    await this.page.locator('.fjs-form-field-select', { has: this.field(label) }).locator('.fjs-select-cross').click();
  }

  /** A form's labels are bilingual; the English half is enough to find a field. */
  field(label) {
    return this.page.getByLabel(new RegExp(`^${label} /`));
  }

  /** Waits for a field to come or go. */
  async becomes(state, ...labels) {
    for (const label of labels) {
      await this.field(label).waitFor({ state });
    }
  }

  /** Waits until the viewer has dropped the value of a field. */
  async becomesEmpty(key) {
    await this.page.waitForFunction((name) => window.form._getState().data[name] === null, key);
  }

  /** The links of the form itself; the viewer adds one of its own. */
  links() {
    return this.page.locator('.fjs-form-field-text a');
  }

  text() {
    return this.page.locator('#form').innerText();
  }

  /** Submits, and gives the variables that it sets, and the keys of the fields that it complains about. */
  async submit() {
    const { data, errors } = await this.page.evaluate(() => window.form.submit());
    return {
      variables: data,
      violations: Object.keys(errors).map((id) => id.split(`${this.name}-`).pop().replace(/_\d+$/, '')).sort(),
    };
  }

  async screenshot(name = this.name) {
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }
}
