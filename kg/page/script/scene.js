/** The picture of the graph as a list of things to draw, in pixels: for the canvas, for PNG and for SVG. */

import { placeLabels } from "./labels.js";
import { monthOf } from "./time.js";

const FADED = 0.13;
const SMALLEST = 3.5;
const MARGIN = 40;

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
 * @param {{hovered?: number | null, marked?: Set<number> | null}} [extra]
 * @returns {Scene}
 */
export function sceneOf(model, state, shown, places, camera, { hovered = null, marked = null } = {}) {
  const near = marked ?? highlighted(state, shown);
  const glyphs = glyphsOf(model, state, shown, places, camera, near, hovered);
  const named = [...glyphs].sort((one, other) => Number(other.strong) - Number(one.strong) || other.alpha - one.alpha || Number(other.id === hovered) - Number(one.id === hovered) || one.id - other.id);
  const labels = placeLabels(named, (id) => pictureName(model, id), camera.width, camera.height);
  return { width: camera.width, height: camera.height, glyphs, lines: linesOf(model, state, shown, places, camera, near), labels };
}

/**
 * The name of a thing on the picture. A dated event has its kind and month: its links tell whose it was.
 * @param {Model} model
 * @param {number} id
 */
export function pictureName(model, id) {
  const node = model.nodes[id];
  const category = model.categories[node.category];
  return category.group === "event" && node.since ? `${category.label}, ${monthOf(node.since)}` : node.label;
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
 * @returns {Line[]}
 */
function linesOf(model, state, shown, places, camera, near) {
  const selected = state.selected;
  /** @type {Line[]} */
  const lines = [];
  for (const link of shown.links) {
    const one = toScreen(placeOf(model, places, link.a), camera);
    const other = toScreen(placeOf(model, places, link.b), camera);
    if (beside(one.x, other.x, camera.width) || beside(one.y, other.y, camera.height)) continue;
    const strong = selected === null ? false
      : selected.kind === "node" ? link.a === selected.id || link.b === selected.id
      : link.a === selected.a && link.b === selected.b;
    const bright = near === null || (strong || (selected === null && near.has(link.a) && near.has(link.b)));
    lines.push({
      link, x1: one.x, y1: one.y, x2: other.x, y2: other.y, strong,
      width: Math.min(0.9 + 0.55 * Math.sqrt(link.statements.length - 1), 5) + (strong ? 0.7 : 0),
      dash: link.derived ? [1.5, 3.5] : link.uncertain ? [6, 4] : [],
      alpha: bright ? (strong ? 0.95 : 0.42) : FADED * 0.6,
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
