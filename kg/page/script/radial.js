/** Where things stand around a focus: the nearest in the first ring, sorted by class; theirs behind them. */

const GAP = 54;
const RING = 170;

/**
 * @param {Model} model
 * @param {Shown} shown
 * @param {number} focus
 * @param {number} aspect width of the canvas to its height
 * @returns {Map<number, Point>}
 */
export function radialPlaces(model, shown, focus, aspect) {
  const ring = /** @type {Map<number, number>} */ (shown.ring);
  const first = shown.drawn.filter((id) => ring.get(id) === 1).sort((one, other) => byClass(model, one, other));
  const places = new Map([[focus, { x: 0, y: 0 }]]);
  const wide = Math.min(Math.max(aspect, 0.6), 1.7);
  const inner = rings(first, RING);
  put(places, inner, wide);
  const last = inner.length ? inner[inner.length - 1].radius : 0;
  const angle = new Map([...inner.flatMap(({ ids }) => ids.map((id, place) => [id, place / ids.length]))].map(([id, share]) => [id, Number(share)]));
  const parent = new Map();
  for (const { a, b } of shown.links) {
    for (const [one, other] of [[a, b], [b, a]]) {
      if (ring.get(one) === 1 && ring.get(other) === 2 && !parent.has(other)) parent.set(other, angle.get(one) ?? 0);
    }
  }
  const second = shown.drawn.filter((id) => ring.get(id) === 2)
    .sort((one, other) => (parent.get(one) ?? 0) - (parent.get(other) ?? 0) || one - other);
  put(places, rings(second, last + RING), wide);
  return places;
}

/**
 * Share things out over as many rings as they need, so that they do not touch.
 * @param {number[]} ids
 * @param {number} radius
 */
function rings(ids, radius) {
  const found = [];
  let [start, wide] = [0, Math.max(radius, radius === RING ? Math.min((ids.length * GAP) / (2 * Math.PI), RING * 1.6) : radius)];
  while (start < ids.length) {
    const room = Math.max(1, Math.floor((2 * Math.PI * wide) / GAP));
    const rest = ids.length - start;
    const taken = rest < room * 1.15 ? rest : room;
    found.push({ ids: ids.slice(start, start + taken), radius: wide });
    start += taken;
    wide += GAP * 1.1;
  }
  return found;
}

/**
 * @param {Map<number, Point>} places
 * @param {{ids: number[], radius: number}[]} found
 * @param {number} wide
 */
function put(places, found, wide) {
  found.forEach(({ ids, radius }, turn) => {
    ids.forEach((id, place) => {
      const angle = -Math.PI / 2 + (2 * Math.PI * (place + (turn % 2) / 2)) / ids.length;
      places.set(id, { x: Math.round(radius * wide * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
    });
  });
}

/**
 * @param {Model} model
 * @param {number} one
 * @param {number} other
 */
function byClass(model, one, other) {
  return model.nodes[one].category - model.nodes[other].category || model.nodes[one].label.localeCompare(model.nodes[other].label, "en") || one - other;
}
