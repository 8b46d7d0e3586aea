/** The same as text: every thing that the filters let through, each with all that is said of it. */

import { byId, count, h, name } from "./dom.js";
import { card } from "./cards.js";
import { glyphPicture } from "./glyphs.js";
import { newestFirst } from "./links.js";
import { batches } from "./panel.js";
import { palette } from "./theme.js";
import { periodOf } from "./time.js";

/**
 * @param {Store} store
 * @param {(selected: Selected) => void} choose
 */
export function showList(store, choose) {
  const { model, shown } = store;
  const ids = model.nodes.map((node) => node.id).filter((id) => shown.nodeListed[id]);
  ids.sort((one, other) => model.nodes[one].category - model.nodes[other].category || model.nodes[one].label.localeCompare(model.nodes[other].label, "en") || one - other);
  const sizes = new Map();
  for (const id of ids) sizes.set(model.nodes[id].category, (sizes.get(model.nodes[id].category) ?? 0) + 1);
  byId("list-body").replaceChildren(
    h("p", { class: "kind" }, `${count(ids.length, "thing")} and ${count(shown.listedStatements, "statement")}. Each statement stands with both things that it joins.`),
    ...batches(ids, (id, before) => {
      const category = model.nodes[id].category;
      const isFirst = before === undefined || model.nodes[before].category !== category;
      return [isFirst ? h("h3", {}, glyphPicture(model.categories[category], palette()), ` ${model.categories[category].label} `, h("span", { class: "count" }, sizes.get(category).toLocaleString("en"))) : null, entry(store, id, choose)];
    }));
}

/**
 * @param {Store} store
 * @param {number} id
 * @param {(selected: Selected) => void} choose
 */
function entry(store, id, choose) {
  const { model, shown } = store;
  const node = model.nodes[id];
  const numbers = newestFirst(model, model.touching[id].filter((number) => shown.statementListed[number]));
  const details = h("details", { class: "entry", "data-node": id },
    h("summary", {}, name(node.label), h("span", { class: "count" }, ` ${[periodOf(node), count(numbers.length, "statement")].filter(Boolean).join(" · ")}`)));
  details.addEventListener("toggle", () => {
    if (details.childElementCount > 1) return;
    details.append(
      h("button", { type: "button", onclick: () => choose({ kind: "node", id }) }, "Open beside"),
      ...batches(numbers, (number) => [card(store, number, id, (other) => choose({ kind: "node", id: other }))]));
  });
  return details;
}
