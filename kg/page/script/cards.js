/** What is said, with the dates, the sentence and the release that bear it out. */

import { h, name, webLink, count } from "./dom.js";
import { periodOf, spoken } from "./time.js";

const SENTENCES = 2;

/**
 * One statement as a card. Where `of` is given, the card names only the other thing.
 * @param {Store} store
 * @param {number} number
 * @param {number | null} of
 * @param {(id: number) => void} choose
 * @returns {HTMLElement}
 */
export function card(store, number, of, choose) {
  const { model, shown } = store;
  const statement = model.edges[number];
  const outside = !shown.statementOn[number];
  return h("article", { class: `card${outside ? " outside" : ""}`, "data-statement": number },
    h("p", { class: "said" }, ...sentence(model, statement, of, choose)),
    statement.detail && h("p", { class: "detail" }, name(statement.detail)),
    h("p", { class: "facts" }, ...chips(model, statement), outside && h("span", { class: "chip" }, "outside the filters")),
    ...quotes(model, statement),
    footnote(statement));
}

/**
 * @param {Model} model
 * @param {StatementRow} statement
 * @param {number | null} of
 * @param {(id: number) => void} choose
 */
function sentence(model, statement, of, choose) {
  const words = ` ${model.relations[statement.relation].label} `;
  const end = (/** @type {number} */ id) => id === of
    ? h("span", { class: "self" }, name(model.nodes[id].label))
    : h("button", { type: "button", class: "thing", onclick: () => choose(id) }, name(model.nodes[id].label));
  return statement.from === statement.to ? [end(statement.from), words.trimEnd()] : [end(statement.from), words, end(statement.to)];
}

/**
 * @param {Model} model
 * @param {StatementRow} statement
 */
function chips(model, statement) {
  const status = model.statuses[statement.status ?? 0];
  const dates = periodOf(statement);
  return [
    statement.status ? h("span", { class: `chip status ${status.term}` }, status.label) : null,
    h("span", { class: "chip" }, dates || "undated"),
    statement.origin !== "release" && h("span", { class: `chip ${statement.origin}` }, statement.origin === "derived" ? "derived" : "reference fact"),
    statement.confidence && statement.confidence !== "high" && h("span", { class: "chip" }, `${statement.confidence} confidence`),
  ];
}

/**
 * @param {Model} model
 * @param {StatementRow} statement
 */
function quotes(model, statement) {
  const evidence = statement.evidence ?? [];
  const parts = evidence.slice(0, SENTENCES).map((passage) => quote(model, passage));
  if (evidence.length > SENTENCES) {
    parts.push(h("details", {}, h("summary", {}, count(evidence.length - SENTENCES, "more passage")), ...evidence.slice(SENTENCES).map((passage) => quote(model, passage))));
  }
  return parts;
}

/**
 * @param {Model} model
 * @param {number} passage
 */
function quote(model, passage) {
  const [number, , text] = model.passages[passage];
  const release = model.releases[number];
  const about = [release.issued && spoken(release.issued), release.publisher].filter(Boolean).join(", ");
  return h("figure", {},
    h("blockquote", { dir: "auto" }, text),
    h("figcaption", {}, release.url ? webLink(release.url, release.title) : h("cite", {}, name(release.title)), about && `, ${about}`));
}

/** @param {StatementRow} statement */
function footnote(statement) {
  const parts = [];
  if (statement.origin === "derived") parts.push(statement.basis === undefined ? "Derived by a rule from other statements." : "Derived: both are reported to have taken part.");
  for (const source of statement.sources ?? []) parts.push("Source: ", webLink(source), " ");
  if (statement.rules) parts.push(`Read by the rule${statement.rules.length > 1 ? "s" : ""} ${statement.rules.join(", ")}.`);
  return parts.length ? h("p", { class: "footnote" }, ...parts) : null;
}
