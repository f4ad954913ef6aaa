import { elementId, selectInstance, selected } from '../selection.js';
import { processName } from '../names.js';
import { instances } from '../state.js';
import { formatTime } from '../format.js';
import { lang, t } from '../texts/texts.js';
import { Capped } from '../parts/Capped.jsx';
import { STATES } from './Choice.jsx';
import { SelectField } from '../parts/SelectField.jsx';
import { nameOf } from './elements.js';
import { FeishuError, LastFeishuError } from './FeishuError.jsx';
import { Incident } from './Incident.jsx';
import { Jobs } from './Jobs.jsx';
import { reached } from './marks.js';
import { Variables } from './Variables.jsx';
import { Wait } from './Wait.jsx';

/** The event that caught such an error explains it, in both languages. */
const OF_FEISHU = 'FEISHU_';

const REACHED = { active: 'reached.active', completed: 'reached.completed', terminated: 'reached.terminated' };

/** The chosen element, or the instance as a whole. */
export function Details() {
  const instance = selected.value;
  const id = elementId.value;
  return (
    <div class="details" role="region" aria-label={t('details.title')}>
      <div class="details-head">
        <ElementChoice instance={instance} id={id} />
        {instance &&
          (id === null ? <InstanceState instance={instance} /> : <ElementState instance={instance} id={id} />)}
      </div>
      <div class="details-body" tabIndex={0} role="group" aria-label={t('details.content')}>
        {instance === null ? <p class="quiet">{t('details.noInstance')}</p> : <Content instance={instance} id={id} />}
      </div>
    </div>
  );
}

function ElementChoice({ instance, id }) {
  const offered = reached(instance);
  if (id !== null && !offered.some((one) => one.id === id)) {
    offered.push({ id, state: null });
  }
  return (
    <SelectField label={t('details.of')} value={id ?? ''} onChange={(chosen) => (elementId.value = chosen || null)}>
      <option value="">{t('details.instance')}</option>
      {offered.map((one) => (
        <option key={one.id} value={one.id}>
          {nameOf(one.id)} · {t(one.state === null ? 'reached.not' : REACHED[one.state])}
        </option>
      ))}
    </SelectField>
  );
}

const InstanceState = ({ instance }) => (
  <span class="facts">
    <b>{t(STATES[instance.state])}</b> · {t('details.started', { time: formatTime(instance.startedAt, lang.value) })} ·{' '}
    {t('details.key')} <code>{instance.key}</code>
  </span>
);

function ElementState({ instance, id }) {
  const facts = Object.keys(REACHED)
    .filter((state) => instance[state][id] > 0)
    .map((state) => `${t(REACHED[state])} ×${instance[state][id]}`);
  const passed = instance.flows[id];
  if (passed > 0) {
    facts.push(t('badge.passed', { n: passed }));
  }
  return (
    <span class="facts">
      <b>{facts.length > 0 ? facts.join(' · ') : t('reached.not')}</b> · <code>{id}</code>
    </span>
  );
}

/** One element's part of an instance, or all of it. */
function Content({ instance, id }) {
  const here = (list) => (id === null ? list : list.filter(({ element }) => element === id));
  const variables = id === null ? instance.variables : (instance.local[id] ?? {});
  const errors = here(instance.errors);
  const ErrorOfFeishu = id === null ? LastFeishuError : FeishuError;
  return (
    <>
      <Capped items={here(instance.incidents).filter(({ resolved }) => !resolved)} size={10}>
        {(incident) => <Incident key={incident.key} incident={incident} />}
      </Capped>
      <Jobs jobs={here(instance.jobs)} />
      <Capped items={here(instance.waits)} size={10}>
        {(wait, at) => <Wait key={`${at} ${JSON.stringify(wait)}`} wait={wait} />}
      </Capped>
      {variables.feishuError?.name && <ErrorOfFeishu error={variables.feishuError} />}
      {errors.length > 0 && <Errors errors={errors} />}
      {id === null && instance.called.length > 0 && <Called keys={instance.called} />}
      <Variables variables={variables} title={t(id === null ? 'variables.instance' : 'variables.local')} />
    </>
  );
}

const Errors = ({ errors }) => (
  <div class="block">
    <h3>{t('errors.title')}</h3>
    <Capped items={errors} size={10}>
      {({ element, code, message }, at) => (
        <li key={at}>
          {nameOf(element)}: <code>{code}</code> {code.startsWith(OF_FEISHU) ? '' : message}
        </li>
      )}
    </Capped>
  </div>
);

const Called = ({ keys }) => (
  <div class="block">
    <h3>{t('called.title')}</h3>
    <Capped items={keys} size={20}>
      {(key) => (
        <li key={key}>
          <button type="button" class="link" onClick={() => selectInstance(key)}>
            {t('called.show', { name: processOf(key), key })}
          </button>
        </li>
      )}
    </Capped>
  </div>
);

function processOf(key) {
  const id = instances.value.find((one) => one.key === key)?.process;
  return processName(id) ?? '';
}
