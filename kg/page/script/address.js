/** The state in the address of the page, so that a view can be kept and sent. */

import { dayOf, isoDay } from "./time.js";
import { BACKBONE, MANY } from "./state.js";

const VIEWS = /** @type {const} */ (["graph", "timeline", "matrix", "list"]);

/**
 * @param {Model} model
 * @param {State} state
 */
export function addressOf(model, state) {
  const parts = new URLSearchParams();
  const key = (/** @type {number} */ id) => model.keys[id];
  if (state.view !== "graph") parts.set("view", state.view);
  if (state.view === "matrix" && state.matrix !== "actors") parts.set("matrix", state.matrix);
  if (state.selected) parts.set("select", state.selected.kind === "node" ? key(state.selected.id) : `${key(state.selected.a)}~${key(state.selected.b)}`);
  if (state.focus !== null) parts.set("focus", `${key(state.focus)}~${state.steps}`);
  if (state.path?.to !== null && state.path) parts.set("path", `${key(state.path.from)}~${key(/** @type {number} */ (state.path.to))}~${state.path.avoid}`);
  if (state.since !== null) parts.set("from", isoDay(state.since));
  if (state.until !== null) parts.set("to", isoDay(state.until));
  if (!state.undated) parts.set("undated", "no");
  const terms = (/** @type {Set<number>} */ off, /** @type {Named[]} */ all) => [...off].sort((one, other) => one - other).map((place) => all[place].term).join(" ");
  if (state.offCategories.size) parts.set("without", terms(state.offCategories, model.categories));
  if (state.offRelations.size) parts.set("unlinked", terms(state.offRelations, model.relations));
  if (state.offStatuses.size) parts.set("not", [...state.offStatuses].sort().join(" "));
  if (state.shown !== usualShown(model)) parts.set("shown", String(state.shown));
  return parts.toString().replace(/%7E/g, "~");
}

/** @param {Model} model */
function usualShown(model) {
  return model.nodes.length > MANY ? BACKBONE : 0;
}

/**
 * The part of the state that an address gives; what it names and the page has not is passed over.
 * @param {Model} model
 * @param {string} address
 * @returns {Partial<State>}
 */
export function stateOf(model, address) {
  const parts = new URLSearchParams(address.replace(/^#/, ""));
  const ids = (/** @type {string} */ field) => (parts.get(field) ?? "").split("~").map((key) => model.byKey.get(key));
  /** @type {Partial<State>} */
  const state = {};
  const view = VIEWS.find((known) => known === parts.get("view"));
  state.view = view ?? "graph";
  state.matrix = parts.get("matrix") ?? "actors";
  const [one, other] = ids("select");
  state.selected = one === undefined ? null : other === undefined ? { kind: "node", id: one } : { kind: "link", a: Math.min(one, other), b: Math.max(one, other) };
  const [focus] = ids("focus");
  state.focus = focus ?? null;
  state.steps = (parts.get("focus") ?? "").endsWith("~2") ? 2 : 1;
  const [from, to] = ids("path");
  state.path = from !== undefined && to !== undefined ? { from, to, avoid: Number((parts.get("path") ?? "").split("~")[2]) || 0 } : null;
  state.since = dayOf(parts.get("from") ?? "");
  state.until = dayOf(parts.get("to") ?? "");
  if (state.since !== null && state.until !== null && state.since > state.until) [state.since, state.until] = [state.until, state.since];
  state.undated = parts.get("undated") !== "no";
  state.offCategories = places(parts.get("without"), model.categories);
  state.offRelations = places(parts.get("unlinked"), model.relations);
  state.offStatuses = new Set((parts.get("not") ?? "").split(" ").filter(Boolean));
  const shown = parts.get("shown");
  state.shown = shown !== null && /^\d{1,6}$/.test(shown) ? Number(shown) : usualShown(model);
  return state;
}

/**
 * @param {string | null} terms
 * @param {Named[]} all
 */
function places(terms, all) {
  const wanted = new Set((terms ?? "").split(" "));
  return new Set(all.flatMap(({ term }, place) => (wanted.has(term) ? [place] : [])));
}
