/** The real Modeler with its properties panel, in a headless Chromium, and the steps that a modeler takes in it. */
import { takePage, vacate } from './browser.js';
import { diagram } from './diagrams.js';
import { choiceLabel, field, labelOf, processVariable, required } from './fields.js';
import { otherTemplates } from './files.js';

/** Opens a Modeler that has the templates among others, with the diagram in it. */
export async function openModeler(
  browser,
  templates,
  xml = diagram(),
  viewport = { width: 1200, height: 900 },
) {
  const page = await takePage(browser, viewport);
  const problems = await page.evaluate(
    async ([templates, xml]) => {
      window.fit = () => {
        const canvas = window.modeler.get('canvas');
        const { inner } = canvas.zoom('fit-viewport') && canvas.viewbox();
        const scale = Math.min(1, (canvas.getSize().width - 160) / inner.width);
        canvas.viewbox({
          x: inner.x - 110 / scale,
          y: inner.y + inner.height / 2 - canvas.getSize().height / 2 / scale,
          width: canvas.getSize().width / scale,
          height: canvas.getSize().height / scale,
        });
      };
      window.problems = [];
      window.modeler = new window.BpmnModeler({ container: '#canvas', propertiesPanel: { parent: '#panel' } });
      window.modeler.on('elementTemplates.errors', ({ errors }) => window.problems.push(...errors.map(String)));
      window.modeler.get('elementTemplatesLoader').setTemplates(templates);
      const { warnings } = await window.modeler.importXML(xml);
      window.fit();
      return [...window.problems, ...warnings.map(String)];
    },
    [[...templates, ...otherTemplates], xml],
  );
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return new Modeler(page);
}

class Modeler {
  constructor(page) {
    this.page = page;
    this.panel = page.locator('#panel');
  }

  /** Clicks the element, so that the panel shows it. */
  async select(id) {
    const header = this.panel.locator('.bio-properties-panel-header');
    await header.waitFor();
    await this.settle(); // The panel shows before it listens.
    const { x, y } = await this.middle(id);
    await this.page.mouse.click(x, y);
    await this.page.waitForFunction((id) => window.modeler.get('selection').get()[0]?.id === id, id);
    await header.locator('.bio-properties-panel-header-type', { hasNotText: /^Process$/i }).waitFor();
  }

