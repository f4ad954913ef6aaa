import { useEffect, useId, useState } from 'preact/hooks';
import { grantScope, limitTo, publishInBulk, switchApiSync, switchDown } from '../api.js';
import { ActionButton } from '../parts/Action.jsx';
import { Switch } from '../parts/Switch.jsx';
import { selectInstance } from '../selection.js';
import { processes } from '../state.js';
import { t } from '../texts/texts.js';

const MOST = 1000;
const BULK = 'bulk-publish';

export const Settings = ({ feishu }) => (
  <>
    <Switch label={t('settings.apiSync')} hint={t('settings.apiSyncHint')} on={feishu.apiSync} change={switchApiSync} />
    <Switch label={t('settings.down')} hint={t('settings.downHint')} on={feishu.down} change={switchDown} />
    <Limit perSecond={feishu.publishesPerSecond} />
    {processes.value.some(({ id }) => id === BULK) && <BulkStart />}
    <h3>{t('settings.scopes')}</h3>
    <div class="scopes">
      {feishu.scopes.map(({ name, granted }) => (
        <Switch
          key={name}
          label={<Scope name={name} />}
          on={granted}
          change={(wanted) => grantScope(name, wanted)}
          onText={t('settings.granted')}
          offText={t('settings.notGranted')}
        />
      ))}
    </div>
  </>
);

/** May break after a colon or dot. */
const Scope = ({ name }) => (
  <code>
    {name.split(/(?<=[:.])/).map((part) => (
      <span key={part}>
        {part}
        <wbr />
      </span>
    ))}
  </code>
);

function Limit({ perSecond }) {
  const id = useId();
  const [typed, setTyped] = useState(String(perSecond));
  useEffect(() => setTyped(String(perSecond)), [perSecond]);
  const valid = /^\d+$/.test(typed) && Number(typed) <= MOST;
  return (
    <div class="setting-row">
      <label for={id}>{t('settings.limit')}</label>
      <input
        id={id}
        type="number"
        min={0}
        max={MOST}
        step={1}
        value={typed}
        aria-invalid={!valid}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <ActionButton disabled={!valid || Number(typed) === perSecond} action={() => limitTo(Number(typed))}>
        {t('settings.setLimit')}
      </ActionButton>
      <span class={valid ? 'quiet' : 'problem'} id={`${id}-hint`} role="status">
        {valid ? limitText(perSecond) : t('settings.wrongLimit', { most: MOST })}
      </span>
    </div>
  );
}

const limitText = (perSecond) =>
  perSecond === 0 ? t('settings.noLimit') : t('settings.limitNow', { n: perSecond });

/** Starts many publications at once, for the plot. */
const BulkStart = () => (
  <div class="setting-row">
    <ActionButton action={startBulk}>{t('bulk.start')}</ActionButton>
    <span class="quiet">{t('bulk.hint')}</span>
  </div>
);

export async function startBulk() {
  const { key } = await publishInBulk(300);
  selectInstance(key, BULK);
}
