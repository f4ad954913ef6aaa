/** Times, ages and JSON as a person reads them. */

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** An age as its two largest units: "2 days 3 hours"; only one below an hour. */
export function formatAge(millis, lang) {
  const age = Math.max(0, millis);
  const largest = UNITS.findIndex(([, length]) => age >= length);
  if (largest === -1) {
    return unit(0, 'second', lang);
  }
  const parts = UNITS.slice(largest, largest < 2 ? largest + 2 : largest + 1);
  let rest = age;
  const shown = [];
  for (const [name, length] of parts) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) {
      shown.push(unit(count, name, lang));
    }
  }
  return shown.join(' ');
}

const CHINESE = { day: '天', hour: '小时', minute: '分钟', second: '秒' };

function unit(count, name, lang) {
  if (lang === 'zh') {
    return `${count} ${CHINESE[name]}`;
  }
  const format = new Intl.NumberFormat(locale(lang), { style: 'unit', unit: name, unitDisplay: 'long' });
  return format.format(count);
}

const locale = (lang) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

const dateAndTime = (lang, more) =>
  new Intl.DateTimeFormat(locale(lang), {
    year: 'numeric',
    month: lang === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...more,
  });

export const formatTime = (time, lang) => dateAndTime(lang).format(new Date(time));

export const formatClock = (time, lang) =>
  dateAndTime(lang, { weekday: 'short', second: '2-digit' }).format(new Date(time));

/** The clock may be moved by days, so that the hour alone does not tell which came first. */
export const formatDayAndSeconds = (time, lang) =>
  dateAndTime(lang, { year: undefined, second: '2-digit' }).format(new Date(time));

/** Indents JSON and leaves each token as it was: reading it would round Feishu's long ids. Other text stays. */
export function indentJson(text) {
  if (!isJson(text)) {
    return text ?? '';
  }
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  return tokens
    .map((token, at) => {
      if (token === '{' || token === '[') {
        depth += 1;
        return isClosing(tokens[at + 1]) ? token : `${token}${line(depth)}`;
      }
      if (isClosing(token)) {
        depth -= 1;
        return /[{[]/.test(tokens[at - 1][0]) ? token : `${line(depth)}${token}`;
      }
      if (token === ',') {
        return `,${line(depth)}`;
      }
      return token === ':' ? ': ' : token;
    })
    .join('');
}

const isClosing = (token) => token === '}' || token === ']';
const line = (depth) => `\n${'  '.repeat(depth)}`;

function isJson(text) {
  try {
    return JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

/** Whether a text is a JSON object, as the variables of a process are. */
export function isJsonObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
