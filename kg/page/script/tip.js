/** The card beside the pointer: what a thing or a link is, and the sentence that says so. */

import { byId, count, h, name, oneLine } from "./dom.js";
import { between, newestFirst } from "./links.js";
import { shortLabel } from "./labels.js";
import { periodOf } from "./time.js";

const SENTENCE = 180;
const RELATIONS = 3;
const WIDE = 300;
const GAP = 14;

/**
 * @param {Store} store
 * @returns {(found: Selected, point: Point, room: {width: number, height: number}) => void}
 */
export function tipFor({ model }) {
  const tip = byId("tip");
  let shown = "";
  return (found, point, room) => {
    tip.hidden = found === null;
    if (!found) {
      shown = "";
      return;
    }
    const key = JSON.stringify(found);
    if (key !== shown) tip.replaceChildren(...(found.kind === "node" ? ofNode(model, found.id) : ofLink(model, found.a, found.b)));
    shown = key;
    // Beside the pointer, and on its other side where the edge is near.
    const left = point.x + GAP + WIDE > room.width ? point.x - GAP - tip.offsetWidth : point.x + GAP;
    const top = point.y + GAP + tip.offsetHeight > room.height ? point.y - GAP - tip.offsetHeight : point.y + GAP;
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${Math.max(4, top)}px`;
  };
}

/**
 * @param {Model} model
 * @param {number} id
 */
function ofNode(model, id) {
  const node = model.nodes[id];
  const status = node.status ? model.statuses[node.status].label : "";
  /** @type {Map<number, number>} */
  const uses = new Map();
  for (const number of model.touching[id]) uses.set(model.edges[number].relation, (uses.get(model.edges[number].relation) ?? 0) + 1);
  const most = [...uses].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, RELATIONS).map(([relation, size]) => `${model.relations[relation].label} (${size})`);
  return [
    h("strong", {}, name(oneLine(node.label))),
    h("span", {}, [model.categories[node.category].label, periodOf(node), status].filter(Boolean).join(" · ")),
    h("span", {}, `${count(model.touching[id].length, "statement")}${most.length ? `: ${most.join(", ")}` : ""}`),
    model.categories[node.category].group === "event" && sentenceOf(model, model.touching[id]),
  ].filter(Boolean);
}

/**
 * @param {Model} model
 * @param {number} a
 * @param {number} b
 */
function ofLink(model, a, b) {
  const numbers = between(model, a, b);
  const first = model.edges[numbers[0]];
  const words = `${model.nodes[first.from].label} ${model.relations[first.relation].label} ${model.nodes[first.to].label}`;
  const status = first.status ? model.statuses[first.status].label : "";
  return [
    h("strong", {}, name(oneLine(words))),
    h("span", {}, [status, periodOf(first), numbers.length > 1 ? `and ${count(numbers.length - 1, "more statement")}` : ""].filter(Boolean).join(" · ")),
    sentenceOf(model, numbers),
  ].filter(Boolean);
}

/**
 * The sentence of the newest statement that has one.
 * @param {Model} model
 * @param {number[]} numbers
 */
function sentenceOf(model, numbers) {
  const told = newestFirst(model, numbers).find((number) => model.edges[number].evidence?.length);
  if (told === undefined) return null;
  const [passage] = /** @type {number[]} */ (model.edges[told].evidence);
  return h("q", {}, name(shortLabel(model.passages[passage][2], SENTENCE)));
}
