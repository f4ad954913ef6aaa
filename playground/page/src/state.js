/** All that the page knows from the server. Only the stream writes here. */
import { batch, computed, signal } from '@preact/signals';
import { changes, mergeJournal } from './events.js';
import { mergeSamples } from './rate/columns.js';

export const processes = signal([]);
export const instances = signal([]);
export const tasks = signal([]);
export const instance = signal(null);
export const time = signal(null);
export const feishu = signal(null);
export const journal = signal([]);
export const rate = signal({ limit: 0, samples: [] });
export const programs = signal({ engine: 'running', connectors: 'running' });

/** `connecting`, `open`, `lost` or `refused` (the token is wrong or missing). */
export const connection = signal('connecting');
export const canAct = computed(() => connection.value === 'open' && programs.value.engine === 'running');

/** What happened last, for people to read and to hear: `{what, key, name or process}`, all of one event. */
export const happened = signal([]);

const plain = { processes, feishu, programs };
const seen = new Set();

/** A new stream tells everything once more. */
export function beginStream() {
  seen.clear();
}

export function receive(name, data) {
  batch(() => {
    if (name === 'journal') {
      journal.value = mergeJournal(journal.value, data);
    } else if (name === 'time') {
      time.value = { ...data, receivedAt: performance.now() };
    } else if (name === 'rate') {
      rate.value = { ...data, samples: mergeSamples(rate.value.samples, data.samples) };
    } else if (name === 'instance') {
      instance.value = data;
    } else if (name === 'instances' || name === 'tasks') {
      receiveList(name, data);
    } else if (name in plain) {
      plain[name].value = data;
    }
  });
}

function receiveList(name, data) {
  const before = { instances: instances.value, tasks: tasks.value };
  const after = { ...before, [name]: data };
  instances.value = after.instances;
  tasks.value = after.tasks;
  const news = seen.has(name) ? changes(before, after) : [];
  seen.add(name);
  if (news.length > 0) {
    happened.value = news;
  }
}
