/**
 * Fills `{name}` places of a text. A text that depends on the number `n` is an object with the plural forms of
 * `Intl.PluralRules` as its keys.
 */
export function fill(text, values, lang) {
  const chosen = typeof text === 'string' ? text : (text[new Intl.PluralRules(lang).select(values.n)] ?? text.other);
  return chosen.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}
