import { cancelInstance } from '../api.js';
import { formatTime } from '../format.js';
import { processName, shownName } from '../names.js';
import { ActionButton } from '../parts/Action.jsx';
import { confirmed } from '../parts/Confirmation.jsx';
import { SelectField } from '../parts/SelectField.jsx';
import { instanceKey, processId, selectInstance, selectProcess } from '../selection.js';
import { instances, processes } from '../state.js';
import { lang, t } from '../texts/texts.js';

const OFFERED = 100;
export const STATES = { ACTIVE: 'state.active', COMPLETED: 'state.completed', TERMINATED: 'state.terminated' };

/** Which process, and which of its instances, the diagram shows. */
export function Choice() {
  const process = processId.value ?? '';
  const of = instances.value.filter((one) => one.process === process);
  const offered = of.slice(0, OFFERED);
  const selected = of.find(({ key }) => key === instanceKey.value);
  if (selected && !offered.includes(selected)) {
    offered.push(selected);
  }
  const left = of.length - offered.length;
  return (
    <>
      <SelectField label={t('choice.process')} value={process} title={processName(process)} onChange={selectProcess}>
        {processes.value.map(({ id, name, own }) => (
          <option key={id} value={id}>
            {own ? t('choice.own', { name }) : shownName(name)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('choice.instance')}
        value={selected?.key ?? ''}
        title={selected && describe(selected)}
        onChange={(key) => selectInstance(key || null, process)}
      >
        <option value="">{t(of.length === 0 ? 'choice.noInstance' : 'choice.noneChosen')}</option>
        {offered.map((one) => (
          <option key={one.key} value={one.key}>
            {describe(one)}
          </option>
        ))}
        {left > 0 && <option disabled>{t('list.more', { n: left })}</option>}
      </SelectField>
      {selected?.state === 'ACTIVE' && (
        <ActionButton kind="quiet-button" action={() => cancel(selected.key)}>
          {t('choice.cancel')}
        </ActionButton>
      )}
    </>
  );
}

function describe({ key, state, startedAt, tasks, incidents, jobs }) {
  const facts = [t(STATES[state]), formatTime(startedAt, lang.value)];
  const counts = { 'choice.tasks': tasks, 'choice.incidents': incidents, 'choice.jobs': jobs };
  if (state === 'ACTIVE') {
    for (const [text, n] of Object.entries(counts)) {
      n > 0 && facts.push(t(text, { n }));
    }
  }
  return `…${key.slice(-5)} · ${facts.join(' · ')}`;
}

async function cancel(key) {
  if (await confirmed(t('choice.cancelQuestion'), t('choice.cancelYes'))) {
    await cancelInstance(key);
  }
}
