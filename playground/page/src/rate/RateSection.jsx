import { signal } from '@preact/signals';
import { startBulk } from '../feishu/Settings.jsx';
import { ActionButton } from '../parts/Action.jsx';
import { rate } from '../state.js';
import { t } from '../texts/texts.js';
import { isBulk, lastRun, recent, sumOf } from './columns.js';
import { RatePlot } from './RatePlot.jsx';

/** The time of the last sample when a person hid the plot; a later run shows it again. */
const hiddenUntil = signal(0);
const NEW_RUN = 30;

export function RateSection() {
  const { limit } = rate.value;
  const samples = recent(rate.value.samples);
  const last = samples.at(-1);
  const run = lastRun(rate.value.samples);
  if (!isBulk(samples) || last.at <= hiddenUntil.value + NEW_RUN) {
    return null;
  }
  return (
    <section class="panel rate" aria-labelledby="rate-title">
      <div class="rate-text">
        <div class="rate-head">
          <h2 id="rate-title">{t('rate.title')}</h2>
          <span class="quiet">{t('rate.realTime')}</span>
        </div>
        <dl>
          <dt>{t('rate.total')}</dt>
          <dd>{sumOf(run, 'published')}</dd>
          <dt>{t('rate.waiting')}</dt>
          <dd>{last.waiting}</dd>
          <dt>{t('rate.refused')}</dt>
          <dd>{sumOf(run, 'refused')}</dd>
          <dt>{t('rate.lastSecond')}</dt>
          <dd>{last.published}</dd>
          <dt>{t('rate.limit')}</dt>
          <dd>{limit === 0 ? t('rate.none') : limit}</dd>
        </dl>
        <div class="buttons">
          <ActionButton action={startBulk}>{t('bulk.start')}</ActionButton>
          <button type="button" class="quiet-button" onClick={() => (hiddenUntil.value = last.at)}>
            {t('rate.hide')}
          </button>
        </div>
      </div>
      <RatePlot limit={limit} samples={samples} />
    </section>
  );
}
