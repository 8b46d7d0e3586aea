/** Who did what when: a lane for each of the actors that the most is said of, events as they came. */

import { byId, count, h, oneLine, svg } from "./dom.js";
import { glyphGroup } from "./glyphs.js";
import { nameWithin } from "./labels.js";
import { palette } from "./theme.js";
import { dayOf, isDated, periodOf } from "./time.js";

const LANES = 22;
const LANE = 34;
/** Room for names before the lanes, and how many letters it holds; less of both on a narrow screen. */
const HEADS = { wide: { left: 204, letters: 24 }, narrow: { left: 130, letters: 14 } };
/** As wide as a year's number. */
const TICK = 36;
const NARROW = 560;
const TOP = 26;
/** So many lines between lanes stand out; more are drawn paler, down to this. */
const JOINS = 30;
const PALEST = 0.3;

/**
 * @param {Store} store
 * @param {(selected: Selected) => void} choose
 */
export function showTimeline(store, choose) {
  const { model } = store;
  const body = byId("timeline-body");
  const { lanes, all, others } = lanesOf(store);
  if (!lanes.length) {
    body.replaceChildren(h("p", { class: "hint" }, "No dated event is left under the present filters."));
    return;
  }
  const width = Math.max(body.clientWidth - 34, 300);
  const head = width < NARROW ? HEADS.narrow : HEADS.wide;
  const axis = axisOf(store, width, head.left);
  const height = TOP + lanes.length * LANE + 6;
  body.replaceChildren(
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Timeline" },
      svg("svg", { class: "timeline", width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Events by actor and date" },
        ...years(axis, height), ...joins(model, lanes, axis), ...lanes.map((lane, place) => laneElement(store, lane, place, axis, width, head, choose)))),
    h("p", { class: "note" }, `${count(lanes.length, "lane")} of ${all}, the actors with the most dated events first; pale bars are posts and roles. ${others ? `${count(others, "event")} of others ${others === 1 ? "is" : "are"} in the list.` : ""}`));
}

/**
 * @typedef {{actor: number, events: number[], spans: number[]}} Lane
 * @typedef {{first: number, last: number, years: number, x: (day: number) => number}} Axis
 */

/**
 * The actors with the most dated events that the filters let through.
 * @param {Store} store
 */
function lanesOf({ model, shown, state }) {
  /** @type {Map<number, Lane>} */
  const lanes = new Map();
  const laneOf = (/** @type {number} */ actor) => {
    const lane = lanes.get(actor) ?? { actor, events: [], spans: [] };
    lanes.set(actor, lane);
    return lane;
  };
  const isEvent = (/** @type {number} */ id) => model.categories[model.nodes[id].category].group === "event";
  const dated = new Set(model.nodes.filter((node) => shown.nodeListed[node.id] && isEvent(node.id) && isDated(node)).map((node) => node.id));
  model.edges.forEach((statement, number) => {
    if (!shown.statementListed[number] || statement.origin === "derived" || !isDated(statement)) return;
    if (dated.has(statement.to) && model.categories[model.nodes[statement.from].category].group === "actor") {
      const lane = laneOf(statement.from);
      if (!lane.events.includes(statement.to)) lane.events.push(statement.to);
    } else if (!isEvent(statement.from) && !isEvent(statement.to) && !model.relations[statement.relation].term.startsWith("act-")) laneOf(statement.from).spans.push(number);
  });
  const withEvents = [...lanes.values()].filter((lane) => lane.events.length);
  withEvents.sort((one, other) => other.events.length - one.events.length || one.actor - other.actor);
  const wanted = state.selected?.kind === "node" ? state.selected.id : -1;
  const first = withEvents.filter((lane) => lane.actor === wanted);
  const top = [...first, ...withEvents.filter((lane) => lane.actor !== wanted)].slice(0, LANES);
  const seen = new Set(top.flatMap((lane) => lane.events));
  return { lanes: top, all: withEvents.length, others: [...dated].filter((id) => !seen.has(id)).length };
}

/**
 * @param {Store} store
 * @param {number} width
 * @param {number} left
 * @returns {Axis}
 */
function axisOf({ model, state }, width, left) {
  const first = state.since ?? model.firstDay;
  const last = Math.max(state.until ?? model.lastDay, first + 1);
  return { first, last, years: width < NARROW ? 5 : 14, x: (day) => left + 10 + (Math.min(Math.max((day - first) / (last - first), 0), 1)) * (width - left - 26) };
}

/**
 * @param {Axis} axis
 * @param {number} height
 */