  /** Where an element is on the screen: its middle, and its lower edge. */
  middle(id) {
    return this.page.evaluate((id) => {
      const box = document.querySelector(`[data-element-id="${id}"] .djs-hit`).getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, bottom: box.y + box.height };
    }, id);
  }

  /** Opens another diagram in the same Modeler. */
  async open(xml) {
    await this.page.evaluate(async (xml) => {
      await window.modeler.importXML(xml);
      window.fit();
    }, xml);
  }

  /** Presses the keys over the canvas. */
  async press(keys) {
    await this.page.keyboard.press(keys);
  }

  /** Types into the template search of the selected element; gives the names of what is found. */
  async search(text) {
    const field = this.page.locator('.djs-popup-search input');
    if (!(await field.isVisible())) {
      await this.panel.locator('.bio-properties-panel-select-template-button').click();
      await field.waitFor();
    }
    await field.fill(text);
    await field.press('End');
    await this.page.locator('.djs-popup', { hasText: /\d+ results? found/ }).waitFor();
    return this.settled(() => this.page.locator('.djs-popup .entry .djs-popup-label').allInnerTexts());
  }

  /** Applies the template of that name to the selected element, by way of the search. */
  async apply(name) {
    await this.search(name);
    await this.page.locator('.djs-popup .entry').getByText(name, { exact: true }).click();
    await this.panel.getByText('Applied', { exact: true }).waitFor();
  }

  group(label) {
    return this.panel.locator('.bio-properties-panel-group', {
      has: this.page.locator('.bio-properties-panel-group-header-title', { hasText: new RegExp(`^${escaped(label)}$`) }),
    });
  }

  async groups() {
    return this.panel.locator('.bio-properties-panel-group-header-title').allInnerTexts();
  }

  async groupsThatAreOpen() {
    return this.panel
      .locator('.bio-properties-panel-group:has(.bio-properties-panel-group-entries.open)')
      .locator('.bio-properties-panel-group-header-title')
      .allInnerTexts();
  }

  async toggle(label) {
    await this.group(label).locator('.bio-properties-panel-group-header-title').click();
  }

  /** A field, by its whole label; a tooltip, while it shows, stands inside the label. */
  entry(label) {
    return this.panel.locator('.bio-properties-panel-entry', {
      has: this.page.locator(
        `xpath=.//*[contains(@class, "bio-properties-panel-label")]/descendant-or-self::*[text()[. = "${label}"]]`,
      ),
    });
  }

  /** Opens the groups that the template leaves closed. */
  async openGroups(template) {
    for (const { id } of template.groups.filter(({ openByDefault }) => !openByDefault)) {
      await this.openGroup(template, id);
    }
  }

  async value(label) {
    const field = this.entry(label).locator('input, select, textarea, [role=textbox]').first();
    return (await field.getAttribute('role')) === 'textbox' ? field.innerText() : field.inputValue();
  }

  async fill(label, value) {
    await this.entry(label).locator('input, textarea, [role=textbox]').first().fill(value);
    await this.page.keyboard.press('Tab');
  }

  async choose(label, choice) {
    await this.entry(label).locator('select').selectOption({ label: choice });
  }

  /** Switches the field to FEEL and types the expression, without its "=". */
  async fillFeel(label, expression) {
    const entry = this.entry(label);
    await entry.locator('.bio-properties-panel-feel-icon').click();
    await entry.locator('[role=textbox]').first().fill(expression);
    await this.page.keyboard.press('Tab');
  }

  /** Chooses a value of a drop-down, or flips a switch, by the id of the field. */
  async set(template, id, value) {
    const label = labelOf(template, id);
    if (field(template, id).type === 'Boolean') {
      const box = this.entry(label).locator('input[type=checkbox]');
      if ((await box.isChecked()) !== value) {
        await this.entry(label).locator('.bio-properties-panel-toggle-switch__slider, input[type=checkbox]').first().click();
      }
    } else {
      await this.choose(label, choiceLabel(template, id, value));
    }
  }

  /** Gives each field that must be filled in a process variable of its name. */
  async fillRequired(template) {
    for (const property of required(template)) {
      await this.fillFeel(property.label, processVariable(property));
    }
  }

  /** Opens a group, which is closed as long as nothing in it was touched. */
  async openGroup(template, id) {
    const { label, openByDefault } = template.groups.find((group) => group.id === id);
    if (!openByDefault) {
      await this.toggle(label);
    }
  }

  /** Fills in the address of a Feishu of one's own. */
  async useBaseUrl(template, baseUrl) {
    await this.openGroup(template, 'connection');
    await this.set(template, 'connection.region', 'custom');
    await this.fill(labelOf(template, 'connection.baseUrl'), baseUrl);
  }

  /** The violation that stands below a field, or undefined. */
  async error(label) {
    const [violation] = await this.settled(() =>
      this.entry(label).locator('.bio-properties-panel-error').allInnerTexts(),
    );
    return violation;
  }

  /** How many fields of open groups have a violation. */
  errors() {
    return this.settled(() => this.panel.locator('.bio-properties-panel-error').count());
  }

  /** Reads what the panel and the popup say after all that they wait for, such as the end of the typing. */
  async settled(read) {
    await this.settle();
    return read();
  }

  /** Has a second pass in the page, at once: what waits for a shorter time is done then. */
  settle() {
    return this.page.clock.runFor(1_000);
  }

  /** The text that comes up when the mouse rests on a label. */
  async tooltip(label) {
    await this.entry(label).locator('.bio-properties-panel-tooltip-wrapper').hover();
    const tooltip = this.page.locator('.bio-properties-panel-tooltip-content');
    await tooltip.waitFor();
    return tooltip;
  }

  /** What the panel says about the template: "Applied" or "Update available". */
  async appliedTemplate() {
    const group = this.panel.locator('.bio-properties-panel-templates-group');
    return (await group.locator('.bio-properties-panel-dropdown-button > button').innerText()).trim();
  }

  /** Updates the selected element to the newest version of its template. */
  async upgrade() {
    await this.panel.locator('.bio-properties-panel-template-update-available > button').click();
    await this.page.getByText('Update', { exact: true }).click();
    await this.panel.locator('.bio-properties-panel-template-update-available').waitFor({ state: 'detached' });
  }

  /** Copies what is selected to the clipboard of the system, as the Modeler does. */
  async copy() {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.press('Control+c');
    await this.page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  }

  /** Pastes and drops on the lower edge of an element, which attaches a boundary event. */
  async pasteAtLowerEdgeOf(id) {
    const { x, bottom } = await this.middle(id);
    await this.paste(x, bottom);
  }

  async pasteBelow(id) {
    const { x, bottom } = await this.middle(id);
    await this.paste(x, bottom + 200);
  }

  async paste(x, y) {
    await this.page.mouse.click(x, 850);
    await this.press('Control+v');
    await this.page.waitForFunction(() => window.modeler.get('dragging').context());
    await this.page.mouse.move(x, y + 60);
    await this.page.mouse.move(x, y, { steps: 5 });
    await this.page.mouse.click(x, y);
  }

  async xml() {
    return this.page.evaluate(async () => (await window.modeler.saveXML({ format: true })).xml);
  }

  /** Removes the Modeler; the next one may come into its page. */
  close() {
    return vacate(this.page);
  }

  /** Closes its page as well, so that the next Modeler comes into a new one. */
  closePage() {
    return this.page.close();
  }
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
