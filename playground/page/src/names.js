/** The names that diagrams give to processes and elements, in the chosen language. */
import { computed } from '@preact/signals';
import chinese from '../../../bpmn-examples/names.zh-CN.json' with { type: 'json' };
import { processes } from './state.js';
import { lang } from './texts/texts.js';

const NAMES = {
  en: { language: 'en', shown: new Map() },
  zh: { language: 'zh-CN', shown: new Map(Object.entries(chinese)) },
};
const OWN = { language: undefined, shown: new Map() };

/** From drawn names to shown ones. A diagram of one's own keeps its names, even where an example has the same. */
export const names = computed(() => (processes.value.some(({ own }) => own) ? OWN : NAMES[lang.value]));

export const shownName = (name) => names.value.shown.get(name) ?? name;

/** Its id while the page does not know the process. */
export const processName = (id) => shownName(processes.value.find((process) => process.id === id)?.name) ?? id;
