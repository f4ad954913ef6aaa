import { useRef, useState } from 'preact/hooks';
import { isVariables, JsonField, toVariables } from '../parts/JsonField.jsx';
import { canAct } from '../state.js';
import { t } from '../texts/texts.js';
import { indentJson } from '../format.js';
import { drafts } from './drafts.js';
import { FormViewer } from './FormViewer.jsx';

/** A Camunda form, or a field for JSON where there is none, with the button that sends it. */
export function Filling({ draft, schema, variables, text: given, submitText, busy, closed = false, onSubmit }) {
  const form = useRef(null);
  const [text, setText] = useState(() => drafts.of(draft) ?? indentJson(given ?? JSON.stringify(variables)));
  const type = (typed) => {
    setText(typed);
    drafts.keep(draft, typed);
  };
  const submit = () => (schema ? form.current.submit() : onSubmit(toVariables(text)));
  return (
    <>
      {schema ? (
        <FormViewer
          form={form}
          draft={draft}
          schema={schema}
          variables={variables}
          closed={closed}
          onSubmit={onSubmit}
        />
      ) : (
        <JsonField label={t('json.variables')} value={text} onInput={type} rows={6} />
      )}
      {!closed && (
        <button
          type="button"
          class="primary submit"
          aria-busy={busy}
          disabled={busy || !canAct.value || (!schema && !isVariables(text))}
          onClick={submit}
        >
          {submitText}
        </button>
      )}
    </>
  );
}
