import { formatTime } from '../format.js';
import { Capped } from '../parts/Capped.jsx';
import { lang, inLanguage, t } from '../texts/texts.js';
import { pageAddress } from './pageAddress.js';

/** What candidates see, channel by channel. */
export const Online = ({ feishu }) => (
  <ul class="plain channels">
    {feishu.channels.map((channel) => (
      <Channel key={channel.id} channel={channel} />
    ))}
  </ul>
);

const Channel = ({ channel }) => (
  <li class="channel">
    <h3>
      <span>{inLanguage(channel.name)}</span>{' '}
      <span class="quiet">
        {t(channel.website ? 'online.website' : 'online.noWebsite')} · {t('online.channelId')} {channel.id}
      </span>
    </h3>
    {channel.online.length === 0 ? (
      <p class="quiet">{t('online.none')}</p>
    ) : (
      <Capped items={channel.online} size={20} more={channel.moreOnline ?? 0} class="plain careers">
        {(one) => <Advertisement key={one.advertisement} online={one} />}
      </Capped>
    )}
  </li>
);

const Advertisement = ({ online: { advertisement, title, since, url } }) => (
  <li>
    {url ? (
      <a href={pageAddress(url)} target="_blank" rel="noopener noreferrer">
        {title}
        <span class="hidden-text"> {t('online.newTab')}</span>
        <span aria-hidden="true"> ↗</span>
      </a>
    ) : (
      <strong>{title}</strong>
    )}
    <span class="quiet">
      {t('online.since', { time: formatTime(since, lang.value) })} · {advertisement}
    </span>
  </li>
);
