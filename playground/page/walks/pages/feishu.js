/** Feishu as its administrator sees it. */
export class Feishu {
  constructor(window) {
    this.window = window;
    this.part = window.page.locator('.feishu');
  }

  async tab(name) {
    await this.part.getByRole('tab', { name: this.window.t(`feishu.${name}`), exact: true }).click();
  }

  /** A switch of the settings, such as `settings.apiSync`. */
  switch(key) {
    return this.part.getByRole('switch', { name: this.window.t(key) });
  }

  async turn(key, on) {
    await this.tab('settings');
    const { page } = this.window;
    await this.switch(key).and(page.locator(`[aria-checked="${!on}"]`)).click();
    await this.shows(key, on);
  }

  /** Waits until the switch stands so. */
  async shows(key, on) {
    await this.switch(key).and(this.window.page.locator(`[aria-checked="${on}"]`)).waitFor();
  }

  /** Makes Feishu as at the start. */
  async reset() {
    await this.part.getByRole('button', { name: this.window.t('feishu.reset') }).click();
    await this.window.confirm('feishu.resetYes');
    await this.tab('settings');
    await this.shows('settings.apiSync', true);
  }

  /** The state of an advertisement and its job: `open`, `closed` or `not-compliant`. */
  async setAdvertisement(id, state) {
    await this.tab('jobs');
    const choice = this.part.getByLabel(this.window.t('advertisement.title', { id }));
    await choice.selectOption(state);
    await this.part.locator(`select:has(option[value="${state}"]:checked)`).and(choice).waitFor();
  }

  /** A job's row. */
  job(title) {
    return this.part.locator('.rows > li').filter({ hasText: title });
  }

  /** What is online on a channel. */
  channel(name) {
    return this.part.locator('.channel').filter({ has: this.window.page.getByRole('heading', { name }) });
  }

  /** An advertisement on a channel. */
  online(channel, advertisement) {
    return this.channel(channel).locator('.careers li').filter({ hasText: advertisement });
  }

  /** Opens the careers page of an advertisement, and gives the text that a candidate reads. */
  async readCareersPage(channel, advertisement) {
    const opened = this.window.page.context().waitForEvent('page');
    await this.online(channel, advertisement).getByRole('link').click();
    const careers = await opened;
    await careers.waitForLoadState();
    const text = `${await careers.title()}\n${await careers.locator('body').innerText()}`;
    await careers.close();
    return text;
  }

  /** Requests of a call, such as `publish`, newest first. */
  requests(call) {
    const name = new RegExp(`^${this.window.t(`call.${call}`)}$`);
    return this.part.locator('.requests > li').filter({ has: this.window.page.locator('strong', { hasText: name }) });
  }

  /** Opens an entry of the journal, and gives what it says. */
  async readRequest(entry) {
    await entry.locator('summary').click();
    return entry.locator('.exchange').innerText();
  }
}
