/** Who has to do with whom, or with what: a table of how many statements join each two. */

import { byId, count, h, name, oneLine } from "./dom.js";
import { glyphPicture } from "./glyphs.js";
import { nameWithin } from "./labels.js";
import { palette } from "./theme.js";

const ROWS = 24;
/** So many letters of a name fit beside its row or above its column. */
const LONGEST_HEAD = 24;
/** What can stand across the top: words, and whether a class does. */
const ACROSS = /** @type {Record<string, [string, (category: Category) => boolean]>} */ ({
  actors: ["actors", (category) => category.group === "actor" && category.term !== "NegotiatingFormat"],
  formats: ["formats and conflicts", ({ term }) => term === "NegotiatingFormat" || term === "Conflict"],
  places: ["places", ({ term }) => term === "Place" || term === "Region"],
  instruments: ["instruments", ({ term }) => term === "Instrument"],
});

/**
 * @param {Store} store
 * @param {(selected: Selected) => void} choose
 */
export function showMatrix(store, choose) {
  const { model, state } = store;
  const across = ACROSS[state.matrix] ? state.matrix : "actors";
  const found = tally(store, ACROSS[across][1]);
  byId("matrix-body").replaceChildren(
    h("p", { class: "actions" },
      h("label", { for: "across" }, "Actors against "),
      h("select", { id: "across", onchange: (/** @type {any} */ event) => store.change({ matrix: event.target.value }) },
        ...Object.entries(ACROSS).map(([key, [words]]) => h("option", { value: key, selected: key === across }, words)))),
    found.rows.length ? table(model, found, choose) : h("p", { class: "hint" }, "Nothing joins these under the present filters."),
    h("p", { class: "note" }, `${count(found.rows.length, "row")} of ${found.all}, those with the most statements first. A number is how many statements join the two, derived ones included; it opens them.`));
}

/**
 * How many statements join each actor to each thing across.
 * @param {Store} store
 * @param {(category: Category) => boolean} isAcross
 */
function tally({ model, shown }, isAcross) {
  const isRow = ACROSS.actors[1];
  /** @type {Map<number, Map<number, number>>} */
  const cells = new Map();
  const columns = new Map();
  const totals = new Map();
  model.edges.forEach((statement, number) => {
    if (!shown.statementListed[number] || statement.from === statement.to) return;
    for (const [row, column] of [[statement.from, statement.to], [statement.to, statement.from]]) {
      if (!isRow(model.categories[model.nodes[row].category]) || !isAcross(model.categories[model.nodes[column].category])) continue;
      const cell = cells.get(row) ?? new Map();
      cells.set(row, cell.set(column, (cell.get(column) ?? 0) + 1));
      columns.set(column, (columns.get(column) ?? 0) + 1);
      totals.set(row, (totals.get(row) ?? 0) + 1);
    }
  });
  const top = (/** @type {Map<number, number>} */ sums) => [...sums.keys()].sort((one, other) => (sums.get(other) ?? 0) - (sums.get(one) ?? 0) || one - other).slice(0, ROWS);
  return { cells, rows: top(totals), columns: top(columns), all: totals.size };
}

/**
 * @param {Model} model
 * @param {{cells: Map<number, Map<number, number>>, rows: number[], columns: number[]}} found
 * @param {(selected: Selected) => void} choose
 */
function table(model, { cells, rows, columns }, choose) {
  const most = Math.max(...rows.flatMap((row) => columns.map((column) => cells.get(row)?.get(column) ?? 0)), 1);
  const head = (/** @type {number} */ id) => h("button", { type: "button", class: "thing", title: oneLine(model.nodes[id].label), onclick: () => choose({ kind: "node", id }) }, glyphPicture(model.categories[model.nodes[id].category], palette()), name(nameWithin(model.nodes[id], LONGEST_HEAD)));
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Matrix" }, h("table", { class: "matrix" },
    h("thead", {}, h("tr", {}, h("td", {}), ...columns.map((column) => h("th", { scope: "col" }, h("div", {}, head(column)))))),
    h("tbody", {}, ...rows.map((row) => h("tr", {}, h("th", { scope: "row" }, head(row)), ...columns.map((column) => cell(row, column, cells.get(row)?.get(column) ?? 0)))))));

  /**
   * @param {number} row
   * @param {number} column
   * @param {number} number
   */
  function cell(row, column, number) {
    if (row === column) return h("td", { class: "same" });
    if (!number) return h("td", {});
    const level = Math.min(4, Math.ceil((4 * Math.sqrt(number)) / Math.sqrt(most)));
    const label = `${count(number, "statement")}: ${model.nodes[row].label} and ${model.nodes[column].label}`;
    return h("td", {}, h("button", { type: "button", class: `level${level}`, "aria-label": label, "data-pair": `${row} ${column}`, onclick: () => choose({ kind: "link", a: Math.min(row, column), b: Math.max(row, column) }) }, String(number)));
  }
}
