/** The words by which a walk finds things: the page's own. */
import { en } from '../src/texts/en.js';
import { fill } from '../src/texts/fill.js';
import { zh } from '../src/texts/zh.js';

const TEXTS = { en, zh };

/** A text of the page in a language. */
export const textIn = (language) => (key, values = {}) => fill(TEXTS[language][key], values, language);
