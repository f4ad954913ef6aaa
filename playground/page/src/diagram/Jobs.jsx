import { useState } from 'preact/hooks';
import { completeJob, failJob, throwError } from '../api.js';
import { isVariables, JsonField, toVariables } from '../parts/JsonField.jsx';
import { Capped } from '../parts/Capped.jsx';
import { ActionButton } from '../parts/Action.jsx';
import { TextField } from '../parts/TextField.jsx';
import { t } from '../texts/texts.js';
import { countJobs } from './countJobs.js';
import { nameOf } from './elements.js';

const STATES = {
  working: 'job.working',
  'backing-off': 'job.backingOff',
  'no-retries': 'job.noRetries',
};

/** The engine's jobs: one by one where a person has to work them, else how many are in which state. */
export function Jobs({ jobs }) {
  const counts = countJobs(jobs);
  return (
    <>
      <Capped items={jobs.filter(({ state }) => state === 'unserved')} size={10}>
        {(job) => <UnservedJob key={job.key} job={job} />}
      </Capped>
      {counts.map(({ state, retries, n }) => (
        <p key={`${state} ${retries}`}>{t(STATES[state], { n, retries })}</p>
      ))}
    </>
  );
}

const UnservedJob = ({ job }) => (
  <li class="card unserved-card">
    <h3>
      {t('job.title', { name: nameOf(job.element) })} <code class="quiet">{job.type}</code>
    </h3>
    <p>{t('job.unserved')}</p>
    <div class="by-hand">
      <Complete job={job} />
      <ThrowError job={job} />
      <Fail job={job} />
    </div>
  </li>
);

function Complete({ job }) {
  const [variables, setVariables] = useState('{}');
  return (
    <details>
      <summary>{t('job.complete')}</summary>
      <JsonField label={t('json.variables')} value={variables} onInput={setVariables} />
      <ActionButton
        kind="primary"
        disabled={!isVariables(variables)}
        action={() => completeJob(job.key, toVariables(variables))}
      >
        {t('job.completeNow')}
      </ActionButton>
    </details>
  );
}

function ThrowError({ job }) {
  const [code, setCode] = useState('');
  const [message, setMessage] = useState('');
  const [variables, setVariables] = useState('{}');
  return (
    <details>
      <summary>{t('job.throw')}</summary>
      <TextField label={t('job.errorCode')} value={code} onInput={setCode} class="code" />
      <TextField label={t('job.message')} value={message} onInput={setMessage} />
      <JsonField label={t('json.variables')} value={variables} onInput={setVariables} rows={2} />
      <ActionButton
        kind="primary"
        disabled={code.trim() === '' || !isVariables(variables)}
        action={() => throwError(job.key, code.trim(), message, toVariables(variables))}
      >
        {t('job.throwNow')}
      </ActionButton>
    </details>
  );
}

function Fail({ job }) {
  const [message, setMessage] = useState('');
  return (
    <details>
      <summary>{t('job.fail')}</summary>
      <p class="quiet">{t('job.failHint')}</p>
      <TextField label={t('job.reason')} value={message} onInput={setMessage} />
      <ActionButton kind="primary" action={() => failJob(job.key, message)}>
        {t('job.failNow')}
      </ActionButton>
    </details>
  );
}
