/** The people: their open tasks, and the start of an instance. */
import { FilledForm } from './form.js';

export class People {
  constructor(window) {
    this.window = window;
    this.part = window.page.locator('.people');
    this.form = new FilledForm(window, this.part);
  }

  startButton = () => this.part.getByRole('button', { name: this.window.t('start.title') });

  /** Opens the form that starts an instance. */
  async openStart(process) {
    await this.startButton().click();
    await this.part.getByLabel(this.window.t('start.process'), { exact: true }).selectOption({ label: this.window.nameOf(process) });
  }

  /** Starts an instance that needs nothing typed, and gives its key. */
  async start(process) {
    await this.openStart(process);
    return this.startNow();
  }

  async startNow() {
    const instance = await this.window.selectsAnother(() =>
      this.part.getByRole('button', { name: this.window.t('start.now'), exact: true }).click(),
    );
    await this.startButton().waitFor();
    return instance;
  }

  /** The row of a task. Several instances may have one of this name. */
  task(name, instance = this.window.instance()) {
    return this.part
      .locator('.tasks button')
      .filter({ has: this.window.page.getByText(this.window.nameOf(name), { exact: true }) })
      .filter({ hasText: `…${instance.slice(-5)}` });
  }

  /** How many tasks are open, as the page says. */
  openTasks = async () => Number(/\d+/.exec(await this.part.locator('.filter legend').innerText())[0]);

  async open(name, instance) {
    await this.task(name, instance).first().click();
    await this.part.getByRole('heading', { name: this.window.nameOf(name), exact: true }).waitFor();
    await this.submitButton().waitFor();
  }

  submitButton = () => this.part.getByRole('button', { name: this.window.t('task.complete'), exact: true });

  /** Completes the open task; the list is back then. */
  async complete() {
    await this.submitButton().click();
    try {
      await this.startButton().waitFor();
    } catch (late) {
      throw new Error(`The form is still open. It says:\n${await this.part.innerText()}`, { cause: late });
    }
  }

  closeForm = () => this.part.getByRole('button', { name: this.window.t('people.close') }).click();
}
