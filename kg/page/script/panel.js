/** The panel beside the views: all that is known of what is selected. */

import { byId, count, h, name, webLink } from "./dom.js";
import { card } from "./cards.js";
import { between, newestFirst } from "./links.js";
import { glyphPicture } from "./glyphs.js";
import { hubs, waysOf } from "./paths.js";
import { palette } from "./theme.js";
import { isDated, periodOf, spoken } from "./time.js";

/** So many cards at first, and so many more each time. */
const BATCH = 50;
const AVOIDED = [0, 5, 10, 20];
const POSTS = new Set(["hasPost", "hasHolder"]);

/**
 * @typedef {object} Actions
 * @property {(selected: Selected) => void} choose
 * @property {(id: number, steps?: 1 | 2) => void} focusOn
 * @property {(path: Path | null) => void} seek
 */

/**
 * Fill the panel for what the state says is selected; an empty panel is hidden.
 * @param {Store} store
 * @param {Actions} actions
 */
export function showPanel(store, actions) {
  const panel = byId("panel");
  const { selected, path } = store.state;
  const content = path && (path.to !== null || !selected) ? pathPanel(store, path, actions)
    : selected?.kind === "node" ? nodePanel(store, selected.id, actions)
    : selected?.kind === "link" ? linkPanel(store, selected.a, selected.b, actions)
    : null;
  // While what it had is still laid out: afterwards, this alone would have all of it laid out anew.
  panel.scrollTop = 0;
  panel.hidden = content === null;
  document.body.classList.toggle("with-panel", content !== null);
  panel.replaceChildren(...(content ?? []).filter((part) => part instanceof Node));
}

/**
 * @param {string | Node} title
 * @param {() => void} close
 * @param {Node | null} [glyph]
 */
function heading(title, close, glyph = null) {
  return h("header", {}, glyph, h("h2", { id: "panel-title", tabindex: "-1" }, title),
    h("button", { type: "button", class: "quiet close", "aria-label": "Close the panel", onclick: close }, "✕"));
}

/**
 * @param {Store} store
 * @param {number} id
 * @param {Actions} actions
 */
function nodePanel(store, id, { choose, focusOn, seek }) {
  const { model, state } = store;
  const node = model.nodes[id];
  const category = model.categories[node.category];
  const chooseNode = (/** @type {number} */ other) => choose({ kind: "node", id: other });
  const facts = [category.label, periodOf(node), node.status ? model.statuses[node.status].label : "", node.unverified ? "named in releases only" : ""];
  const focused = state.focus === id;
  return [
    heading(name(node.label), () => choose(null), glyphPicture(category, palette())),
    h("p", { class: "kind" }, facts.filter(Boolean).join(" · ")),
    node.aliases && h("p", { class: "aliases" }, "Also: ", name(node.aliases.join(", "))),
    h("div", { class: "actions" },
      h("button", { type: "button", onclick: () => focusOn(id, 1) }, focused && state.steps === 1 ? "Focused: 1 step" : "Focus"),
      h("button", { type: "button", onclick: () => focusOn(id, 2) }, focused && state.steps === 2 ? "Focused: 2 steps" : "Two steps"),
      h("button", { type: "button", onclick: () => seek({ from: id, to: null, avoid: 0 }) }, "Path to…")),
    state.path && state.path.to === null && h("p", { class: "hint", role: "status" }, "Now choose the other end: search for it, or click it."),
    node.details && details(node.details),
    ...tenures(store, id, chooseNode),
    ...groups(store, id, chooseNode),
    node.sources && h("p", { class: "iri" }, "Source of the reference facts: ", ...node.sources.flatMap((source, place) => [place ? "; " : "", webLink(source)])),
    h("p", { class: "iri" }, webLink(node.iri)),
    ...(node.sameAs ?? []).map((iri) => h("p", { class: "iri" }, "Same as ", webLink(iri))),
  ];
}

