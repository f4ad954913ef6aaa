import { useState } from 'preact/hooks';
import { succeeded } from '../events.js';
import { formatClock, formatDayAndSeconds, indentJson } from '../format.js';
import { Capped } from '../parts/Capped.jsx';
import { journal } from '../state.js';
import { lang, t } from '../texts/texts.js';
import { CALLS } from './calls.js';

/** The journal: what the connector asked Feishu, newest first. */
export function Requests() {
  return journal.value.length === 0 ? (
    <p class="quiet">{t('requests.none')}</p>
  ) : (
    <Capped items={journal.value} size={50} class="plain requests">
      {(entry) => <Entry key={entry.number} entry={entry} />}
    </Capped>
  );
}

const nameOf = (call) => (call in CALLS ? t(CALLS[call]) : call);

function Entry({ entry }) {
  const [open, setOpen] = useState(false);
  return (
    <li class={succeeded(entry) ? '' : 'failed'}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="request-time">{formatDayAndSeconds(entry.at, lang.value)}</span>
          <strong>{nameOf(entry.call)}</strong>
          <span class={`state ${succeeded(entry) ? 'good' : 'bad'}`}>{outcome(entry)}</span>
        </summary>
        {open && <Content entry={entry} />}
      </details>
    </li>
  );
}

function outcome(entry) {
  if (succeeded(entry)) {
    return t('requests.ok');
  }
  if (entry.status === 0) {
    return t('requests.noAnswer');
  }
  return entry.code === null
    ? t('requests.failedHttp', { status: entry.status })
    : t('requests.failed', { code: entry.code });
}

const Content = ({ entry: { number, at, call, method, path, status, code, logId, request, reply } }) => (
  <dl class="exchange">
    <dt>{t('requests.call')}</dt>
    <dd>
      <code>{call}</code>
    </dd>
    <dt>{t('requests.number', { number })}</dt>
    <dd>
      <code>
        {method} {path}
      </code>
    </dd>
    <dt>{t('requests.at')}</dt>
    <dd>{formatClock(at, lang.value)}</dd>
    <dt>{t('requests.answer')}</dt>
    <dd>
      {status === 0 ? t('requests.noAnswer') : `HTTP ${status}`}
      {code !== null && `, ${t('error.code')} ${code}`}
      {logId && `, ${t('error.logId')} ${logId}`}
    </dd>
    <dt>{t('requests.request')}</dt>
    <dd>{request ? <pre tabIndex={0}>{indentJson(request)}</pre> : t('requests.empty')}</dd>
    <dt>{t('requests.reply')}</dt>
    <dd>{reply ? <pre tabIndex={0}>{indentJson(reply)}</pre> : t('requests.empty')}</dd>
  </dl>
);
