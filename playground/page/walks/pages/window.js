/** One window of the playground. */
import { nameIn, textIn } from '../texts.js';
import { Clock } from './clock.js';
import { Diagram } from './diagram.js';
import { Feishu } from './feishu.js';
import { People } from './people.js';
import { Rate } from './rate.js';

export class PlaygroundWindow {
  constructor(page, language) {
    this.page = page;
    this.problems = [];
    this.speak(language);
    this.clock = new Clock(this);
    this.diagram = new Diagram(this);
    this.people = new People(this);
    this.feishu = new Feishu(this);
    this.rate = new Rate(this);
    page.on('pageerror', (error) => this.problems.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.problems.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on('console', (message) => message.type() === 'error' && this.problems.push(`console: ${message.text()}`));
  }

  /** Problems that a walk has caused on purpose are none. */
  expect(...patterns) {
    this.problems = this.problems.filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
  }

  /** From now on things are found by their names in this language. */
  speak(language) {
    this.language = language;
    this.t = textIn(language);
    this.nameOf = nameIn(language);
  }

  async goto(address) {
    await this.page.goto(address);
    await this.isReady();
  }

  async reload() {
    await this.page.reload();
    await this.isReady();
  }

  /** The server has told what there is, part by part, and the connectors run. */
  async isReady() {
    await this.page.getByRole('heading', { name: this.t('page.title') }).waitFor();
    await this.people.startButton().and(this.page.locator(':enabled')).waitFor();
    await this.page.getByText(this.t('page.waiting'), { exact: true }).first().waitFor({ state: 'hidden' });
    await this.clock.part.locator('time').getByText(/\d/).waitFor();
    await this.banner('banner.starting').waitFor({ state: 'hidden' });
  }

  /** The diagram is drawn anew for the names of the examples; a diagram of one's own is in any language. */
  async switchTo(language) {
    await this.page.getByRole('button', { name: { en: 'English', zh: '中文' }[language], exact: true }).click();
    this.speak(language);
    await this.page.getByRole('heading', { name: this.t('page.title') }).waitFor();
    await this.page.locator(`.canvas-drawing[lang^="${language}"], .canvas-drawing:not([lang])`).waitFor();
  }

  banner(key) {
    return this.page.locator('.banner').filter({ hasText: this.t(key) });
  }

  button(key, values) {
    return this.page.getByRole('button', { name: this.t(key, values), exact: true });
  }

  /** Answers the question that the page asks before something that cannot be undone. */
  async confirm(key) {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: this.t(key) }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The key of the selected instance, which the address keeps. */
  instance() {
    return new URLSearchParams(new URL(this.page.url()).hash.split('&').slice(1).join('&')).get('instance');
  }

  /** What the page says for a moment is over. */
  async isQuiet() {
    await this.page.locator('.news.shown').waitFor({ state: 'hidden' });
  }

  /** Does what selects another instance, and gives its key. */
  async selectsAnother(action) {
    const before = this.instance();
    await action();
    await this.page.waitForFunction((key) => !location.hash.includes(`instance=${key}&`) && location.hash.includes('instance='), before);
    return this.instance();
  }

  close() {
    return this.page.context().close();
  }
}
