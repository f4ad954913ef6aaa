import { useState } from 'preact/hooks';
import { resolveIncident } from '../api.js';
import { ActionButton } from '../parts/Action.jsx';
import { isVariables, JsonField, toVariables } from '../parts/JsonField.jsx';
import { t } from '../texts/texts.js';
import { nameOf } from './elements.js';

export function Incident({ incident: { key, element, type, message } }) {
  const [variables, setVariables] = useState('');
  return (
    <li class="card incident-card">
      <h3>
        <span class="badge-incident inline-badge" aria-hidden="true">
          !
        </span>{' '}
        {t('incident.title', { name: nameOf(element) })}
      </h3>
      <p class="message">{message}</p>
      <p class="quiet">
        <code>{type}</code>
      </p>
      <details>
        <summary>{t('incident.variables')}</summary>
        <p class="quiet">{t('incident.variablesHint')}</p>
        <JsonField label={t('json.variables')} value={variables} onInput={setVariables} />
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
