import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api.js';
import { canAct } from '../state.js';
import { inLanguage } from '../texts/texts.js';

/** Runs a call: `busy` while it is under way, `problem` when it failed. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const mounted = useRef(true);
  useEffect(() => () => (mounted.current = false), []);
  const run = async (action) => {
    setBusy(true);
    setProblem(null);
    try {
      return await action();
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      mounted.current && setProblem(failure.text);
      return undefined;
    } finally {
      mounted.current && setBusy(false);
    }
  };
  return { run, busy, problem };
}

/** What went wrong, where the person looks. */
export const ProblemText = ({ problem }) =>
  problem && (
    <p class="problem" role="alert">
      {inLanguage(problem)}
    </p>
  );

/** A button that calls the server, and says beside itself when that failed. */
export function ActionButton({ action, disabled = false, kind = '', label, children }) {
  const { run, busy, problem } = useAction();
  return (
    <>
      <button
        type="button"
        class={kind}
        aria-label={label}
        aria-busy={busy}
        disabled={disabled || busy || !canAct.value}
        onClick={() => run(action)}
      >
        {children}
      </button>
      <ProblemText problem={problem} />
    </>
  );
}
