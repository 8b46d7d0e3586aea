/** What is shown, as data: CSV with one row a statement, Turtle in the terms of the ontology. */

import { spoken } from "./time.js";

const PREFIXES = {
  dct: "http://purl.org/dc/terms/", kg: "https://w3id.org/osce-kg/ontology#", rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#",
};
const COLUMNS = ["subject", "subject_class", "relation", "object", "object_class", "detail", "from", "to", "certainty", "origin", "sentence", "release", "issued", "address", "subject_iri", "object_iri", "fact_iri"];
/** Relations that are properties between the two things, and whether the property runs the other way. */
const DIRECT = /** @type {Record<string, boolean>} */ ({
  hasParticipant: true, hasPlace: false, inFormat: false, discusses: false, isPartOf: false, hasConflict: false, hasHostState: false,
  hasSeat: false, hasCapital: false, hasNationality: false, hasPredecessor: false, inOrganization: false, isReportedBy: false,
  hasSeries: false, isHeldBy: false, mentions: false, metWith: false, hasOutcome: false, concernsState: false, hasTroikaMember: false,
  succeeds: false, takesPartIn: false, isCoMentionedWith: false, hasSource: false, issuedAt: false,
});
/** Relations that are properties of other vocabularies. */
const OUTER = /** @type {Record<string, string>} */ ({ broader: "skos:broader", subject: "dct:subject" });
/** Relations that stand for a thing of their own: its class, and the properties to the two ends. */
const REIFIED = /** @type {Record<string, [string, string, string]>} */ ({
  hasMember: ["FormatMembership", "hasMember", "ofFormat"],
  hasChairperson: ["Chairpersonship", "hasChairperson", "isHeldBy"],
  onBehalfOf: ["Participation", "hasActor", "onBehalfOf"],
});

/**
 * The statements that the filters let through.
 * @param {Store} store
 */
function rowsOf({ model, shown }) {
  return model.edges.filter((_, number) => shown.statementListed[number]);
}

/**
 * @param {Store} store
 * @returns {string}
 */
export function csvOf(store) {
  const { model } = store;
  const lines = rowsOf(store).map((row) => {
    const [subject, object] = [model.nodes[row.from], model.nodes[row.to]];
    const passage = row.evidence ? model.passages[row.evidence[0]] : null;
    const release = passage ? model.releases[passage[0]] : null;
    return [
      subject.label, model.categories[subject.category].label, model.relations[row.relation].label, object.label, model.categories[object.category].label,
      row.detail, row.since, row.until, model.statuses[row.status ?? 0].label, row.origin, passage?.[2], release?.title, release?.issued, release?.url,
      subject.iri, object.iri, row.fact,
    ].map(cell).join(",");
  });
  return `\ufeff${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

/**
 * A cell; an apostrophe goes before what a spreadsheet would run as a formula.
 * @param {string | undefined} value
 */
function cell(value) {
  const text = value ?? "";
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * @param {Store} store
 * @returns {string}
 */
export function turtleOf(store) {
  const { model, shown } = store;
  const lines = Object.entries(PREFIXES).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`);
  lines.push("", `# ${spoken(model.about.newest ?? "")}: the newest release. The part of the graph that was shown on the page.`, "");
  const rows = rowsOf(store);
  for (const node of model.nodes) {
    if (!shown.nodeListed[node.id]) continue;
    const category = model.categories[node.category].term;
    const parts = [category === "Thing" ? "" : `a kg:${category}`, `rdfs:label ${text(node.label)}@en`, ...(node.aliases ?? []).map((alias) => `skos:altLabel ${text(alias)}@en`), ...dates(node)];
    if (node.status !== undefined || model.categories[node.category].group === "event") parts.push(`kg:hasFactuality kg:${model.statuses[node.status ?? 0].term}`);
    lines.push(`${iri(node.iri)} ${parts.filter(Boolean).join(" ;\n    ")} .`);
  }
  for (const row of rows) lines.push(...triples(model, row));
  return `${[...new Set(lines)].join("\n")}\n`;
}

/**
 * @param {Model} model
 * @param {StatementRow} row
 */
function triples(model, row) {
  const relation = model.relations[row.relation].term;
  const [subject, object] = [iri(model.nodes[row.from].iri), iri(model.nodes[row.to].iri)];
  const status = row.status ? [`kg:hasFactuality kg:${model.statuses[row.status].term}`] : [];
  const quotes = (row.evidence ?? []).map((passage) => `kg:quote ${text(model.passages[passage][2])}`);
  const releases = (row.evidence ?? []).map((passage) => `dct:source ${iri(model.releases[model.passages[passage][0]].iri)}`);
  if (relation in OUTER) return [`${subject} ${OUTER[relation]} ${object} .`];
  if (relation in DIRECT) return [DIRECT[relation] ? `${object} kg:${relation} ${subject} .` : `${subject} kg:${relation} ${object} .`, ...support(row, [...quotes, ...releases])];
  if (relation in REIFIED) {
    const [class_, first, second] = REIFIED[relation];
    const ends = [`kg:${first} ${subject}`, ...(object === iri(row.fact) ? [] : [`kg:${second} ${object}`])];
    return [`${iri(row.fact)} a kg:${class_} ;\n    ${[...ends, ...status, ...dates(row), ...quotes, ...releases].join(" ;\n    ")} .`];
  }
  if (relation === "hasPost" || relation === "hasHolder") return [`${iri(row.fact)} a kg:Tenure ;\n    ${[`kg:hasHolder ${subject}`, `rdfs:label ${text(row.detail ?? "")}@en`, `kg:${relation === "hasPost" ? "inOrganization" : "hasPost"} ${object}`, ...dates(row), ...quotes, ...releases].join(" ;\n    ")} .`];
  if (relation.startsWith("act-")) {
    const way = row.detail?.includes("addressed to") ? "isAddressedTo" : "isAbout";
    const end = row.from === row.to ? [] : [`kg:${way} ${object}`];
    return [`${iri(row.fact)} a kg:Act ;\n    ${[`kg:hasSpeaker ${subject}`, `kg:hasActType kg:${relation}`, ...end, ...status, ...quotes, ...releases].join(" ;\n    ")} .`];
  }
  return [];
}

/**
 * @param {StatementRow} row
 * @param {string[]} parts
 */
function support(row, parts) {
  return parts.length ? [`${iri(row.fact)} ${[...new Set(parts)].join(" ;\n    ")} .`] : [];
}

/** @param {{since?: string, until?: string, observed?: boolean}} row */
function dates(row) {
  const typed = (/** @type {string} */ value) => `"${value}"^^xsd:${value.length === 4 ? "gYear" : value.length === 7 ? "gYearMonth" : "date"}`;
  if (row.observed) return row.until ? [`kg:asOf ${typed(row.until)}`] : [];
  return [row.since && `kg:startDate ${typed(row.since)}`, row.until && `kg:endDate ${typed(row.until)}`].filter((part) => typeof part === "string");
}

/** @param {string} value */
function text(value) {
  const escapes = /** @type {Record<string, string>} */ ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" });
  return `"${value.replace(/[\\"\n\r\t]/g, (letter) => escapes[letter]).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd")}"`;
}

/** @param {string} value */
function iri(value) {
  return `<${value.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`)}>`;
}
