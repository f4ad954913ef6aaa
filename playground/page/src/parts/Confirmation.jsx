import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../texts/texts.js';

const question = signal(null);

/** Asks before something that cannot be undone. */
export const confirmed = (text, yes) =>
  new Promise((resolve) => {
    question.value = { text, yes, resolve };
  });

export function Confirmation() {
  const asked = question.value;
  const dialog = useRef(null);
  useEffect(() => {
    if (asked) {
      dialog.current.showModal();
    }
  }, [asked]);
  if (!asked) {
    return null;
  }
  const answer = (value) => {
    dialog.current.close();
    question.value = null;
    asked.resolve(value);
  };
  return (
    <dialog ref={dialog} aria-labelledby="question" onCancel={() => answer(false)}>
      <p id="question">{asked.text}</p>
      <div class="buttons">
        <button type="button" onClick={() => answer(false)}>
          {t('confirm.no')}
        </button>
        <button type="button" class="danger" onClick={() => answer(true)}>
          {asked.yes}
        </button>
      </div>
    </dialog>
  );
}
