/** The plot of publishes a second. */
const FIGURES = ['total', 'lastSecond', 'waiting', 'refused'];

export class Rate {
  constructor(window) {
    this.window = window;
    this.part = window.page.locator('.rate');
  }

  plot = () => this.part.getByRole('img', { name: this.window.t('rate.picture') });

  /** A figure beside the plot, such as `rate.waiting`. */
  figure(key) {
    return this.part.locator('dt').filter({ hasText: new RegExp(`^${this.window.t(key)}$`) }).locator('+ dd');
  }

  /** Waits for a figure. */
  async has(key, value) {
    await this.figure(key).filter({ hasText: new RegExp(`^${value}$`) }).waitFor();
  }

  /** Waits until a figure is at least, or at most, a value. */
  async reaches(key, { least = 0, most = 1_000_000 }) {
    await this.window.page.waitForFunction(
      ([name, from, to]) => {
        const shown = [...document.querySelectorAll('.rate dt')].find(({ textContent }) => textContent === name);
        const value = shown ? Number(shown.nextElementSibling.textContent) : NaN;
        return value >= from && value <= to;
      },
      [this.window.t(key), least, most],
    );
  }

  async hideIfShown() {
    const hide = this.part.getByRole('button', { name: this.window.t('rate.hide') });
    if (await hide.isVisible()) {
      await hide.click();
    }
  }

  /** Writes down the figures whenever one changes, and gives a function that tells them. */
  async record() {
    const names = Object.fromEntries(FIGURES.map((figure) => [this.window.t(`rate.${figure}`), figure]));
    await this.window.page.evaluate((figures) => {
      window.recordedRate = [];
      const look = () => {
        const shown = [...document.querySelectorAll('.rate dt')].filter(({ textContent }) => textContent in figures);
        const sample = Object.fromEntries(shown.map((dt) => [figures[dt.textContent], Number(dt.nextElementSibling.textContent)]));
        if (shown.length > 0 && JSON.stringify(sample) !== JSON.stringify(window.recordedRate.at(-1))) {
          window.recordedRate.push(sample);
        }
      };
      new MutationObserver(look).observe(document.querySelector('#page'), { subtree: true, childList: true, characterData: true });
    }, names);
    return () => this.window.page.evaluate(() => window.recordedRate);
  }
}
