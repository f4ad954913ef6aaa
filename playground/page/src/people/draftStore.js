const KEY = 'drafts';
/** A person has few forms open at a time, and browsers keep some megabytes for a page. */
const MOST = 30;
const LONGEST = 100_000;

/** What a form holds that the task's variables do not: what a person has entered. */
export const entered = (variables, data) =>
  Object.fromEntries(
    Object.entries(data).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(variables?.[name])),
  );

/**
 * What people have typed into forms and not sent, by task key or process id. The storage lets it survive a reload; a
 * storage that refuses costs only that. Drafts of another token belong to a playground that has ended.
 */
export class Drafts {
  /**
   * @param storageOf gives the storage of the tab; a browser may refuse that with an exception
   * @param tokenOf gives the token of the playground
   */
  constructor(storageOf, tokenOf) {
    this.storageOf = storageOf;
    this.tokenOf = tokenOf;
    this.kept = new Map(this.read());
  }

  of(name) {
    return this.kept.get(name);
  }

  keep(name, data) {
    this.kept.delete(name);
    this.kept.set(name, data);
    if (this.kept.size > MOST) {
      this.kept.delete(this.kept.keys().next().value);
    }
    this.write();
  }

  clear(name) {
    this.kept.delete(name);
    this.write();
  }

  read() {
    try {
      const { token, drafts } = JSON.parse(this.storageOf().getItem(KEY));
      return token === this.tokenOf() ? drafts : [];
    } catch {
      return [];
    }
  }

  /** Leaves out what is too long to survive a reload. */
  write() {
    try {
      const drafts = [...this.kept].filter(([, data]) => JSON.stringify(data).length <= LONGEST);
      this.storageOf().setItem(KEY, JSON.stringify({ token: this.tokenOf(), drafts }));
    } catch {
      // The storage is full or forbidden: the drafts live as long as the page.
    }
  }
}
