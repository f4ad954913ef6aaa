import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { diagram, Problem } from '../api.js';
import { names } from '../names.js';
import { ProblemText } from '../parts/Action.jsx';
import { elementId, processId, selected } from '../selection.js';
import { connection, processes } from '../state.js';
import { both, lang, t } from '../texts/texts.js';
import { elements } from './elements.js';
import { enlarged } from './enlarged.js';
import { marksOf } from './marks.js';
import { DiagramViewer } from './viewer.js';

/** What bpmn-js says of a diagram without shapes. */
const NO_DRAWING = 'no diagram to display';

const WORDS = {
  token: 'badge.token',
  passed: 'badge.passed',
  incident: 'badge.incident',
  caught: 'badge.caught',
  unserved: 'badge.unserved',
};

export function Canvas() {
  const container = useRef(null);
  const viewer = useRef(null);
  /** bpmn-js reads one diagram at a time. */
  const queue = useRef(Promise.resolve());
  /** `{process, names}` of the diagram that is drawn. */
  const [drawn, setDrawn] = useState(null);
  const [problem, setProblem] = useState(null);
  const shown = drawn?.process ?? null;
  const process = processId.value;
  const inLanguage = names.value;
  /** Whether a process is one's own, and keeps its names, is known with the list of them. */
  const open = connection.value === 'open' && processes.value.length > 0;

  useEffect(() => {
    const created = new DiagramViewer(container.current, (id) => (elementId.value = id));
    viewer.current = created;
    const watch = new ResizeObserver(() => created.resized());
    watch.observe(container.current);
    return () => {
      watch.disconnect();
      created.destroy();
    };
  }, []);

  useEffect(() => {
    if (process === null || !open || (process === shown && inLanguage === drawn.names)) {
      return undefined;
    }
    let wanted = true;
    queue.current = queue.current.then(() =>
      load(viewer.current, process, inLanguage, process === shown, () => wanted).then(
        (loaded) => loaded && (setDrawn({ process, names: inLanguage }), setProblem(null)),
        (failure) => wanted && setProblem(problemOf(failure)),
      ),
    );
    return () => (wanted = false);
  }, [process, open, drawn, inLanguage]);

  const instance = selected.value?.process === shown ? selected.value : null;
  const chosen = elementId.value;
  const language = lang.value;
  useEffect(() => {
    if (shown !== null) {
      const marks = marksOf(instance, (id) => elements.value.get(id));
      viewer.current.mark(marks, (kind, n) => t(WORDS[kind], { n }));
    }
  }, [instance, drawn, language]);
  useEffect(() => {
    shown !== null && viewer.current.choose(chosen);
  }, [chosen, drawn]);

  const large = enlarged.value;
  useLayoutEffect(() => {
    if (shown !== null && large) {
      viewer.current.showReadably(chosen ?? Object.keys(instance?.active ?? {}).find(isPlace) ?? null);
    } else if (shown !== null) {
      viewer.current.refit();
    }
  }, [large, shown]);

  return (
    <div class="canvas">
      <div
        class="canvas-drawing"
        ref={container}
        lang={drawn?.names.language}
        role="group"
        aria-label={t('diagram.picture')}
      />
      <div class="zoom" role="group" aria-label={t('zoom.title')}>
        <ZoomButton label={t('zoom.in')} sign="+" onClick={() => viewer.current.zoom(1.25)} />
        <ZoomButton label={t('zoom.out')} sign="−" onClick={() => viewer.current.zoom(0.8)} />
        <ZoomButton label={t('zoom.fit')} sign="⊡" onClick={() => viewer.current.fit()} />
        <ZoomButton
          label={t(large ? 'zoom.shrink' : 'zoom.enlarge')}
          sign={large ? t('zoom.shrink') : '⤢'}
          onClick={() => (enlarged.value = !large)}
        />
      </div>
      <ProblemText problem={problem} />
    </div>
  );
}

/** A token stands in an element of a sub-process, not in the frame. */
const isPlace = (id) => elements.value.get(id)?.isContainer === false;

async function load(viewer, process, inLanguage, stay, isWanted) {
  const xml = isWanted() ? await diagram(process) : null;
  if (!isWanted()) {
    return false;
  }
  await viewer.show(xml, inLanguage.shown, stay);
  elements.value = viewer.elements();
  return true;
}

function problemOf(failure) {
  if (failure instanceof Problem) {
    return failure.text;
  }
  return failure.message === NO_DRAWING
    ? both('problem.noDrawing')
    : both('problem.diagram', { message: failure.message });
}

const ZoomButton = ({ label, sign, onClick }) => (
  <button type="button" aria-label={label} title={label} onClick={onClick}>
    <span aria-hidden="true">{sign}</span>
  </button>
);
