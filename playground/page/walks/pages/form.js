/** A Camunda form that is open among the people. Its labels are bilingual; the English half finds a field. */
export class FilledForm {
  constructor(window, part) {
    this.window = window;
    this.part = part;
  }

  field(label) {
    return this.part.getByLabel(new RegExp(`^${label}(?: /|$)`));
  }

  /** Leaves the field afterwards; the viewer holds back while a person types. */
  async type(label, text) {
    await this.field(label).fill(text);
    await this.field(label).blur();
  }

  /** Chooses from a drop-down, by what is seen. */
  async pick(label, option) {
    await this.field(label).click();
    await this.part.locator('.fjs-dropdownlist-item').getByText(option).first().click();
    await this.field(label).blur();
  }

  /** Chooses a radio button, or ticks a box. */
  async choose(label) {
    await this.field(label).check();
  }

  /** Ticks a box whose label is a name in Feishu. */
  async tick(name) {
    await this.part.getByLabel(name, { exact: true }).check();
  }

  /** Ticks the first of the boxes that a list offers. */
  async tickFirst(label) {
    const list = this.part.locator('.fjs-form-field-checklist').filter({ hasText: new RegExp(`^${label} /`) });
    await list.getByRole('checkbox').first().check();
  }

  /** Types a date, `{yyyy, mm, dd}`, in the form that the field asks for. */
  async typeDate(label, date) {
    await this.part.locator('.flatpickr-input').first().waitFor();
    const wanted = await this.field(label).getAttribute('placeholder');
    await this.type(label, wanted.replace(/yyyy|mm|dd/g, (part) => date[part]));
  }

  /** Waits for a text. */
  async says(text) {
    await this.part.locator('.form-viewer').getByText(text).first().waitFor();
  }
}
