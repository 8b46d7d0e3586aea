/** Statements between the same two things are drawn as one link, as wide as they are many. */

const LASTING = new Set(["hasPost", "hasHolder", "hasMember", "hasChairperson", "hasHostState", "inFormat"]);

/**
 * The links between drawn things. A derived statement is drawn only where the event that it rests on is not.
 * @param {Model} model
 * @param {Uint8Array} statementOn
 * @param {Uint8Array} isDrawn
 * @returns {Link[]}
 */
export function linksOf(model, statementOn, isDrawn) {
  /** @type {Map<number, Link>} */
  const links = new Map();
  const size = model.nodes.length;
  model.edges.forEach((statement, number) => {
    if (statement.from === statement.to) return;
    if (!statementOn[number] || !isDrawn[statement.from] || !isDrawn[statement.to]) return;
    if (statement.basis !== undefined && isDrawn[statement.basis]) return;
    const a = Math.min(statement.from, statement.to);
    const b = Math.max(statement.from, statement.to);
    const link = links.get(a * size + b);
    if (link) link.statements.push(number);
    else links.set(a * size + b, { a, b, statements: [number], derived: false, uncertain: false, denied: false, ended: false });
  });
  for (const link of links.values()) {
    const rows = link.statements.map((number) => model.edges[number]);
    const terms = rows.map((row) => model.statuses[row.status ?? 0].term);
    link.derived = rows.every((row) => row.origin === "derived");
    link.denied = terms.every((term) => term === "denied");
    link.uncertain = !link.denied && terms.every((term) => term === "planned" || term === "calledFor" || term === "presupposed");
    link.ended = rows.every((row) => row.end !== undefined && row.end < model.lastDay && LASTING.has(model.relations[row.relation].term));
  }
  return [...links.values()];
}

/**
 * All that is said of two things, in either direction, newest first.
 * @param {Model} model
 * @param {number} a
 * @param {number} b
 */
export function between(model, a, b) {
  const numbers = model.touching[a].filter((number) => model.edges[number].from === b || model.edges[number].to === b);
  return newestFirst(model, numbers);
}

/**
 * @param {Model} model
 * @param {number[]} numbers
 */
export function newestFirst(model, numbers) {
  const day = (/** @type {number} */ number) => model.edges[number].start ?? model.edges[number].end ?? -Infinity;
  return [...numbers].sort((one, other) => day(other) - day(one) || one - other);
}
