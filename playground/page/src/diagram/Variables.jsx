import { useState } from 'preact/hooks';
import { t } from '../texts/texts.js';

const PREVIEW = 90;

/** Variables by name; long values open on demand. */
export function Variables({ variables, title }) {
  const entries = Object.entries(variables).sort(([one], [other]) => one.localeCompare(other));
  return (
    <div class="block">
      <h3>{title}</h3>
      {entries.length === 0 ? (
        <p class="quiet">{t('variables.none')}</p>
      ) : (
        <dl class="variables">
          {entries.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Value value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Value({ value }) {
  const [open, setOpen] = useState(false);
  const text = JSON.stringify(value);
  if (text.length <= PREVIEW) {
    return <code>{text}</code>;
  }
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code>{open ? t('variables.less') : `${text.slice(0, PREVIEW)}…`}</code>
      </summary>
      {open && <pre>{JSON.stringify(value, null, 2)}</pre>}
    </details>
  );
}
