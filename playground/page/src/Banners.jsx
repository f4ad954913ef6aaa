import { giveUpMove } from './api.js';
import { shownName } from './names.js';
import { ActionButton } from './parts/Action.jsx';
import { connection, processes, programs, time } from './state.js';
import { t } from './texts/texts.js';

const COMMAND = './mvnw -q -Pplayground';
const COMMAND_FOR_OWN = `${COMMAND} -Ddiagram=…`;

/** What keeps the playground, or its clock, from going on. */
export function Banners() {
  const alert = alertOf(connection.value, programs.value);
  return (
    <>
      {alert && (
        <div class="banner alert" role="alert">
          <strong>{t(alert[0])}</strong>{' '}
          <span>
            {t(alert[1])} <code>{processes.value.some(({ own }) => own) ? COMMAND_FOR_OWN : COMMAND}</code>
          </span>
        </div>
      )}
      {connection.value === 'open' && programs.value.connectors === 'starting' && (
        <div class="banner information" role="status">
          {t('banner.starting')}
        </div>
      )}
      <PendingMove />
    </>
  );
}

/** The worst that is known, as the keys of its title and advice. */
function alertOf(connected, { engine, connectors }) {
  if (connected === 'lost') {
    return ['banner.lost', 'banner.lostAdvice'];
  }
  if (connected === 'refused') {
    return ['banner.refused', 'banner.refusedAdvice'];
  }
  if (engine === 'stopped') {
    return ['banner.engine', 'banner.engineAdvice'];
  }
  return connectors === 'ended' ? ['banner.connectors', 'banner.connectorsAdvice'] : null;
}

function PendingMove() {
  const pending = time.value?.pending;
  return (
    pending && (
      <div class="banner information" role="status">
        <span>{t('time.pending', { busy: pending.busy.map(shownName).join(t('list.separator')) })}</span>
        <ActionButton action={giveUpMove}>{t('time.giveUp')}</ActionButton>
      </div>
    )
  );
}
