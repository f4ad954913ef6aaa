import { useId } from 'preact/hooks';

/** A drop-down with its label beside it. The label stands apart, so that its text is the name and not the options. */
export function SelectField({ label, value, title, onChange, children }) {
  const id = useId();
  return (
    <div class="inline">
      <label for={id}>{label}</label>
      <select id={id} title={title} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
