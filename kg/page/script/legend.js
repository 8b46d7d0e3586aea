/** The legend, which is also the filter: things by class, statements by relation and by how certain they are. */

import { byId, h } from "./dom.js";
import { statusOf } from "./filter.js";
import { glyphPicture } from "./glyphs.js";
import { palette } from "./theme.js";
import { svg } from "./dom.js";

const DASHED = "6 4";
const DOTTED = "1.5 3.5";
const DERIVED = { term: "derived", label: "derived" };
/** How links of each status are drawn: dashes, and the mark across the middle. */
const STROKES = /** @type {Record<string, [string, string]>} */ ({
  happened: ["", ""], planned: [DASHED, ""], calledFor: [DASHED, ""], presupposed: [DASHED, ""],
  denied: ["", "M11 3L19 11M19 3L11 11"], derived: [DOTTED, ""], ended: ["", "M15 2V12"],
});

/**
 * @param {Store} store
 * @returns {{follow: () => void, repaint: () => void}}
 */
export function legendView(store) {
  const { model } = store;
  const things = facet(byId("facet-things"), model.categories.map((category) => category.label), (place) => glyphPicture(model.categories[place], palette()),
    () => store.state.offCategories, (offCategories) => store.change({ offCategories }));
  const relations = facet(byId("facet-relations"), model.relations.map((relation) => relation.label), () => null,
    () => store.state.offRelations, (offRelations) => store.change({ offRelations }));
  const statuses = [...model.statuses, DERIVED].filter(({ term }) => model.edges.some((row) => statusOf(model, row) === term) || model.nodes.some((node) => model.statuses[node.status ?? 0].term === term));
  const places = new Map(statuses.map(({ term }, place) => [term, place]));
  const certainty = facet(byId("facet-statuses"), statuses.map(({ label }) => label), (place) => strokePicture(statuses[place].term),
    () => new Set(statuses.flatMap(({ term }, place) => (store.state.offStatuses.has(term) ? [place] : []))),
    (off) => store.change({ offStatuses: new Set([...off].map((place) => statuses[place].term)) }));
  byId("strokes").replaceChildren(h("li", {}, strokePicture("ended"), h("span", {}, "a post or role that has ended")));

  function follow() {
    const { shown } = store;
    things.follow(tally(model.categories.length, model.nodes, (node) => node.category, (node) => Boolean(shown.nodeListed[node.id])));
    relations.follow(tally(model.relations.length, model.edges, (row) => row.relation, (_, place) => Boolean(shown.statementListed[place])));
    certainty.follow(tally(statuses.length, model.edges, (row) => places.get(statusOf(model, row)) ?? 0, (_, place) => Boolean(shown.statementListed[place])));
  }

  return { follow, repaint: things.repaint };
}

/**
 * A link of this status, as it is drawn.
 * @param {string} term
 */
function strokePicture(term) {
  const [dash, mark] = STROKES[term] ?? STROKES.happened;
  return svg("svg", { class: "stroke-picture", viewBox: "0 0 30 14", width: 30, height: 14, "aria-hidden": "true" },
    svg("line", { x1: 1, y1: 7, x2: 29, y2: 7, class: "stroke", "stroke-dasharray": dash }),
    mark && svg("path", { d: mark, class: "stroke" }));
}

/**
 * How many of each there are, and how many are shown.
 * @template T
 * @param {number} size
 * @param {T[]} rows
 * @param {(row: T) => number} placeOf
 * @param {(row: T, place: number) => boolean} isOn
 * @returns {[number, number][]}
 */
function tally(size, rows, placeOf, isOn) {
  const found = Array.from({ length: size }, () => /** @type {[number, number]} */ ([0, 0]));
  rows.forEach((row, place) => {
    found[placeOf(row)][1] += 1;
    if (isOn(row, place)) found[placeOf(row)][0] += 1;
  });
  return found;
}

/**
 * One group of tick boxes with counts.
 * @param {HTMLElement} list
 * @param {string[]} labels
 * @param {(place: number) => Node | null} picture
 * @param {() => Set<number>} readOff
 * @param {(off: Set<number>) => void} writeOff
 */
function facet(list, labels, picture, readOff, writeOff) {
  const rows = labels.map((label, place) => {
    const box = h("input", { type: "checkbox", onchange: () => toggle(place, box.checked) });
    const glyph = h("span", { class: "picture" }, picture(place));
    const number = h("span", { class: "count" });
    const only = h("button", { type: "button", class: "only", "aria-label": `Only ${label}`, onclick: () => alone(place) }, "only");
    list.append(h("li", {}, h("label", {}, box, picture(place) ? glyph : null, h("span", { class: "words" }, h("bdi", {}, label)), number), only));
    return { box, glyph, number };
  });

  /**
   * @param {number} place
   * @param {boolean} on
   */
  function toggle(place, on) {
    const off = new Set(readOff());
    if (on) off.delete(place);
    else off.add(place);
    writeOff(off);
  }

  /** @param {number} place */
  function alone(place) {
    const others = labels.map((_, other) => other).filter((other) => other !== place);
    const off = readOff();
    const isAlone = off.size === others.length && !off.has(place);
    writeOff(new Set(isAlone ? [] : others));
  }

  return {
    /** @param {[number, number][]} counts */
    follow(counts) {
      const off = readOff();
      rows.forEach(({ box, number }, place) => {
        const [shown, all] = counts[place];
        box.checked = !off.has(place);
        number.textContent = shown === all ? all.toLocaleString("en") : `${shown.toLocaleString("en")} of ${all.toLocaleString("en")}`;
        number.dataset.shown = String(shown);
      });
    },
    repaint() {
      rows.forEach(({ glyph }, place) => {
        const fresh = picture(place);
        if (fresh) glyph.replaceChildren(fresh);
      });
    },
  };
}