/**
 * What is told by plain values, those of one property in one row.
 * @param {[string, string][]} pairs
 */
function details(pairs) {
  /** @type {Map<string, string[]>} */
  const rows = new Map();
  for (const [words, value] of pairs) rows.set(words, [...(rows.get(words) ?? []), spoken(value)]);
  return h("dl", { class: "details" }, ...[...rows].flatMap(([words, values]) => [h("dt", {}, words), h("dd", {}, name(values.join("; ")))]));
}

/**
 * Who held which post when, as a short list before everything else.
 * @param {Store} store
 * @param {number} id
 * @param {(id: number) => void} choose
 */
function tenures({ model }, id, choose) {
  const all = newestFirst(model, model.touching[id].filter((number) => POSTS.has(model.relations[model.edges[number].relation].term)));
  const postOf = (/** @type {number} */ number) => `${model.edges[number].detail} ${model.edges[number].from} ${model.edges[number].to}`;
  const known = new Set(all.filter((number) => !model.edges[number].observed).map(postOf));
  // What a release shows somebody to be adds nothing here where the dates of the tenure are known.
  const numbers = all.filter((number) => !model.edges[number].observed || !known.has(postOf(number)));
  if (!numbers.length) return [];
  const seen = new Set();
  const facts = new Set();
  const items = numbers.flatMap((number) => {
    const statement = model.edges[number];
    const other = statement.from === id ? statement.to : statement.from;
    const dates = isDated(statement) ? periodOf(statement) : "";
    const words = `${statement.detail ?? "post"} ${other} ${dates}`;
    // One tenure may stand twice, with the post and with what the post belongs to.
    if (seen.has(words) || facts.has(statement.fact)) return [];
    seen.add(words);
    facts.add(statement.fact);
    const who = statement.from === id ? statement.detail ?? model.nodes[other].label : `${model.nodes[other].label}, ${statement.detail ?? ""}`;
    return [h("li", {}, h("button", { type: "button", class: "thing", onclick: () => choose(other) }, name(who)), dates && h("span", { class: "dates" }, ` ${dates}`))];
  });
  return [h("h3", {}, "Posts"), h("ul", { class: "tenures" }, ...items)];
}

/**
 * All statements on a thing, by relation and direction, each group newest first, in batches.
 * @param {Store} store
 * @param {number} id
 * @param {(id: number) => void} choose
 */
function groups(store, id, choose) {
  const { model } = store;
  /** @type {Map<string, number[]>} */
  const byRelation = new Map();
  for (const number of model.touching[id]) {
    const statement = model.edges[number];
    const key = `${statement.origin === "derived" ? 1 : 0} ${String(statement.relation).padStart(4, "0")} ${statement.from === id ? 0 : 1}`;
    const group = byRelation.get(key);
    if (group) group.push(number);
    else byRelation.set(key, [number]);
  }
  const ordered = [...byRelation].sort(([one], [other]) => (one < other ? -1 : 1));
  const rows = ordered.flatMap(([key, numbers]) => newestFirst(model, numbers).map((number) => ({ key, number, size: numbers.length })));
  return batches(rows, ({ key, number, size }, before) => {
    const statement = model.edges[number];
    const words = statement.from === id ? `… ${model.relations[statement.relation].label}` : `${model.relations[statement.relation].label} …`;
    const title = before?.key === key ? null : h("h3", {}, words, h("span", { class: "count" }, ` ${size}`));
    return [title, card(store, number, id, choose)];
  });
}

/**
 * Rows made into elements, the first at once and the rest on demand.
 * @template T
 * @param {T[]} rows
 * @param {(row: T, before: T | undefined) => (Node | null)[]} make
 */
export function batches(rows, make) {
  const box = h("div", { class: "batches" });
  let done = 0;
  const more = h("button", { type: "button", class: "more", onclick: () => add() });
  function add() {
    const end = Math.min(done + BATCH, rows.length);
    for (; done < end; done += 1) for (const element of make(rows[done], rows[done - 1])) if (element) box.append(element);
    if (done < rows.length) {
      more.textContent = `Show ${Math.min(BATCH, rows.length - done)} more of ${rows.length - done}`;
      box.append(more);
    } else more.remove();
  }
  add();
  return [box];
}

