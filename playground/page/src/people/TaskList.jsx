import { signal } from '@preact/signals';
import { now } from '../clock.js';
import { formatAge } from '../format.js';
import { processName, shownName } from '../names.js';
import { Capped } from '../parts/Capped.jsx';
import { instanceKey } from '../selection.js';
import { canAct, tasks } from '../state.js';
import { lang, t } from '../texts/texts.js';

const onlySelected = signal(false);

/** The open user tasks, oldest first. */
export function TaskList({ onOpen }) {
  const shown = onlySelected.value ? tasks.value.filter(({ instance }) => instance === instanceKey.value) : tasks.value;
  return (
    <>
      <Filter shown={shown.length} />
      {shown.length === 0 ? (
        <p class="quiet empty">{t(tasks.value.length === 0 ? 'tasks.none' : 'tasks.noneHere')}</p>
      ) : (
        <Capped items={shown} size={50} class="plain tasks">
          {(task) => <TaskRow key={task.key} task={task} onOpen={onOpen} />}
        </Capped>
      )}
    </>
  );
}

const Filter = ({ shown }) => (
  <fieldset class="filter">
    <legend>{t('tasks.title', { n: shown })}</legend>
    {[
      [false, 'tasks.all'],
      [true, 'tasks.ofInstance'],
    ].map(([only, text]) => (
      <label key={text}>
        <input
          type="radio"
          name="task-filter"
          checked={onlySelected.value === only}
          onChange={() => (onlySelected.value = only)}
        />
        {t(text)}
      </label>
    ))}
  </fieldset>
);

const TaskRow = ({ task, onOpen }) => (
  <li class={task.instance === instanceKey.value ? 'of-selected' : ''}>
    <button type="button" data-opener={task.key} disabled={!canAct.value} onClick={() => onOpen(task)}>
      <span class="task-name">{shownName(task.name) || task.element}</span>
      <span class="task-facts">
        <span class="group">{task.groups.join(t('list.separator')) || t('tasks.noGroup')}</span>
        <span class="process-name">{processName(task.process)}</span>
        <span>…{task.instance.slice(-5)}</span>
        <Age since={task.createdAt} />
      </span>
    </button>
  </li>
);

const Age = ({ since }) => (
  <span class="age">
    {now.value === null ? '' : t('tasks.age', { age: formatAge(now.value - Date.parse(since), lang.value) })}
  </span>
);
