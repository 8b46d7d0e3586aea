/** Which things and statements the reader's choices let through, and which of them are drawn. */

import { inWindow, isDated } from "./time.js";
import { linksOf } from "./links.js";

/** How many neighbours of what is selected come in addition to the most important things. */
const NEIGHBOURS = 60;

/**
 * @param {Model} model
 * @param {State} state
 * @param {Shown | null} [before] what was shown until now; where the filters are the same, it need not be worked out anew
 * @returns {Shown}
 */
export function filtered(model, state, before = null) {
  const key = keyOf(state);
  const passed = before?.key === key ? before : passing(model, state);
  const { nodeOn, statementOn, nodeCount, statementCount } = passed;
  const { drawn, ring } = state.focus !== null && nodeOn[state.focus]
    ? surroundings(model, state, nodeOn, statementOn)
    : { drawn: strongest(model, state, nodeOn, statementOn), ring: null };
  const isDrawn = new Uint8Array(model.nodes.length);
  for (const id of drawn) isDrawn[id] = 1;
  const same = passed === before && before.drawn.length === drawn.length && before.drawn.every((id, place) => id === drawn[place]);
  const links = same ? before.links : linksOf(model, statementOn, isDrawn);
  return { key, nodeOn, statementOn, nodeCount, statementCount, ...listed(model, passed, ring && isDrawn), drawn, isDrawn, ring, links };
}

/**
 * What the list, the timeline, the matrix and the exports have: in a focus, only what is said among its things.
 * @param {Model} model
 * @param {{nodeOn: Uint8Array, statementOn: Uint8Array, nodeCount: number, statementCount: number}} passed
 * @param {Uint8Array | null} around
 */
function listed(model, { nodeOn, statementOn, nodeCount, statementCount }, around) {
  if (!around) return { nodeListed: nodeOn, statementListed: statementOn, listedNodes: nodeCount, listedStatements: statementCount };
  const statementListed = statementOn.map((on, number) => on & around[model.edges[number].from] & around[model.edges[number].to]);
  return { nodeListed: around, statementListed, listedNodes: sum(around), listedStatements: sum(statementListed) };
}

/** @param {Uint8Array} flags */
function sum(flags) {
  return flags.reduce((total, flag) => total + flag, 0);
}

/**
 * @param {Model} model
 * @param {State} state
 */
function passing(model, state) {
  const statementOn = new Uint8Array(model.edges.length);
  const nodeOn = new Uint8Array(model.nodes.length);
  let statementCount = 0;
  model.edges.forEach((statement, number) => {
    if (!statementPasses(model, state, statement)) return;
    statementOn[number] = 1;
    nodeOn[statement.from] = nodeOn[statement.to] = 1;
    statementCount += 1;
  });
  let nodeCount = 0;
  for (const node of model.nodes) {
    if (!nodeOn[node.id] && standsAlone(model, state, node)) nodeOn[node.id] = 1;
    nodeCount += nodeOn[node.id];
  }
  return { nodeOn, statementOn, nodeCount, statementCount };
}

/** @param {State} state */
function keyOf(state) {
  return JSON.stringify([[...state.offCategories], [...state.offRelations], [...state.offStatuses], state.since, state.until, state.undated]);
}

/**
 * What a statement is filtered by: derived, or as done, planned, denied and so on.
 * @param {Model} model
 * @param {StatementRow} statement
 */
export function statusOf(model, statement) {
  return statement.origin === "derived" ? "derived" : model.statuses[statement.status ?? 0].term;
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {NodeRow} node
 */
function nodePasses(model, state, node) {
  return !state.offCategories.has(node.category) && (node.status === undefined || !state.offStatuses.has(model.statuses[node.status].term));
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {StatementRow} statement
 */
function statementPasses(model, state, statement) {
  return !state.offRelations.has(statement.relation)
    && !state.offStatuses.has(statusOf(model, statement))
    && nodePasses(model, state, model.nodes[statement.from])
    && nodePasses(model, state, model.nodes[statement.to])
    && (isDated(statement) ? inWindow(statement, state.since, state.until) : state.undated);
}

/**
 * Whether a thing is shown without any statement: its own dates overlap, or nothing at all is said of it.
 * @param {Model} model
 * @param {State} state
 * @param {NodeRow} node
 */
function standsAlone(model, state, node) {
  if (!nodePasses(model, state, node)) return false;
  if (isDated(node)) return inWindow(node, state.since, state.until);
  return state.undated && model.touching[node.id].length === 0;
}

/**
 * The most important things, with what is selected and its neighbours.
 * @param {Model} model
 * @param {State} state
 * @param {Uint8Array} nodeOn
 * @param {Uint8Array} statementOn
 */
function strongest(model, state, nodeOn, statementOn) {
  const all = model.nodes.filter((node) => nodeOn[node.id]).map((node) => node.id);
  if (state.shown === 0 || all.length <= state.shown) return all;
  const drawn = new Set(all.slice(0, state.shown));
  for (const id of wanted(state)) {
    if (!nodeOn[id]) continue;
    drawn.add(id);
    for (const other of neighboursOf(model, id, statementOn).slice(0, NEIGHBOURS)) drawn.add(other);
  }
  return [...drawn].sort((one, other) => one - other);
}

/** @param {State} state */
function wanted(state) {
  const ends = state.path ? [state.path.from, state.path.to] : [];
  const selected = state.selected;
  if (selected) ends.push(...(selected.kind === "node" ? [selected.id] : [selected.a, selected.b]));
  return ends.filter((id) => id !== null);
}

/**
 * The things that a node is joined to by what the filters let through, the most important first.
 * @param {Model} model
 * @param {number} id
 * @param {Uint8Array} statementOn
 */
export function neighboursOf(model, id, statementOn) {
  const found = new Set();
  for (const number of model.touching[id]) {
    if (!statementOn[number]) continue;
    const statement = model.edges[number];
    found.add(statement.from === id ? statement.to : statement.from);
  }
  found.delete(id);
  return [...found].sort((one, other) => one - other);
}

/**
 * What is one or two steps from the focus. A derived link is a step only where its event is filtered out.
 * @param {Model} model
 * @param {State} state
 * @param {Uint8Array} nodeOn
 * @param {Uint8Array} statementOn
 */
function surroundings(model, state, nodeOn, statementOn) {
  const ring = new Map([[/** @type {number} */ (state.focus), 0]]);
  let edge = [/** @type {number} */ (state.focus)];
  for (let step = 1; step <= state.steps; step += 1) {
    const next = [];
    for (const id of edge) {
      for (const number of model.touching[id]) {
        const statement = model.edges[number];
        if (!statementOn[number] || (statement.basis !== undefined && nodeOn[statement.basis])) continue;
        const other = statement.from === id ? statement.to : statement.from;
        if (ring.has(other)) continue;
        ring.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return { drawn: [...ring.keys()].sort((one, other) => one - other), ring };
}
