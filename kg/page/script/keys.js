/** The keyboard on the graph: arrows go to the thing that lies that way, Enter opens it, Escape clears. */

import { byId } from "./dom.js";
import { neighboursOf } from "./filter.js";

const ARROWS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/**
 * @param {Store} store
 * @param {import("./graph.js").GraphView} graph
 * @param {{choose: (selected: Selected) => void, clear: () => void}} actions
 */
export function keyboard(store, graph, { choose, clear }) {
  byId("canvas").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const next = toward(store, graph, arrow);
      if (next !== null) choose({ kind: "node", id: next });
    } else if (event.key === "Enter") byId("panel-title")?.focus();
    else if (event.key === "+" || event.key === "=") graph.zoom(1.3);
    else if (event.key === "-") graph.zoom(1 / 1.3);
    else if (event.key === "0") graph.fit();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.matches("input:not([type=checkbox]):not([type=range]), select, textarea");
    if (event.key === "/" && !typing) {
      byId("search").focus();
      event.preventDefault();
    } else if (event.key === "?" && !typing) {
      if (!byId("about").open) byId("about").showModal();
      byId("keys").scrollIntoView();
    } else if (event.key === "Escape" && !typing && !byId("about").open) clear();
  });
}

/**
 * The thing to go to from the selected one: a neighbour that lies that way, or else anything that does.
 * @param {Store} store
 * @param {import("./graph.js").GraphView} graph
 * @param {[number, number]} arrow
 */
function toward({ model, state, shown }, graph, [across, down]) {
  const glyphs = graph.scene().glyphs;
  const selected = state.selected?.kind === "node" ? state.selected.id : null;
  const from = glyphs.find((glyph) => glyph.id === selected);
  if (!from) return glyphs.length ? Math.min(...glyphs.map((glyph) => glyph.id)) : null;
  const neighbours = new Set(neighboursOf(model, from.id, shown.statementOn));
  /** @type {[number, number]} */
  let best = [-1, Infinity];
  for (const glyph of glyphs) {
    const along = (glyph.x - from.x) * across + (glyph.y - from.y) * down;
    const aside = Math.abs((glyph.x - from.x) * down + (glyph.y - from.y) * across);
    if (glyph.id === from.id || along <= 0 || aside > along * 1.2) continue;
    const cost = along + 2 * aside + (neighbours.has(glyph.id) ? 0 : 1e6);
    if (cost < best[1]) best = [glyph.id, cost];
  }
  return best[0] < 0 ? null : best[0];
}
