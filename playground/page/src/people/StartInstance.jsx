import { useEffect, useRef, useState } from 'preact/hooks';
import { startForm, startInstance } from '../api.js';
import { shownName } from '../names.js';
import { ProblemText, useAction } from '../parts/Action.jsx';
import { SelectField } from '../parts/SelectField.jsx';
import { processId, selectInstance } from '../selection.js';
import { processes } from '../state.js';
import { t } from '../texts/texts.js';
import { drafts } from './drafts.js';
import { Filling } from './Filling.jsx';

/** Starts an instance by the start form of its process, or with variables where there is none. */
export function StartInstance({ onDone }) {
  const [id, setId] = useState(processId.value);
  const heading = useRef(null);
  useEffect(() => heading.current.focus(), []);
  const process = processes.value.find((one) => one.id === id);
  return (
    <article class="filling" aria-labelledby="start-title">
      <h3 id="start-title" tabIndex={-1} ref={heading}>
        {t('start.title')}
      </h3>
      <SelectField label={t('start.process')} value={id} onChange={setId}>
        {processes.value.map((one) => (
          <option key={one.id} value={one.id}>
            {one.own ? t('choice.own', { name: one.name }) : shownName(one.name)}
          </option>
        ))}
      </SelectField>
      {process && <Start key={id} process={process} onDone={onDone} />}
    </article>
  );
}

function Start({ process, onDone }) {
  const [content, setContent] = useState(process.startForm ? null : { form: null, text: process.variables });
  const loading = useAction();
  const starting = useAction();
  useEffect(() => {
    if (process.startForm) {
      loading.run(async () => setContent(await startForm(process.id)));
    }
  }, []);
  const start = (variables) =>
    starting.run(async () => {
      const { key } = await startInstance(process.id, variables);
      drafts.clear(process.id);
      selectInstance(key, process.id);
      onDone();
    });
  return (
    <>
      <ProblemText problem={loading.problem} />
      {content && !content.form && !process.own && <p class="quiet">{t('start.jsonHint')}</p>}
      {content && (
        <Filling
          draft={process.id}
          schema={content.form}
          variables={content.variables}
          text={content.text}
          submitText={t('start.now')}
          busy={starting.busy}
          onSubmit={start}
        />
      )}
      <ProblemText problem={starting.problem} />
    </>
  );
}
