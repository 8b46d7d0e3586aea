/** The picture of the graph as a list of things to draw, in pixels: for the canvas, for PNG and for SVG. */

import { nameWithin, placeLabels } from "./labels.js";
import { pairOf } from "./paths.js";
import { monthOf } from "./time.js";

const FADED = 0.13;
const SMALLEST = 3.5;
const MARGIN = 40;
/** How strongly links are drawn: as usual up to so many, paler where there are more. */
const USUAL = 0.5;
const PALEST = 0.2;
const FEW = 350;

/**
 * Where a thing of the model stands: its own place, or the one that a focus gives it.
 * @param {Model} model
 * @param {Map<number, Point> | null} places
 * @param {number} id
 * @returns {Point}
 */
export function placeOf(model, places, id) {
  return places?.get(id) ?? model.nodes[id];
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {Map<number, Point> | null} places
 * @param {Camera} camera
 * @param {{hovered?: number | null, ways?: Ways | null}} [extra]
 * @returns {Scene}
 */
export function sceneOf(model, state, shown, places, camera, { hovered = null, ways = null } = {}) {
  const near = ways ? ways.things : highlighted(state, shown);
  const glyphs = glyphsOf(model, state, shown, places, camera, near, hovered);
  const named = [...glyphs].sort((one, other) => Number(other.strong) - Number(one.strong) || other.alpha - one.alpha || Number(other.id === hovered) - Number(one.id === hovered) || one.id - other.id);
  const labels = placeLabels(named, (id) => pictureName(model, id, state.focus), camera.width, camera.height);
  return { width: camera.width, height: camera.height, glyphs, lines: linesOf(model, state, shown, places, camera, near, ways), labels };
}

/** How the name of an event begins that did not simply take place, so that no plan reads as a meeting. */
const HOW = /** @type {Record<string, string>} */ ({ planned: "planned", calledFor: "called-for", denied: "denied", presupposed: "presupposed" });

/**
 * The name of a thing on the picture. An event has its kind and month, since its links tell whose it was; where
 * it has no date, or where the others are not drawn since they are not in the focus, who took part.
 * @param {Model} model
 * @param {number} id
 * @param {number | null} focus
 */
function pictureName(model, id, focus) {
  const node = model.nodes[id];
  const category = model.categories[node.category];
  if (category.group !== "event") return nameWithin(node);
  const term = model.statuses[node.status ?? 0].term;
  const kind = node.status ? `${HOW[term] ?? term} ${category.label}` : category.label;
  const month = node.since ?? node.until;
  const date = month ? [`${node.since ? "" : "by "}${monthOf(month)}`] : [];
  const names = focus === null && month ? [] : participants(model, id, focus);
  return names.length || month || node.status ? [kind, ...names, ...date].join(", ") : node.label;
}

/**
 * Who took part in an event, people by the last of their names; the focus is known and left out.
 * @param {Model} model
 * @param {number} id
 * @param {number | null} focus
 */
function participants(model, id, focus) {
  const told = model.touching[id].filter((number) => model.relations[model.edges[number].relation].term === "hasParticipant");
  const ids = [...new Set(told.map((number) => model.edges[number].from))].filter((other) => other !== focus);
  return ids.map((other) => {
    const { label, category, short } = model.nodes[other];
    return model.categories[category].term === "Person" ? label.slice(label.lastIndexOf(" ") + 1) : short ?? label;
  });
}

/**
 * What stays bright when something is selected: it and what it is joined to; null for everything.
 * @param {State} state
 * @param {Shown} shown
 * @returns {Set<number> | null}
 */
export function highlighted(state, shown) {
  const selected = state.selected;
  if (!selected) return null;
  if (selected.kind === "link") return new Set([selected.a, selected.b]);
  if (!shown.isDrawn[selected.id]) return null;
  if (shown.ring !== null && selected.id === state.focus) return null;
  const near = new Set([selected.id]);
  for (const link of shown.links) {
    if (link.a === selected.id) near.add(link.b);
    if (link.b === selected.id) near.add(link.a);
  }
  return near;
}

/**
 * How big a glyph is at this zoom, in pixels from its middle: bigger for what is joined to more.
 * @param {Model} model
 * @param {number} id
 * @param {number} scale
 */
export function radiusOf(model, id, scale) {
  const size = Math.min(4 + 1.7 * Math.sqrt(model.degree[id]), 17);
  return Math.max(SMALLEST, size * Math.min(Math.max(scale, 0.25), 2) ** 0.6);
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {Map<number, Point> | null} places
 * @param {Camera} camera
 * @param {Set<number> | null} near
 * @param {number | null} hovered
 * @returns {Glyph[]}
 */
function glyphsOf(model, state, shown, places, camera, near, hovered) {
  const selected = state.selected?.kind === "node" ? state.selected.id : -1;
  return shown.drawn.map((id) => {
    const { x, y } = toScreen(placeOf(model, places, id), camera);
    const strong = id === selected || id === state.focus || id === hovered;
    return { id, x, y, r: radiusOf(model, id, camera.scale), alpha: near === null || near.has(id) || id === hovered ? 1 : FADED, strong };
  });
}

/**
 * @param {Point} place
 * @param {Camera} camera
 * @returns {Point}
 */
export function toScreen(place, camera) {
  return { x: (place.x - camera.x) * camera.scale + camera.width / 2, y: (place.y - camera.y) * camera.scale + camera.height / 2 };
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {Map<number, Point> | null} places
 * @param {Camera} camera
 * @param {Set<number> | null} near
 * @param {Ways | null} ways
 * @returns {Line[]}
 */
function linesOf(model, state, shown, places, camera, near, ways) {
  const selected = state.selected;
  // The more links, the paler each, so that what they join can be read through them.
  const usual = Math.max(PALEST, Math.min(USUAL, USUAL * Math.sqrt(FEW / Math.max(shown.links.length, 1))));
  /** @type {Line[]} */
  const lines = [];
  for (const link of shown.links) {
    const one = toScreen(placeOf(model, places, link.a), camera);
    const other = toScreen(placeOf(model, places, link.b), camera);
    if (beside(one.x, other.x, camera.width) || beside(one.y, other.y, camera.height)) continue;
    const strong = ways ? ways.links.has(pairOf(link.a, link.b))
      : selected === null ? false
      : selected.kind === "node" ? link.a === selected.id || link.b === selected.id
      : link.a === selected.a && link.b === selected.b;
    const bright = near === null || strong;
    lines.push({
      link, x1: one.x, y1: one.y, x2: other.x, y2: other.y, strong,
      width: Math.min(0.9 + 0.55 * Math.sqrt(link.statements.length - 1), 5) + (strong ? 0.7 : 0),
      dash: link.derived ? [1.5, 3.5] : link.uncertain ? [6, 4] : [],
      alpha: bright ? (strong ? 0.95 : usual) : FADED * 0.6,
    });
  }
  return lines;
}

/**
 * @param {number} one
 * @param {number} other
 * @param {number} length
 */
function beside(one, other, length) {
  return (one < -MARGIN && other < -MARGIN) || (one > length + MARGIN && other > length + MARGIN);
}

/**
 * The camera that shows all of these places, with room for names at the edge.
 * @param {Point[]} places
 * @param {number} width
 * @param {number} height
 * @returns {Camera}
 */
export function fitted(places, width, height) {
  if (!places.length) return { x: 0, y: 0, scale: 1, width, height };
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const across = Math.min(70, width * 0.1);
  // Above, the buttons stand over the picture; below, a name hangs under its glyph.
  const [above, below] = [Math.min(62, height * 0.12), Math.min(34, height * 0.08)];
  const scale = Math.max(0.01, Math.min((width - 2 * across) / Math.max(right - left, 1), (height - above - below) / Math.max(bottom - top, 1), 1.8));
  return { x: (left + right) / 2, y: (top + bottom) / 2 - (above - below) / 2 / scale, scale, width, height };
}
