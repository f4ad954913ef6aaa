import { signal } from '@preact/signals';
import { resetFeishu } from '../api.js';
import { ActionButton } from '../parts/Action.jsx';
import { confirmed } from '../parts/Confirmation.jsx';
import { Tabs } from '../parts/Tabs.jsx';
import { feishu } from '../state.js';
import { t } from '../texts/texts.js';
import { Jobs } from './Jobs.jsx';
import { Online } from './Online.jsx';
import { Requests } from './Requests.jsx';
import { Settings } from './Settings.jsx';

const TABS = { settings: Settings, jobs: Jobs, online: Online, requests: Requests };
const chosen = signal('settings');

export function FeishuSection() {
  const Panel = TABS[chosen.value];
  return (
    <section class="panel feishu" aria-labelledby="feishu-title">
      <div class="panel-head">
        <h2 id="feishu-title">{t('feishu.title')}</h2>
        <span class="quiet">{t('feishu.sandbox')}</span>
        <span class="at-end">
          <ActionButton kind="quiet-button" action={reset}>
            {t('feishu.reset')}
          </ActionButton>
        </span>
      </div>
      <Tabs
        label={t('feishu.title')}
        chosen={chosen.value}
        onChoose={(key) => (chosen.value = key)}
        tabs={[
          ['settings', t('feishu.settings')],
          ['jobs', t('feishu.jobs')],
          ['online', t('feishu.online')],
          ['requests', t('feishu.requests')],
        ]}
      >
        {feishu.value === null ? <p class="quiet">{t('page.waiting')}</p> : <Panel feishu={feishu.value} />}
      </Tabs>
    </section>
  );
}

async function reset() {
  if (await confirmed(t('feishu.resetQuestion'), t('feishu.resetYes'))) {
    await resetFeishu();
  }
}
