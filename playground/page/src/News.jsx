import { useEffect, useState } from 'preact/hooks';
import { processName, shownName } from './names.js';
import { happened } from './state.js';
import { t } from './texts/texts.js';

const SHOWN_FOR = 6_000;
const TEXTS = {
  TASK: 'news.task',
  INCIDENT: 'news.incident',
  COMPLETED: 'news.completed',
  TERMINATED: 'news.terminated',
};
const SEVERAL = {
  TASK: 'news.tasks',
  INCIDENT: 'news.incidents',
  COMPLETED: 'news.allCompleted',
  TERMINATED: 'news.allTerminated',
};

/** Says for a moment what happened, also to a screen reader. */
export function News() {
  const news = happened.value;
  const [over, setOver] = useState(null);
  useEffect(() => {
    const timeout = setTimeout(() => setOver(news), SHOWN_FOR);
    return () => clearTimeout(timeout);
  }, [news]);
  const text = over === news ? '' : sentence(news);
  return (
    <div class={`news ${text ? 'shown' : ''}`} role="status" aria-live="polite">
      {text}
    </div>
  );
}

function sentence(news) {
  return Object.keys(TEXTS)
    .map((what) => news.filter((one) => one.what === what))
    .filter(({ length }) => length > 0)
    .map((same) =>
      same.length > 1
        ? t(SEVERAL[same[0].what], { n: same.length })
        : t(TEXTS[same[0].what], { name: shownName(same[0].name) ?? processName(same[0].process) }),
    )
    .join(' ');
}
