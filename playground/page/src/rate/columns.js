/** Seconds that the plot looks back. */
const SPAN = 180;

/** Samples that the page keeps of a long run, one a second. */
const KEPT = 3600;

/** Seconds without a sample from which on the lines of the plot break off. */
const PAUSE = 2;

/** Something happens in each second of a run, if it is only that jobs wait. */
const STEP_OF_A_RUN = 1;

/** Publications in one second, done or waiting, from which on the plot tells more than the diagram. */
const MANY = 5;

export const isBulk = (samples) => samples.some(({ published, waiting }) => published + waiting >= MANY);

/** The samples of the last minutes: those of a run an hour ago would squeeze the plot. */
export const recent = (samples) => samples.filter(({ at }) => at > samples.at(-1).at - SPAN);

/** The server forgets the beginning of a long run; the page needs it for the sum. */
export const mergeSamples = (known, news) =>
  news.length === 0 ? [] : [...known.filter(({ at }) => at < news[0].at), ...news].slice(-KEPT);

/** The samples from the first in which something happened after the last second in which nothing did. */
export function lastRun(samples) {
  let begin = 0;
  let active = null;
  for (const [index, sample] of samples.entries()) {
    if (isActive(sample)) {
      if (active === null || sample.at - active > STEP_OF_A_RUN) {
        begin = index;
      }
      active = sample.at;
    }
  }
  return samples.slice(begin);
}

const isActive = ({ published, refused, waiting }) => published + refused + waiting > 0;

export const sumOf = (samples, name) => samples.reduce((sum, sample) => sum + sample[name], 0);

/**
 * Samples as the columns that uPlot draws: time, published, refused, limit, waiting. No limit is no line, and a pause
 * between two runs is a gap.
 *
 * @param limit what the limit is now, for a sample that does not tell its own
 */
export function columns(samples, limit) {
  const rows = [];
  let last = null;
  for (const { at, published, refused, waiting, limit: then = limit } of recent(samples)) {
    if (last !== null && at - last > PAUSE) {
      rows.push([last + 1, null, null, null, null]);
    }
    rows.push([at, published, refused > 0 ? refused : null, then > 0 ? then : null, waiting]);
    last = at;
  }
  return [0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column]));
}
