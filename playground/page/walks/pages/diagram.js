/** The diagram with the chosen instance, and the details of what is chosen in it. */
export class Diagram {
  constructor(window) {
    this.window = window;
    const { page } = window;
    this.drawing = page.locator('.canvas-drawing');
    this.details = page.locator('.details');
  }

  /** An element as it is drawn. */
  element(id) {
    return this.drawing.locator(`.djs-element[data-element-id="${id}"]`);
  }

  /** Waits until the token is in an element, or a mark such as `caught` is on it. */
  async isMarked(id, mark) {
    await this.drawing.locator(`.djs-element.${mark}[data-element-id="${id}"]`).waitFor({ state: 'attached' });
  }

  /** Clicks an element in the drawing, or the badge that lies over it. */
  async click(id) {
    await this.element(id).locator('.djs-hit').first().click();
  }

  /** Shows the instance as a whole. */
  async showInstance() {
    await this.of().selectOption('');
  }

  of = () => this.details.getByLabel(this.window.t('details.of'));

  /** Waits for the state of the chosen instance. */
  async instanceIs(key) {
    await this.showInstance();
    await this.details.locator('.facts b').filter({ hasText: new RegExp(`^${this.window.t(key)}$`) }).waitFor();
  }

  /** Where the drawing stands, and how large. bpmn-js writes the same numbers with more or fewer digits. */
  async standing() {
    const transform = await this.drawing.locator('.viewport').getAttribute('transform');
    return transform.match(/-?[\d.]+/g).map((number) => Number(number).toFixed(2)).join(' ');
  }

  fit = () => this.window.button('zoom.fit').click();

  /** Gives the diagram the place of the other parts. */
  async enlarge() {
    await this.window.button('zoom.enlarge').click();
    await this.window.people.part.waitFor({ state: 'hidden' });
  }

  badge(kind) {
    return this.drawing.locator(`.badge-${kind}`);
  }

  incident = (name) =>
    this.details.locator('.incident-card').filter({ hasText: this.window.t('incident.title', { name: this.window.nameOf(name) }) });

  /** Writes the variables that the next retry changes. */
  async changeVariables(name, json) {
    const card = this.incident(name);
    await card.locator('summary', { hasText: this.window.t('incident.variables') }).click();
    await card.getByLabel(this.window.t('json.variables')).fill(json);
  }

  retry = (name) => this.window.button('incident.retryLabel', { name: this.window.nameOf(name) }).click();

  /** What can be done by hand for a job that no worker serves. */
  async workByHand(doing, fields = {}) {
    const card = this.details.locator('.unserved-card');
    await card.locator('summary', { hasText: this.window.t(`job.${doing}`) }).click();
    for (const [key, text] of Object.entries(fields)) {
      await card.locator('details[open]').getByLabel(this.window.t(key)).fill(text);
    }
    await card.getByRole('button', { name: this.window.t(`job.${doing}Now`), exact: true }).click();
  }

  /** Sends the message that an element of this name waits for. */
  async sendMessage(element, name) {
    const waits = this.window.t('wait.message', { element: this.window.nameOf(element), name });
    const wait = this.details.locator('li').filter({ hasText: waits });
    await wait.locator('summary').click();
    await wait.getByRole('button', { name: this.window.t('wait.sendMessage') }).click();
  }

  /** Which process is shown. */
  process = () => this.window.page.getByLabel(this.window.t('choice.process'), { exact: true });

  instances = () => this.window.page.getByLabel(this.window.t('choice.instance'), { exact: true });
}
