/** The words by which a walk finds things: the page's own, and those of the examples. */
import chinese from '../../../bpmn-examples/names.zh-CN.json' with { type: 'json' };
import { en } from '../src/texts/en.js';
import { fill } from '../src/texts/fill.js';
import { zh } from '../src/texts/zh.js';

const NAMES = { en: {}, zh: chinese };
const TEXTS = { en, zh };

/** A text of the page in a language. */
export const textIn = (language) => (key, values = {}) => fill(TEXTS[language][key], values, language);

/** The name of an example, or of something in it, in a language. */
export const nameIn = (language) => (name) => NAMES[language][name] ?? name;
