import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemText } from '../parts/Action.jsx';
import { both, lang } from '../texts/texts.js';
import { drafts } from './drafts.js';
import { entered } from './draftStore.js';
import { FieldErrorsModule } from './fieldErrors.js';

/** A link in a form must not take the place of the playground. */
function openApart({ target }) {
  const link = target.closest('a[href]');
  if (link) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}

/** bpmn.io's form viewer. It is made once for a task, so that live updates leave alone what a person types. */
export function FormViewer({ form, draft, schema, variables, closed, onSubmit }) {
  const container = useRef(null);
  const [problem, setProblem] = useState(null);
  const submit = useRef(onSubmit);
  submit.current = onSubmit;
  useEffect(() => {
    // Without a delay: what is typed would be lost if the viewer drew the field anew meanwhile.
    const created = new Form({ container: container.current, debounce: false, additionalModules: [FieldErrorsModule] });
    form.current = created;
    created.on('submit', ({ data, errors }) => {
      if (Object.keys(errors).length === 0) {
        setProblem(null);
        submit.current(data);
      } else {
        setProblem(both('problem.fields'));
        requestAnimationFrame(() => container.current && focusFirstError(container.current));
      }
    });
    created.on('changed', ({ data }) => drafts.keep(draft, entered(variables, data)));
    created
      .importSchema(schema, { ...variables, ...drafts.of(draft) })
      .catch(({ message }) => setProblem(both('problem.form', { message })));
    return () => created.destroy();
  }, []);
  useEffect(() => {
    closed && form.current.setProperty('readOnly', true);
  }, [closed]);
  useEffect(() => form.current.get('fieldErrors').tellAgain(), [lang.value]);
  return (
    <>
      <div class="form-viewer" ref={container} onClickCapture={openApart} />
      <ProblemText problem={problem} />
    </>
  );
}

/** The viewer marks the fields after it has told the errors. */
const focusFirstError = (form) => form.querySelector('.fjs-has-errors')?.querySelector('input, textarea, select')?.focus();
