import { moveTime, moveToNextTimer } from './api.js';
import { now } from './clock.js';
import { formatClock, formatTime } from './format.js';
import { shownName } from './names.js';
import { ActionButton } from './parts/Action.jsx';
import { time } from './state.js';
import { chooseLanguage, lang, t } from './texts/texts.js';

export function TopBar() {
  return (
    <header class="top-bar">
      <h1>{t('page.title')}</h1>
      <Time />
      <Language />
    </header>
  );
}

function Time() {
  const next = time.value?.next;
  const pending = Boolean(time.value?.pending);
  return (
    <div class="time" role="group" aria-label={t('time.title')}>
      <EngineClock />
      <ActionButton action={() => moveTime('PT1H')} disabled={pending}>
        {t('time.hour')}
      </ActionButton>
      <ActionButton action={() => moveTime('P1D')} disabled={pending}>
        {t('time.day')}
      </ActionButton>
      <ActionButton action={moveToNextTimer} disabled={pending || !next}>
        {t('time.nextTimer')}
      </ActionButton>
      <span class="next-timer" title={next && nextTimer(next)}>
        {next ? nextTimer(next) : t('time.noTimer')}
      </span>
    </div>
  );
}

const nextTimer = ({ name, element, due }) =>
  t('time.next', { name: shownName(name) || element, due: formatTime(due, lang.value) });

function EngineClock() {
  return (
    <span class="clock">
      {t('time.now')} <time>{now.value === null ? '–' : formatClock(now.value, lang.value)}</time>
    </span>
  );
}

function Language() {
  return (
    <div class="choice" role="group" aria-label="Language / 语言">
      {[
        ['en', 'English', 'en'],
        ['zh', '中文', 'zh-CN'],
      ].map(([code, name, tag]) => (
        <button
          key={code}
          type="button"
          lang={tag}
          aria-pressed={lang.value === code}
          onClick={() => chooseLanguage(code)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
