/** bpmn-js in read-only use: shows a diagram, and the marks of an instance on it. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import OutlineModule from 'bpmn-js/lib/features/outline';
import IconRenderer from '@bpmn-io/element-template-icon-renderer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { badgeElement, badgePosition, badgeScale, badgeShow } from './badges.js';

const NONE = { classes: [], badges: [] };
/** Below this zoom the words of a badge would hide what is beside it. */
const ROOM_FOR_WORDS = 0.65;
/** At this zoom the names of the examples can be read. */
const READABLE = 0.8;
const MARGIN = 20;

export class DiagramViewer {
  constructor(container, onChoose) {
    this.viewer = new NavigatedViewer({ container, additionalModules: [IconRenderer, OutlineModule] });
    this.shown = new Map();
    this.overlays = new Map();
    this.fitted = null;
    this.chosen = null;
    this.viewer.on('canvas.viewbox.changed', ({ viewbox }) =>
      container.classList.toggle('small', viewbox.scale < ROOM_FOR_WORDS),
    );
    this.viewer.on('import.parse.complete', ({ definitions }) => this.rename(definitions));
    this.viewer.on('element.click', ({ element }) => {
      const target = element.labelTarget ?? element;
      onChoose(target.parent && target.type !== 'bpmn:Participant' ? target.id : null);
    });
  }

  /** Draws a diagram with other names, by the drawn ones. With `stay`, it stands where the one before stood. */
  async show(xml, names, stay) {
    this.names = names;
    this.chosen = stay ? this.chosen : null;
    const before = stay && this.viewer.get('canvas').viewbox();
    const untouched = this.fitted === this.position();
    await this.viewer.importXML(xml);
    this.shown = new Map();
    this.overlays = new Map();
    this.fit();
    if (stay && !untouched) {
      this.viewer.get('canvas').viewbox(before);
    }
  }

  rename(definitions) {
    for (const { plane } of definitions?.diagrams ?? []) {
      for (const { bpmnElement } of plane?.planeElement ?? []) {
        if (bpmnElement?.name) {
          bpmnElement.name = this.names.get(onOneLine(bpmnElement.name)) ?? bpmnElement.name;
        }
      }
    }
  }

  /** Names and kinds by id, for the list of elements. */
  elements() {
    const found = new Map();
    this.viewer.get('elementRegistry').forEach(({ id, businessObject, labelTarget, collapsed }) => {
      if (!labelTarget) {
        found.set(id, {
          name: onOneLine(businessObject.name ?? ''),
          isGateway: businessObject.$type.endsWith('Gateway'),
          isErrorEvent: isErrorEvent(businessObject),
          isContainer: Boolean(businessObject.flowElements) && !collapsed,
        });
      }
    });
    return found;
  }

  /** Changes only what differs from the marks that are shown; `label(kind, n)` gives a badge its words. */
  mark(marks, label) {
    for (const id of new Set([...this.shown.keys(), ...marks.keys()])) {
      const before = this.shown.get(id) ?? NONE;
      const after = marks.get(id) ?? NONE;
      if (this.viewer.get('elementRegistry').get(id)) {
        this.changeClasses(id, before.classes, after.classes);
        this.changeBadges(id, after.badges, label);
      }
    }
    this.shown = marks;
  }

  changeClasses(id, before, after) {
    const canvas = this.viewer.get('canvas');
    before.filter((name) => !after.includes(name)).forEach((name) => canvas.removeMarker(id, name));
    after.filter((name) => !before.includes(name)).forEach((name) => canvas.addMarker(id, name));
  }

  changeBadges(id, badges, label) {
    const overlays = this.viewer.get('overlays');
    const shown = this.overlays.get(id) ?? new Map();
    const wanted = new Map(badges.map(({ kind, n }) => [kind, { n, text: label(kind, n) }]));
    for (const [kind, { overlay, key }] of shown) {
      const still = wanted.get(kind);
      if (!still || key !== `${still.n} ${still.text}`) {
        overlays.remove(overlay);
        shown.delete(kind);
      }
    }
    for (const [kind, { n, text }] of wanted) {
      if (!shown.has(kind)) {
        const element = this.viewer.get('elementRegistry').get(id);
        const html = badgeElement(kind, n, text, element);
        const overlay = overlays.add(id, kind, {
          position: badgePosition(kind, element),
          scale: badgeScale(),
          show: badgeShow(kind, element),
          html,
        });
        shown.set(kind, { overlay, key: `${n} ${text}` });
      }
    }
    this.overlays.set(id, shown);
  }

  /** Brings what is chosen anew into sight. What was chosen before may be out of it on purpose. */
  choose(id) {
    const element = id && this.viewer.get('elementRegistry').get(id);
    this.viewer.get('selection').select(element ?? null);
    const anew = id !== this.chosen;
    this.chosen = id;
    if (element && anew) {
      this.viewer.get('canvas').scrollToElement(element, { top: 10, right: 10, bottom: 10, left: 10 });
    }
  }

  /** Shows the whole diagram with a margin around it. */
  fit() {
    this.viewer.get('canvas').zoom('fit-viewport', 'auto');
    this.zoom(0.96);
    this.fitted = this.position();
  }

  /** Shows all of a diagram if its names can be read then, and else the part around an element, or its beginning. */
  showReadably(id) {
    const canvas = this.viewer.get('canvas');
    canvas.resized();
    this.fit();
    if (canvas.zoom() < READABLE) {
      const { inner, outer } = canvas.viewbox();
      const [width, height] = [outer.width / READABLE, outer.height / READABLE];
      const around = id && this.viewer.get('elementRegistry').get(id);
      const corner = around
        ? { x: around.x + around.width / 2 - width / 2, y: around.y + around.height / 2 - height / 2 }
        : { x: inner.x - MARGIN, y: inner.y - MARGIN };
      canvas.viewbox({
        x: within(corner.x, inner.x - MARGIN, inner.x + inner.width + MARGIN - width),
        y: within(corner.y, inner.y - MARGIN, inner.y + inner.height + MARGIN - height),
        width,
        height,
      });
    }
  }

  /** Where the diagram stands; equal as long as nobody has moved it. */
  position() {
    const { x, y, scale } = this.viewer.get('canvas').viewbox();
    return `${x} ${y} ${scale}`;
  }

  zoom(factor) {
    const canvas = this.viewer.get('canvas');
    canvas.zoom(canvas.zoom() * factor, 'auto');
  }

  /** Shows all of the diagram in a size that has changed. */
  refit() {
    this.viewer.get('canvas').resized();
    this.fit();
  }

  /** A diagram that nobody has moved fits the new size too. */
  resized() {
    const untouched = this.fitted === this.position();
    this.viewer.get('canvas').resized();
    if (untouched) {
      this.fit();
    }
  }

  destroy() {
    this.viewer.destroy();
  }
}

const onOneLine = (name) => name.replace(/\s+/g, ' ').trim();

/** The nearest value from the least to the most; the least where they cross. */
const within = (value, least, most) => Math.max(least, Math.min(value, most));

const isErrorEvent = ({ $type, eventDefinitions }) =>
  $type === 'bpmn:BoundaryEvent' && (eventDefinitions ?? []).some((one) => one.$type === 'bpmn:ErrorEventDefinition');