/**
 * @param {Store} store
 * @param {number} a
 * @param {number} b
 * @param {Actions} actions
 */
function linkPanel(store, a, b, { choose }) {
  const { model, shown } = store;
  const numbers = between(model, a, b);
  const inside = numbers.filter((number) => shown.statementOn[number]);
  const outside = numbers.filter((number) => !shown.statementOn[number]);
  return [
    heading(h("span", {}, name(model.nodes[a].label), " and ", name(model.nodes[b].label)), () => choose(null)),
    h("p", { class: "kind" }, outside.length ? `${count(inside.length, "statement")}, and ${outside.length} outside the filters` : count(inside.length, "statement")),
    ...batches([...inside, ...outside], (number) => [card(store, number, null, (id) => choose({ kind: "node", id }))]),
  ];
}

/**
 * @param {Store} store
 * @param {Path} path
 * @param {Actions} actions
 */
function pathPanel(store, path, { choose, seek }) {
  const { model } = store;
  const from = model.nodes[path.from];
  if (path.to === null) {
    return [heading(h("span", {}, "Path from ", name(from.label)), () => seek(null)), h("p", { class: "hint" }, "Now choose the other end: search for it, or click it.")];
  }
  const to = model.nodes[path.to];
  const ways = waysOf(store, path);
  const avoided = [...hubs(store, path)].map((id) => model.nodes[id].label);
  const chooser = h("select", { id: "avoid", onchange: (/** @type {any} */ event) => seek({ ...path, avoid: Number(event.target.value) }) },
    ...AVOIDED.map((size) => h("option", { value: size, selected: size === path.avoid }, size ? `go round the ${size} biggest hubs` : "through anything")));
  return [
    heading(h("span", {}, "From ", name(from.label), " to ", name(to.label)), () => seek(null)),
    h("p", { class: "actions" }, h("label", { for: "avoid" }, "Ways "), chooser),
    avoided.length > 0 && h("p", { class: "kind" }, "Not through: ", name(avoided.join(", "))),
    ways.length === 0 && h("p", { class: "hint", role: "status" }, `No path joins ${from.label} and ${to.label} under these filters${path.avoid ? " and round these hubs" : ""}.`),
    ...ways.flatMap((way, place) => wayElements(store, way, place, choose)),
  ];
}

/**
 * @param {Store} store
 * @param {number[]} way
 * @param {number} place
 * @param {Actions["choose"]} choose
 */
function wayElements(store, way, place, choose) {
  const { model, shown } = store;
  const chooseNode = (/** @type {number} */ id) => choose({ kind: "node", id });
  const hops = way.slice(1).map((id, step) => {
    const numbers = between(model, way[step], id).filter((number) => shown.statementOn[number]);
    const words = [...new Set(numbers.map((number) => model.relations[model.edges[number].relation].label))].join(", ");
    const details = h("details", {}, h("summary", {}, name(words), h("span", { class: "count" }, ` · ${count(numbers.length, "statement")}`)));
    details.addEventListener("toggle", () => {
      if (details.childElementCount === 1) details.append(...batches(numbers, (number) => [card(store, number, null, chooseNode)]));
    });
    return h("li", {}, details, h("button", { type: "button", class: "thing", onclick: () => chooseNode(id) }, name(model.nodes[id].label)));
  });
  return [
    h("h3", {}, `Way ${place + 1}`, h("span", { class: "count" }, ` ${count(way.length - 1, "step")}`)),
    h("ol", { class: "way" }, h("li", {}, h("button", { type: "button", class: "thing", onclick: () => chooseNode(way[0]) }, name(model.nodes[way[0]].label))), ...hops),
  ];
}
