import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { lang, t } from '../texts/texts.js';
import { columns } from './columns.js';

const HEIGHT = 118;
/** Seconds that the plot shows at least. */
const SHORTEST = 45;
const LINES = ['solid', 'solid', 'solid', 'dashed', 'dotted'];

/** Publishes and refusals a second as bars against the limit; waiting jobs as a line with an axis of its own. */
export function RatePlot({ limit, samples }) {
  const container = useRef(null);
  const plot = useRef(null);
  const language = lang.value;
  useEffect(() => {
    const place = container.current;
    const created = new uPlot(options(place.clientWidth), columns(samples, limit), place);
    plot.current = created;
    const watch = new ResizeObserver(() => created.setSize({ width: place.clientWidth, height: HEIGHT }));
    watch.observe(place);
    return () => {
      watch.disconnect();
      created.destroy();
    };
  }, [language]);
  useEffect(() => plot.current.setData(columns(samples, limit)), [samples.at(-1).at, samples.length, limit]);
  return <div class="plot" ref={container} role="img" aria-label={t('rate.picture')} />;
}

const options = (width) => ({
  width,
  height: HEIGHT,
  cursor: { y: false, drag: { x: false, y: false } },
  legend: { live: false, markers: { width: 2, dash: (_, at) => LINES[at] } },
  scales: {
    x: { range: (_, min, max) => [Math.min(min, max - SHORTEST) - 0.7, max + 0.7] },
    rate: { range: (_, __, max) => [0, Math.max(5, max * 1.15)] },
    waiting: { range: (_, __, max) => [0, Math.max(10, max * 1.1)] },
  },
  axes: [
    { size: 24, space: 80, incrs: [1, 2, 5, 10, 15, 30, 60], values: (_, seconds) => seconds.map(clock) },
    { scale: 'rate', size: 40 },
    { scale: 'waiting', side: 1, size: 48, grid: { show: false } },
  ],
  series: [
    {},
    bars(t('rate.published'), '#1d5fd1', '#1d5fd1'),
    bars(t('rate.refused'), '#b42318', '#f3b8b1'),
    { label: t('rate.limit'), scale: 'rate', stroke: '#1f2937', width: 2, dash: [8, 4], points: { show: false } },
    {
      label: t('rate.waitingAxis'),
      scale: 'waiting',
      stroke: '#6b4fbb',
      width: 2,
      dash: [2, 3],
      points: { show: false },
    },
  ],
});

const bars = (label, stroke, fill) => ({
  label,
  scale: 'rate',
  stroke,
  fill,
  width: 1,
  paths: uPlot.paths.bars({ size: [0.7, 14] }),
  points: { show: false },
});

const clock = (seconds) => new Date(seconds * 1000).toTimeString().slice(0, 8);
