import { resolveIncident } from '../api.js';
import { ActionButton } from '../parts/Action.jsx';
import { t } from '../texts/texts.js';
import { nameOf } from './elements.js';

export const Incident = ({ incident: { key, element, type, message } }) => (
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
    <ActionButton action={() => resolveIncident(key)} label={t('incident.retryLabel', { name: nameOf(element) })}>
      {t('incident.retry')}
    </ActionButton>
  </li>
);
