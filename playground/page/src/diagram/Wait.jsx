import { useState } from 'preact/hooks';
import { broadcastSignal, publishMessage } from '../api.js';
import { formatTime } from '../format.js';
import { ActionButton } from '../parts/Action.jsx';
import { isVariables, JsonField, toVariables } from '../parts/JsonField.jsx';
import { TextField } from '../parts/TextField.jsx';
import { lang, t } from '../texts/texts.js';
import { nameOf } from './elements.js';

/** What an instance waits for: a timer, a message or a signal. */
export function Wait({ wait }) {
  if (wait.kind === 'timer') {
    return <li>{t('wait.timer', { name: nameOf(wait.element), due: formatTime(wait.due, lang.value) })}</li>;
  }
  return (
    <li class="card">
      <details>
        <summary>
          {t(wait.kind === 'message' ? 'wait.message' : 'wait.signal', {
            element: nameOf(wait.element),
            name: wait.name,
          })}
        </summary>
        {wait.kind === 'message' ? <MessageForm wait={wait} /> : <SignalForm wait={wait} />}
      </details>
    </li>
  );
}

function MessageForm({ wait }) {
  const [name, setName] = useState(wait.name);
  const [correlationKey, setCorrelationKey] = useState(wait.correlationKey ?? '');
  const [variables, setVariables] = useState('{}');
  return (
    <>
      <div class="fields">
        <TextField label={t('wait.messageName')} value={name} onInput={setName} />
        <TextField label={t('wait.correlationKey')} value={correlationKey} onInput={setCorrelationKey} />
      </div>
      <JsonField label={t('json.variables')} value={variables} onInput={setVariables} rows={2} />
      <ActionButton
        kind="primary"
        disabled={name === '' || !isVariables(variables)}
        action={() => publishMessage(name, correlationKey, toVariables(variables))}
      >
        {t('wait.sendMessage')}
      </ActionButton>
    </>
  );
}

function SignalForm({ wait }) {
  const [name, setName] = useState(wait.name);
  const [variables, setVariables] = useState('{}');
  return (
    <>
      <TextField label={t('wait.signalName')} value={name} onInput={setName} />
      <JsonField label={t('json.variables')} value={variables} onInput={setVariables} rows={2} />
      <ActionButton
        kind="primary"
        disabled={name === '' || !isVariables(variables)}
        action={() => broadcastSignal(name, toVariables(variables))}
      >
        {t('wait.sendSignal')}
      </ActionButton>
    </>
  );
}
