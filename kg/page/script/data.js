/** The data as they stand in the page, and what is reckoned from them once. */

import { byId } from "./dom.js";
import { isDated } from "./time.js";

/** @returns {Promise<Data>} */
export async function readData() {
  const element = byId("data");
  const text = element.textContent;
  if (element.type === "application/json") return JSON.parse(text);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/**
 * @param {Data} data
 * @returns {Model}
 */
export function modelOf(data) {
  const touching = data.nodes.map(() => /** @type {number[]} */ ([]));
  const neighbours = data.nodes.map(() => /** @type {Set<number>} */ (new Set()));
  data.edges.forEach((statement, number) => {
    touching[statement.from].push(number);
    // What somebody says of nobody in particular has the speaker at both ends.
    if (statement.from === statement.to) return;
    touching[statement.to].push(number);
    neighbours[statement.from].add(statement.to);
    neighbours[statement.to].add(statement.from);
  });
  const byKey = new Map();
  const keys = data.nodes.map((node) => {
    const short = node.iri.slice(node.iri.lastIndexOf("/") + 1);
    const key = short === "" || byKey.has(short) ? node.iri : short;
    byKey.set(key, node.id);
    return key;
  });
  const degree = neighbours.map((others) => others.size);
  return { ...data, touching, degree, byKey, keys, ...axis(data) };
}

/**
 * The time axis: from the first day that a release tells of to the day of the newest release. What lies
 * beyond it is shown while the end of the axis is not cut off.
 * @param {Data} data
 */
function axis(data) {
  const told = data.edges.filter((statement) => statement.origin === "release" && isDated(statement));
  const rows = told.length ? told : [...data.edges, ...data.nodes].filter(isDated);
  const days = rows.map((row) => row.start ?? /** @type {number} */ (row.end)).sort((one, other) => one - other);
  const issued = data.about.newest === null ? NaN : Math.floor(Date.parse(data.about.newest) / 86_400_000);
  const lastDay = Number.isNaN(issued) ? (days[days.length - 1] ?? 0) : issued;
  return { firstDay: Math.min(days[0] ?? lastDay, lastDay - 1), lastDay };
}
