import { useId } from 'preact/hooks';
import { isJsonObject } from '../format.js';
import { t } from '../texts/texts.js';

/** A JSON object of variables; an empty field stands for none. */
export function JsonField({ label, placeholder, value, onInput, rows = 4 }) {
  const id = useId();
  const wrong = !isVariables(value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="code"
        rows={rows}
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-problem` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {wrong && (
        <p class="problem" id={`${id}-problem`}>
          {t('json.wrong')}
        </p>
      )}
    </div>
  );
}

export const isVariables = (text) => text.trim() === '' || isJsonObject(text);
export const toVariables = (text) => (text.trim() === '' ? {} : text);
