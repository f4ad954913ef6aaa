/** The badges on the diagram. Each kind has a shape and words of its own, so that colour is not needed. */

const TASK_WIDTH = 160;
const EVENT_HEIGHT = 50;
const SHORT = { incident: () => '!', token: (n) => String(n), passed: (n) => `×${n}` };
/** What stays of a badge when the diagram is too small for its words. */
const SIGNS = { caught: '↯' };

/** Width and height in which a number still reads, when the diagram is small. */
const SMALLEST = 0.75;
const PASSED_WIDTH = 26;

/** Built from text nodes only: names of a diagram never become HTML. */
export function badgeElement(kind, n, text, element) {
  const badge = document.createElement('div');
  badge.className = `badge badge-${kind} ${sideOf(kind, element)}`;
  badge.title = text;
  if (kind in SHORT) {
    badge.textContent = SHORT[kind](n);
    return badge;
  }
  if (kind in SIGNS) {
    badge.append(part('sign', SIGNS[kind]), part('words', text));
  } else {
    badge.append(text);
  }
  if (n > 1) {
    badge.append(` ×${n}`);
  }
  return badge;
}

function part(name, text) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

/** The point at which a badge hangs; `sideOf` says on which side of it, so that it leaves free what it marks. */
export function badgePosition(kind, element) {
  if (element.waypoints) {
    return middleOf(element);
  }
  const { width, height } = element;
  return {
    token: { top: 3, left: 3 },
    incident: { top: 3, left: width - 3 },
    unserved: { top: -2, left: 14 },
    caught: isBesideTask(element) ? { top: height / 2, left: width + 3 } : { top: -3, left: width / 2 },
  }[kind];
}

/** On a task, above would hide its name; on a sub-process, beside would hide the next event. */
const isBesideTask = ({ host }) => host?.width <= TASK_WIDTH;

function sideOf(kind, element) {
  if (kind === 'caught') {
    return isBesideTask(element) ? 'beside' : 'above';
  }
  if (kind === 'token' && element.height > EVENT_HEIGHT) {
    return 'edge-left';
  }
  return { token: 'corner-left', incident: 'corner-right', unserved: 'above-right' }[kind] ?? 'over';
}

/** How far a badge may shrink with the diagram: it stays readable. */
export const badgeScale = () => ({ min: SMALLEST, max: 1.4 });

/** From which zoom on a badge is shown: the number on a flow that is shorter than itself would hide its ends. */
export const badgeShow = (kind, element) =>
  kind === 'passed' ? { minZoom: (PASSED_WIDTH * SMALLEST) / length(longestOf(element)) } : undefined;

/** Overlays stand relative to the box around a flow. */
function middleOf(element) {
  const { waypoints } = element;
  const [from, to] = longestOf(element);
  return {
    left: (from.x + to.x) / 2 - Math.min(...waypoints.map(({ x }) => x)),
    top: (from.y + to.y) / 2 - Math.min(...waypoints.map(({ y }) => y)),
  };
}

/** The longest straight part of a flow. */
function longestOf({ waypoints }) {
  const parts = waypoints.slice(1).map((to, at) => [waypoints[at], to]);
  return parts.reduce((longest, one) => (length(one) > length(longest) ? one : longest));
}

const length = ([from, to]) => Math.hypot(to.x - from.x, to.y - from.y);
