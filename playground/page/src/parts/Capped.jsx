import { useState } from 'preact/hooks';
import { t } from '../texts/texts.js';

/** The first items of a long list, and a button for as many more. `more` counts items the server did not send. */
export function Capped({ items, size = 50, more = 0, element: List = 'ul', class: name = 'plain', children }) {
  const [shown, setShown] = useState(size);
  const hidden = items.length - shown;
  return (
    <>
      <List class={name}>{items.slice(0, shown).map(children)}</List>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => setShown(shown + size)}>
          {t('list.more', { n: hidden + more })}
        </button>
      )}
      {hidden <= 0 && more > 0 && <p class="quiet">{t('list.notShown', { n: more })}</p>}
    </>
  );
}
