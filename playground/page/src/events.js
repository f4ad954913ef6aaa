/** How an event of the server changes what the page knows. Pure, so that it can be tested without a browser. */

/** Entries of the journal that the page keeps. */
export const JOURNAL_KEPT = 300;

/**
 * Joins entries that arrived with those that are known; newest first. A new stream repeats what is known. The journal
 * began anew after the entry with the number `began`.
 */
export function mergeJournal(known, { began, entries }) {
  const last = known[0]?.number ?? 0;
  const news = entries.filter(({ number }) => number > last).reverse();
  return [...news, ...known].filter(({ number }) => number > began).slice(0, JOURNAL_KEPT);
}

/** What happened between two lists of instances and tasks that a person should hear about. */
export function changes(before, after) {
  const happened = [];
  const known = new Map(before.instances.map((instance) => [instance.key, instance]));
  for (const { key, process, state, incidentsSoFar } of after.instances) {
    const then = known.get(key);
    if (then?.state === 'ACTIVE' && state !== 'ACTIVE') {
      happened.push({ what: state, key, process });
    }
    if (incidentsSoFar > (then?.incidentsSoFar ?? 0)) {
      happened.push({ what: 'INCIDENT', key, process });
    }
  }
  const open = new Set(before.tasks.map(({ key }) => key));
  for (const { key, name } of after.tasks) {
    if (!open.has(key)) {
      happened.push({ what: 'TASK', key, name });
    }
  }
  return happened;
}

/** Whether Feishu did what a request asked: only a 2xx with code 0 says so. */
export const succeeded = ({ status, code }) => status >= 200 && status < 300 && code === 0;
