/** The page's texts in the chosen language. */
import { signal } from '@preact/signals';
import { address } from '../address.js';
import { en } from './en.js';
import { fill } from './fill.js';
import { zh } from './zh.js';

const TEXTS = { en, zh };
export const lang = signal('en');

/** Takes the language of the address, else the browser's. */
export function chooseLanguage(wanted = address().lang ?? navigator.language) {
  lang.value = wanted.startsWith('zh') ? 'zh' : 'en';
  document.documentElement.lang = lang.value === 'zh' ? 'zh-CN' : 'en';
  document.title = t('page.title');
}

export const t = (key, values = {}) => fill(TEXTS[lang.value][key], values, lang.value);

/** A text in both languages, as the server's sentences are. */
export const both = (key, values = {}) => ({ en: fill(en[key], values, 'en'), zh: fill(zh[key], values, 'zh') });

/** The server's sentences come in both languages. A name in Feishu may lack one. */
export const inLanguage = (text) => text?.[lang.value] || text?.en || text?.zh || '';
