/** What stands beside the picture at first: what the page holds, and ways in. */

import { byId, count, h, name, oneLine } from "./dom.js";
import { glyphPicture } from "./glyphs.js";
import { nameWithin } from "./labels.js";
import { palette } from "./theme.js";
import { periodOf, spoken, withoutDate } from "./time.js";

const EVENTS = 5;
const PAIRS = 5;
const ACTORS = 8;
/** Screens on which it would take the room that the picture needs: neither wide nor so narrow that it stands below. */
const CRAMPED = "(min-width: 761px) and (max-width: 1100px)";

/**
 * @param {Store} store
 * @param {import("./panel.js").Actions} actions
 * @returns {{follow: () => void, repaint: () => void, toggle: () => void}}
 */
export function overview(store, actions) {
  const box = byId("overview");
  const button = byId("overview-open");
  let wanted = !matchMedia(CRAMPED).matches;

  function repaint() {
    box.replaceChildren(
      h("header", {}, h("h2", {}, "What is here"), h("button", { type: "button", class: "quiet close", "aria-label": "Close the overview", onclick: toggle }, "✕")),
      ...sections(store.model, actions));
  }

  /** It makes room for whatever the reader chooses, and stays away once that has happened. */
  function follow() {
    const { selected, path, focus, view } = store.state;
    if (selected || path || focus !== null) wanted = false;
    box.hidden = !wanted || view !== "graph";
    button.setAttribute("aria-expanded", String(!box.hidden));
  }

  function toggle() {
    wanted = box.hidden;
    store.change(wanted ? { selected: null, path: null, focus: null, view: "graph" } : {});
  }

  button.addEventListener("click", toggle);
  repaint();
  return { follow, repaint, toggle };
}

/**
 * @param {Model} model
 * @param {import("./panel.js").Actions} actions
 */
function sections(model, { choose, seek }) {
  const thing = (/** @type {number} */ id) => h("button", { type: "button", class: "thing", onclick: () => choose({ kind: "node", id }) }, name(nameWithin(model.nodes[id])));
  const glyph = (/** @type {number} */ id) => glyphPicture(model.categories[model.nodes[id].category], palette());
  const events = newest(model);
  const pairs = oftenest(model);
  const actors = model.nodes.filter((node) => groupOf(model, node) === "actor").slice(0, ACTORS).map((node) => node.id)
    .sort((one, other) => model.degree[other] - model.degree[one] || one - other);
  const ends = apart(model);
  return [
    h("p", { class: "lead" }, summary(model)),
    ...section("Newest events", events, (id) => [glyph(id), h("span", {}, h("button", { type: "button", class: "thing short", title: oneLine(model.nodes[id].label), onclick: () => choose({ kind: "node", id }) }, name(withoutDate(model.nodes[id].label))), h("small", {}, [periodOf(model.nodes[id]), statusOf(model, id)].filter(Boolean).join(" · ")))]),
    ...section("Met most often", pairs, ({ a, b, size }) => [h("button", { type: "button", class: "thing", onclick: () => choose({ kind: "link", a, b }) }, name(model.nodes[a].label), " and ", name(model.nodes[b].label)), h("span", { class: "count" }, ` ${size}`)]),
    ...section("Tied to the most", actors, (id) => [glyph(id), thing(id), h("span", { class: "count" }, ` ${model.degree[id]}`)]),
    ends && h("h3", {}, "Or ask"),
    ends && h("p", {}, h("button", { type: "button", onclick: () => seek({ from: ends[0], to: ends[1], avoid: 0 }) }, "How is ", name(model.nodes[ends[0]].label), " tied to ", name(model.nodes[ends[1]].label), "?")),
    h("p", { class: "note" }, "Click a shape, a line or a name: all that is said of it opens here, sentence by sentence. Press / to search, ? for all keys."),
  ].filter(Boolean);
}

/**
 * @template T
 * @param {string} title
 * @param {T[]} rows
 * @param {(row: T) => (Node | null)[]} make
 */
function section(title, rows, make) {
  return rows.length ? [h("h3", {}, title), h("ul", { class: "ways-in" }, ...rows.map((row) => h("li", {}, ...make(row))))] : [];
}

/**
 * @param {Model} model
 * @param {NodeRow} node
 */
function groupOf(model, node) {
  return model.categories[node.category].group;
}

/**
 * @param {Model} model
 * @param {number} id
 */
function statusOf(model, id) {
  const { status } = model.nodes[id];
  const label = status ? model.statuses[status].label : "";
  return model.nodes[id].label.toLowerCase().startsWith(label) ? "" : label;
}

/**
 * How much of what there is, in one sentence.
 * @param {Model} model
 */
function summary(model) {
  const { about } = model;
  const size = (/** @type {(node: NodeRow) => boolean} */ of) => model.nodes.filter(of).length;
  const isOf = (/** @type {string} */ term) => (/** @type {NodeRow} */ node) => model.categories[node.category].term === term;
  const parts = [
    [size(isOf("Person")), "person", "people"], [size(isOf("State")), "state", "states"],
    [size(isOf("NegotiatingFormat")), "format", "formats"], [size((node) => groupOf(model, node) === "event"), "event", "events"],
  ].filter(([number]) => number).map(([number, one, more]) => count(Number(number), String(one), String(more)));
  const said = count(model.edges.length, "statement");
  const things = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}` : parts[0] ?? count(model.nodes.length, "thing");
  const upTo = about.newest ? `, the newest of ${spoken(about.newest)}` : "";
  return `${things} in ${said}, from ${count(about.releases, "press release")}${upTo}.`;
}

/**
 * The most important event of each of the latest days.
 * @param {Model} model
 */
function newest(model) {
  /** @type {Map<number, number>} */
  const days = new Map();
  for (const node of model.nodes) {
    if (groupOf(model, node) === "event" && node.start !== undefined && !days.has(node.start)) days.set(node.start, node.id);
  }
  return [...days].sort(([one], [other]) => other - one).slice(0, EVENTS).map(([, id]) => id);
}

/**
 * The pairs that met in the most meetings, more than once.
 * @param {Model} model
 */
function oftenest(model) {
  const relation = model.relations.findIndex(({ term }) => term === "metWith");
  /** @type {Map<number, {a: number, b: number, size: number}>} */
  const pairs = new Map();
  for (const { from, to, relation: of } of model.edges) {
    if (of !== relation) continue;
    const [a, b] = [Math.min(from, to), Math.max(from, to)];
    const pair = pairs.get(a * model.nodes.length + b);
    if (pair) pair.size += 1;
    else pairs.set(a * model.nodes.length + b, { a, b, size: 1 });
  }
  return [...pairs.values()].filter(({ size }) => size > 1).sort((one, other) => other.size - one.size || one.a - other.a || one.b - other.b).slice(0, PAIRS);
}

/**
 * The two most important people whom no statement joins, as an example of a path.
 * @param {Model} model
 * @returns {[number, number] | null}
 */
function apart(model) {
  const people = model.nodes.filter((node) => model.categories[node.category].term === "Person").slice(0, ACTORS).map((node) => node.id);
  for (const one of people) {
    const near = new Set(model.touching[one].flatMap((number) => [model.edges[number].from, model.edges[number].to]));
    const other = people.find((id) => !near.has(id));
    if (other !== undefined) return [one, other];
  }
  return null;
}