function years(axis, height) {
  const first = new Date(axis.first * 86_400_000).getUTCFullYear();
  const last = new Date(axis.last * 86_400_000).getUTCFullYear();
  const step = Math.ceil((last - first + 1) / axis.years);
  const found = [];
  for (let year = first; year <= last; year += step) {
    const day = Math.max(/** @type {number} */ (dayOf(`${year}-01-01`)), axis.first);
    if (axis.x(axis.last) - axis.x(day) < TICK && found.length) break;
    found.push(svg("line", { class: "grid", x1: axis.x(day), x2: axis.x(day), y1: TOP - 6, y2: height }), svg("text", { class: "tick", x: axis.x(day) + 3, y: 13 }, String(year)));
  }
  return found;
}

/**
 * @param {Store} store
 * @param {Lane} lane
 * @param {number} place
 * @param {Axis} axis
 * @param {number} width
 * @param {{left: number, letters: number}} head
 * @param {(selected: Selected) => void} choose
 */
function laneElement({ model }, lane, place, axis, width, head, choose) {
  const y = TOP + place * LANE + LANE / 2;
  const label = oneLine(model.nodes[lane.actor].label);
  const colours = palette();
  const bars = lane.spans.map((number) => {
    const row = model.edges[number];
    const [from, to] = [axis.x(row.start ?? axis.first), axis.x(row.end ?? axis.last)];
    return svg("rect", { class: "span", x: from, y: y - 8, width: Math.max(to - from, 2), height: 16, rx: 4 }, svg("title", {}, oneLine(`${row.detail ?? model.relations[row.relation].label}: ${model.nodes[row.to].label}, ${periodOf(row)}`)));
  });
  const press = (/** @type {Selected} */ selected) => ({
    tabindex: "0", role: "button", onclick: () => choose(selected),
    onkeydown: (/** @type {KeyboardEvent} */ event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), choose(selected)),
  });
  const events = stacked(model, lane.events, axis).map(({ id, x, level }) => {
    const node = model.nodes[id];
    const status = node.status ? ` (${model.statuses[node.status].label})` : "";
    const words = oneLine(`${node.label}, ${periodOf(node)}${status}`);
    return svg("g", { class: node.status ? "event uncertain" : "event", transform: `translate(${x.toFixed(1)} ${(y - level * 4).toFixed(1)})`, "data-node": id, "aria-label": words, ...press({ kind: "node", id }) },
      svg("title", {}, words), glyphGroup(model.categories[node.category], 6, colours));
  });
  return svg("g", { class: "lane" },
    svg("line", { class: "grid", x1: head.left, x2: width - 8, y1: y, y2: y }),
    svg("text", { class: "who", x: head.left - 8, y: y + 4, "aria-label": label, ...press({ kind: "node", id: lane.actor }) }, nameWithin(model.nodes[lane.actor], head.letters), svg("title", {}, label)),
    ...bars, ...events);
}

/**
 * Events in the order of time; those that would cover each other stand a little higher, at most three times.
 * @param {Model} model
 * @param {number[]} ids
 * @param {Axis} axis
 */
function stacked(model, ids, axis) {
  const found = ids.map((id) => ({ id, x: axis.x(dayIn(model.nodes[id], axis)), level: 0 })).sort((one, other) => one.x - other.x || one.id - other.id);
  found.forEach((event, place) => {
    const before = found[place - 1];
    if (before && event.x - before.x < 9) event.level = (before.level + 1) % 3;
  });
  return found;
}

/**
 * @param {NodeRow} node
 * @param {Axis} axis
 */
function dayIn(node, axis) {
  return Math.max(node.start ?? /** @type {number} */ (node.end), axis.first);
}

/**
 * Lines that join the lanes of those who took part in one event.
 * @param {Model} model
 * @param {Lane[]} lanes
 * @param {Axis} axis
 */
function joins(model, lanes, axis) {
  /** @type {Map<number, number[]>} */
  const rows = new Map();
  lanes.forEach((lane, place) => {
    for (const id of lane.events) rows.set(id, [...(rows.get(id) ?? []), place]);
  });
  const shared = [...rows].filter(([, places]) => places.length > 1);
  // The more there are, the paler, so that the events can be read through them.
  const opacity = Math.max(PALEST, Math.min(1, JOINS / Math.max(shared.length, 1))).toFixed(2);
  return shared.map(([id, places]) => {
    const x = axis.x(dayIn(model.nodes[id], axis));
    return svg("line", { class: "join", opacity, x1: x, x2: x, y1: TOP + places[0] * LANE + LANE / 2, y2: TOP + places[places.length - 1] * LANE + LANE / 2 });
  });
}
