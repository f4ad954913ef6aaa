/**
 * What the diagram shows of an instance, as marks: CSS classes and badges by element. Pure, so that the canvas can
 * change only what differs from what it shows.
 */

const count = (map, id, by = 1) => map.set(id, (map.get(id) ?? 0) + by);

/**
 * A sub-process is only framed: the token stands in one of its elements.
 *
 * @param kindOf what an element is by its id: `{isErrorEvent, isContainer}`
 * @returns {Map<string, {classes: string[], badges: {kind: string, n: number}[]}>}
 */
export function marksOf(instance, kindOf = () => undefined) {
  const marks = new Map();
  if (!instance) {
    return marks;
  }
  const mark = (id) => {
    if (!marks.has(id)) {
      marks.set(id, { classes: [], badges: [] });
    }
    return marks.get(id);
  };
  for (const [id, n] of Object.entries(instance.flows)) {
    mark(id).classes.push('taken');
    if (n > 1) {
      mark(id).badges.push({ kind: 'passed', n });
    }
  }
  for (const [id, n] of Object.entries(instance.completed)) {
    if (kindOf(id)?.isErrorEvent) {
      mark(id).classes.push('caught');
      mark(id).badges.push({ kind: 'caught', n });
    } else {
      mark(id).classes.push(kindOf(id)?.isContainer ? 'framed' : 'completed');
    }
  }
  for (const id of Object.keys(instance.terminated)) {
    mark(id).classes.push('ended-early');
  }
  for (const [id, n] of Object.entries(instance.active)) {
    if (kindOf(id)?.isContainer) {
      mark(id).classes.push('framed-active');
    } else {
      mark(id).classes.push('active');
      mark(id).badges.push({ kind: 'token', n });
    }
  }
  for (const [id, n] of openIncidents(instance)) {
    mark(id).classes.push('incident');
    mark(id).badges.push({ kind: 'incident', n });
  }
  for (const [id, n] of unservedJobs(instance)) {
    mark(id).badges.push({ kind: 'unserved', n });
  }
  return marks;
}

function openIncidents({ incidents }) {
  const found = new Map();
  incidents.filter(({ resolved }) => !resolved).forEach(({ element }) => count(found, element));
  return found;
}

function unservedJobs({ jobs }) {
  const found = new Map();
  jobs.filter(({ state }) => state === 'unserved').forEach(({ element }) => count(found, element));
  return found;
}

/** The elements that an instance has reached, in the order of their last state: active ones first. */
export function reached(instance) {
  if (!instance) {
    return [];
  }
  const states = new Map();
  for (const state of ['active', 'completed', 'terminated']) {
    for (const id of Object.keys(instance[state])) {
      if (!states.has(id)) {
        states.set(id, state);
      }
    }
  }
  return [...states].map(([id, state]) => ({ id, state }));
}
