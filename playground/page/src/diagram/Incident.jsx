import { useState } from 'preact/hooks';
import { resolveIncident } from '../api.js';
import { formatClock } from '../format.js';
import { ActionButton } from '../parts/Action.jsx';
import { isVariables, JsonField, toVariables } from '../parts/JsonField.jsx';
import { lang, t } from '../texts/texts.js';
import { nameOf } from './elements.js';

/** What the engine's names for kinds of incidents mean; its own messages are in English. */
const KINDS = {
  UNHANDLED_ERROR_EVENT: 'incident.uncaught',
  JOB_NO_RETRIES: 'incident.noRetries',
  EXTRACT_VALUE_ERROR: 'incident.expression',
  IO_MAPPING_ERROR: 'incident.expression',
  CONDITION_ERROR: 'incident.expression',
};
const EXAMPLE = '{"advertisementId": "7004000000000000001"}';

export function Incident({ incident: { key, element, type, message, createdAt } }) {
  const [variables, setVariables] = useState('');
  return (
    <li class="card incident-card">
      <h3>
        <span class="badge-incident inline-badge" aria-hidden="true">
          !
        </span>{' '}
        {t('incident.title', { name: nameOf(element) })}
      </h3>
      {type in KINDS && <p>{t(KINDS[type])}</p>}
      <p class="message">{message}</p>
      <p class="quiet">
        {formatClock(Date.parse(createdAt), lang.value)} · <code>{type}</code>
      </p>
      <details>
        <summary>{t('incident.variables')}</summary>
        <p class="quiet">{t('incident.variablesHint')}</p>
        <JsonField label={t('json.variables')} placeholder={EXAMPLE} value={variables} onInput={setVariables} />
      </details>
      <ActionButton
        disabled={!isVariables(variables)}
        action={() => resolveIncident(key, toVariables(variables))}
        label={t('incident.retryLabel', { name: nameOf(element) })}
      >
        {t('incident.retry')}
      </ActionButton>
    </li>
  );
}
