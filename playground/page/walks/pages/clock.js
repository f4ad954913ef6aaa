/** The engine's time. */
export class Clock {
  constructor(window) {
    this.window = window;
    this.part = window.page.locator('.time');
  }

  button = (key) => this.part.getByRole('button', { name: this.window.t(key), exact: true });

  forwardADay = () => this.button('time.day').click();
  forwardAnHour = () => this.button('time.hour').click();
  toNextTimer = () => this.button('time.nextTimer').click();

  /** The time as the page shows it. */
  shown = () => this.part.locator('time').innerText();

  /** The time that an English page shows, as "Thu, 26 Nov 2026, 17:06:58", in milliseconds. */
  async time() {
    const [, ...day] = (await this.shown()).split(', ');
    return Date.parse(`${day.join(' ')} UTC`);
  }

  /** Waits until the clock shows this time or a later one. */
  async passes(time) {
    await this.window.page.waitForFunction((wanted) => {
      const [, ...day] = document.querySelector('.time time').textContent.split(', ');
      return Date.parse(`${day.join(' ')} UTC`) >= wanted;
    }, time);
  }

  /** Says that it waits for a connector. */
  waiting = () => this.window.page.locator('.banner').filter({ has: this.window.button('time.giveUp') });
}
