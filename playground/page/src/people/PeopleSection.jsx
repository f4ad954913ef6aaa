import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { instanceKey, selectInstance } from '../selection.js';
import { canAct } from '../state.js';
import { t } from '../texts/texts.js';
import { StartInstance } from './StartInstance.jsx';
import { Task } from './Task.jsx';
import { TaskList } from './TaskList.jsx';

/** What is open in place of the list: null, `{start: true}` or `{task}`. */
const opened = signal(null);

/** Lists and calendars of form-js. */
const POP_UPS = '.fjs-dropdownlist, .flatpickr-calendar.open';

export function PeopleSection() {
  const { value } = opened;
  const section = useRef(null);
  const opener = useRef(null);
  /** Escape first closes what a field of the form has opened, and the field hears of the key before the section. */
  const popUp = useRef(false);
  useEffect(() => {
    if (value === null && opener.current) {
      const again = section.current.querySelector(`[data-opener="${CSS.escape(opener.current)}"]`);
      (again ?? section.current.querySelector('h2')).focus();
      opener.current = null;
    }
  }, [value]);
  const open = (what, name) => {
    opener.current = name;
    opened.value = what;
  };
  /** The diagram shows where the task stands. */
  const openTask = (task) => {
    if (task.instance !== instanceKey.value) {
      selectInstance(task.instance, task.process);
    }
    open({ task }, task.key);
  };
  const close = () => (opened.value = null);
  return (
    <section
      class={`panel people ${value ? 'grown' : ''}`}
      aria-labelledby="people-title"
      ref={section}
      onKeyDownCapture={() => (popUp.current = document.querySelector(POP_UPS) !== null)}
      onKeyDown={(event) => value && !popUp.current && isEscape(event) && close()}
    >
      <div class="panel-head">
        <h2 id="people-title" tabIndex={-1}>
          {t('people.title')}
        </h2>
        {value ? (
          <button type="button" class="at-end" onClick={close}>
            {t('people.close')}
          </button>
        ) : (
          <button
            type="button"
            class="primary at-end"
            data-opener="start"
            disabled={!canAct.value}
            onClick={() => open({ start: true }, 'start')}
          >
            {t('start.title')}
          </button>
        )}
      </div>
      <div class="panel-body">
        {value === null && <TaskList onOpen={openTask} />}
        {value?.start && <StartInstance onDone={close} />}
        {value?.task && <Task key={value.task.key} task={value.task} onDone={close} />}
      </div>
    </section>
  );
}

const isEscape = ({ key, defaultPrevented, isComposing }) => key === 'Escape' && !defaultPrevented && !isComposing;
