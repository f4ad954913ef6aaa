import { useId } from 'preact/hooks';

export function TextField({ label, value, onInput, ...rest }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="text" value={value} onInput={(event) => onInput(event.currentTarget.value)} {...rest} />
    </div>
  );
}
