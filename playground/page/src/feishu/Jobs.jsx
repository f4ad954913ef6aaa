import { useId } from 'preact/hooks';
import { setAdvertisement } from '../api.js';
import { ProblemText, useAction } from '../parts/Action.jsx';
import { Capped } from '../parts/Capped.jsx';
import { canAct } from '../state.js';
import { t } from '../texts/texts.js';
import { People } from './People.jsx';

const STATES = {
  open: 'advertisement.open',
  closed: 'advertisement.closed',
  'not-compliant': 'advertisement.notCompliant',
};

export const Jobs = ({ feishu }) => (
  <>
    {feishu.people?.length > 0 && <People people={feishu.people} />}
    {feishu.jobs.length === 0 ? (
      <p class="quiet">{t('jobs.none')}</p>
    ) : (
      <Capped items={feishu.jobs} size={50} more={feishu.moreJobs ?? 0} class="plain rows">
        {(job) => <JobRow key={job.id} job={job} />}
      </Capped>
    )}
  </>
);

const JobRow = ({ job }) => (
  <li>
    <div class="row-title">
      <strong>{job.title}</strong>{' '}
      <span class={`state ${job.open ? 'good' : 'bad'}`}>{t(job.open ? 'jobs.open' : 'jobs.closed')}</span>
    </div>
    <p class="quiet">
      {job.code} · {t('jobs.id')} {job.id}
    </p>
    {job.advertisements.map((advertisement) => (
      <Advertisement key={advertisement.id} advertisement={advertisement} job={job} />
    ))}
  </li>
);

function Advertisement({ advertisement, job }) {
  const id = useId();
  const { run, busy, problem } = useAction();
  const state = stateOf(advertisement, job);
  const change = (event) => {
    const wanted = event.currentTarget.value;
    event.currentTarget.value = state;
    run(() => setAdvertisement(advertisement.id, wanted));
  };
  return (
    <div class="advertisement">
      <label for={id}>{t('advertisement.title', { id: advertisement.id })}</label>
      <select id={id} value={state} disabled={busy || !canAct.value} onChange={change}>
        {Object.entries(STATES).map(([key, text]) => (
          <option key={key} value={key}>
            {t(text)}
          </option>
        ))}
      </select>
      <ProblemText problem={problem} />
    </div>
  );
}

function stateOf({ compliant }, { open }) {
  if (!compliant) {
    return 'not-compliant';
  }
  return open ? 'open' : 'closed';
}
