import { useId } from 'preact/hooks';
import { canAct } from '../state.js';
import { t } from '../texts/texts.js';
import { ProblemText, useAction } from './Action.jsx';

/** A switch that shows what the server says, not what was clicked. */
export function Switch({ label, hint, on, change, onText = t('switch.on'), offText = t('switch.off') }) {
  const id = useId();
  const { run, busy, problem } = useAction();
  return (
    <div class="switch-row">
      <button
        type="button"
        id={id}
        role="switch"
        class="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        disabled={busy || !canAct.value}
        onClick={() => run(() => change(!on))}
      >
        <span class="knob" aria-hidden="true" />
        <span aria-hidden="true">{on ? onText : offText}</span>
      </button>
      <div>
        <label id={`${id}-label`} for={id}>
          {label}
        </label>
        {hint && (
          <p class="quiet" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <ProblemText problem={problem} />
      </div>
    </div>
  );
}
