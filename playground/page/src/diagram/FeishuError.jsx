import { inLanguage, t } from '../texts/texts.js';

/** The error that an instance met last, closed: the process may have dealt with it since. */
export const LastFeishuError = ({ error }) => (
  <details class="block">
    <summary>
      {t('error.last')} <code>{error.name}</code>
    </summary>
    <FeishuError error={error} />
  </details>
);

/** The variable `feishuError` in words. */
export const FeishuError = ({ error }) => (
  <div class="card feishu-error">
    <h3>
      {t('error.title')} <code>{error.name}</code>
    </h3>
    {error.advice && <p class="advice">{inLanguage(error.advice)}</p>}
    <dl>
      {!repeats(error) && <Fact name={t('error.message')} value={error.message} />}
      <Fact name={t('error.code')} value={error.code} />
      <Fact name={t('error.httpStatus')} value={error.httpStatus} />
      <Fact name={t('error.logId')} value={error.logId} />
      <Fact name={t('error.scopes')} value={error.scopes?.join(', ')} />
    </dl>
  </div>
);

/** Most messages are the advice with the facts below in brackets. */
const repeats = ({ advice, message }) => Boolean(advice?.en) && message?.startsWith(advice.en);

const Fact = ({ name, value }) =>
  value !== null && value !== undefined && value !== '' ? (
    <>
      <dt>{name}</dt>
      <dd>{String(value)}</dd>
    </>
  ) : null;
