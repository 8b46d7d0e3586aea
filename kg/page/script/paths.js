/** The shortest ways from one thing to another along what is shown, and ways round the biggest hubs. */

const WAYS = 3;
const LONGEST = 8;

/** @typedef {(id: number) => number[]} Steps what is one step from a thing */

/**
 * Up to three shortest ways, each a list of node ids; none repeats a thing.
 * @param {Store} store
 * @param {Path} path
 * @returns {number[][]}
 */
export function waysOf(store, path) {
  const key = `${store.shown.key} ${path.from} ${path.to} ${path.avoid}`;
  if (remembered?.key !== key) {
    const found = path.to === null || path.to === path.from ? [] : shortest(steps(store, hubs(store, path)), path.from, path.to);
    const things = new Set(found.flat());
    const links = new Set(found.flatMap((way) => way.slice(1).map((id, step) => pairOf(way[step], id))));
    remembered = { key, ways: found, shown: { things: things.size ? things : new Set([path.from, path.to ?? path.from]), links } };
  }
  return remembered.ways;
}

/**
 * The things and links on the ways of the path that the reader looks for, or null where none is looked for.
 * @param {Store} store
 * @returns {Ways | null}
 */
export function waysShown(store) {
  const { path } = store.state;
  if (!path || path.to === null) return null;
  waysOf(store, path);
  return remembered?.shown ?? null;
}

/**
 * What a link is called among those of the ways.
 * @param {number} one
 * @param {number} other
 */
export function pairOf(one, other) {
  return `${Math.min(one, other)} ${Math.max(one, other)}`;
}

/**
 * The ways that were asked for last: the panel and each drawing of the picture ask again.
 * @type {{key: string, ways: number[][], shown: Ways} | null}
 */
let remembered = null;

/**
 * The things with the most links, the two ends excepted.
 * @param {Store} store
 * @param {Path} path
 * @returns {Set<number>}
 */
export function hubs(store, path) {
  const { model, shown } = store;
  if (path.avoid === 0) return new Set();
  const ids = model.nodes.map((node) => node.id).filter((id) => shown.nodeOn[id] && id !== path.from && id !== path.to);
  ids.sort((one, other) => model.degree[other] - model.degree[one] || one - other);
  return new Set(ids.slice(0, path.avoid));
}

/**
 * Gives the things one step from another, the most important first, by what the filters let through; a derived
 * link counts only where the event that it rests on is filtered out.
 * @param {Store} store
 * @param {Set<number>} avoided
 * @returns {Steps}
 */
function steps({ model, shown }, avoided) {
  /** @type {Map<number, number[]>} */
  const known = new Map();
  return (id) => {
    let next = known.get(id);
    if (next) return next;
    const found = new Set();
    for (const number of model.touching[id]) {
      const statement = model.edges[number];
      const other = statement.from === id ? statement.to : statement.from;
      if (!shown.statementOn[number] || avoided.has(other)) continue;
      if (statement.basis !== undefined && shown.nodeOn[statement.basis]) continue;
      found.add(other);
    }
    next = [...found].sort((one, other) => one - other);
    known.set(id, next);
    return next;
  };
}

/**
 * Yen's way: each further path leaves an earlier one at some step and does not come back to it.
 * @param {Steps} next
 * @param {number} from
 * @param {number} to
 */
function shortest(next, from, to) {
  const best = search(next, from, to, new Set(), new Set());
  if (!best) return [];
  const found = [best];
  /** @type {number[][]} */
  const candidates = [];
  while (found.length < WAYS) {
    const last = found[found.length - 1];
    for (let leave = 0; leave < last.length - 1; leave += 1) {
      const root = last.slice(0, leave + 1);
      const closed = new Set(found.filter((way) => root.every((id, place) => way[place] === id)).map((way) => way[leave + 1]));
      const rest = search(next, last[leave], to, new Set(root.slice(0, -1)), closed);
      if (!rest) continue;
      const way = [...root.slice(0, -1), ...rest];
      if (![...found, ...candidates].some((other) => other.join() === way.join())) candidates.push(way);
    }
    candidates.sort((one, other) => one.length - other.length || compare(one, other));
    const better = candidates.shift();
    if (!better) break;
    found.push(better);
  }
  return found;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function compare(one, other) {
  const place = one.findIndex((id, index) => id !== other[index]);
  return place < 0 ? 0 : one[place] - other[place];
}

/**
 * A shortest path by breadth, with the first step not to any of `closed`; of several the one through the
 * more important things.
 * @param {Steps} next
 * @param {number} from
 * @param {number} to
 * @param {Set<number>} barred
 * @param {Set<number>} closed
 * @returns {number[] | null}
 */
function search(next, from, to, barred, closed) {
  const before = new Map([[from, -1]]);
  let edge = [from];
  for (let depth = 0; edge.length && depth < LONGEST; depth += 1) {
    /** @type {number[]} */
    const further = [];
    for (const id of edge) {
      for (const other of next(id)) {
        if (before.has(other) || barred.has(other) || (id === from && closed.has(other))) continue;
        before.set(other, id);
        if (other === to) return trace(before, to);
        further.push(other);
      }
    }
    edge = further;
  }
  return null;
}

/**
 * @param {Map<number, number>} before
 * @param {number} to
 */
function trace(before, to) {
  const way = [];
  for (let id = to; id !== -1; id = /** @type {number} */ (before.get(id))) way.unshift(id);
  return way;
}
