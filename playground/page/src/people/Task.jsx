import { useEffect, useRef, useState } from 'preact/hooks';
import { completeTask, task as fetchTask } from '../api.js';
import { now } from '../clock.js';
import { formatAge } from '../format.js';
import { shownName } from '../names.js';
import { ProblemText, useAction } from '../parts/Action.jsx';
import { tasks } from '../state.js';
import { lang, t } from '../texts/texts.js';
import { Variables } from '../diagram/Variables.jsx';
import { drafts } from './drafts.js';
import { Filling } from './Filling.jsx';

/** One open task with its form. What a person has typed stays until the task is completed. */
export function Task({ task, onDone }) {
  const [content, setContent] = useState(null);
  const loading = useAction();
  const completing = useAction();
  const heading = useRef(null);
  const gone = !tasks.value.some(({ key }) => key === task.key);
  useEffect(() => {
    heading.current.focus();
    loading.run(async () => setContent(await fetchTask(task.key)));
  }, []);
  const complete = (variables) =>
    completing.run(async () => {
      await completeTask(task.key, variables);
      drafts.clear(task.key);
      onDone();
    });
  const elsewhere = gone && !completing.busy;
  return (
    <article class="filling" aria-labelledby="task-title">
      <h3 id="task-title" tabIndex={-1} ref={heading}>
        {shownName(task.name) || task.element}
      </h3>
      <p class="quiet">
        {task.groups.join(t('list.separator')) || t('tasks.noGroup')} · <TaskAge since={task.createdAt} />
      </p>
      {elsewhere && (
        <p class="notice" role="alert" ref={showNotice}>
          {t('task.gone')}
        </p>
      )}
      <ProblemText problem={loading.problem} />
      {content && (
        <Filling
          draft={task.key}
          schema={content.form}
          variables={content.form ? content.variables : {}}
          submitText={t('task.complete')}
          busy={completing.busy}
          closed={elsewhere}
          onSubmit={complete}
        />
      )}
      <ProblemText problem={completing.problem} />
      {content && content.form === null && <Variables variables={content.variables} title={t('task.variables')} />}
    </article>
  );
}

/** A person who has read on to the end of the form would not see it. */
const showNotice = (notice) => notice?.scrollIntoView({ block: 'nearest' });

const TaskAge = ({ since }) => (
  <span>{now.value === null ? '' : t('tasks.age', { age: formatAge(now.value - Date.parse(since), lang.value) })}</span>
);
