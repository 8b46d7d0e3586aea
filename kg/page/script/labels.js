/** Where names stand: beside their glyphs, never on each other, on a more important glyph or over the edge. */

import { oneLine } from "./dom.js";

export const FONT_SIZE = 12.5;
export const FONT = `${FONT_SIZE}px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;
const STRONG_FONT = `600 ${FONT}`;
const HEIGHT = 16;
const LONGEST = 34;
const MOST = 170;
const CELL = 64;
/** So many of the first names may lie on lesser glyphs, on so much room each; of the others, none is worth a hidden glyph. */
const FIRST = 30;
const ROOM_OF_FIRST = 20_000;

/** @type {Map<string, number>} */
const widths = new Map();
/** @type {CanvasRenderingContext2D | null} */
let measuring = null;

/** @param {boolean} strong */
export function fontOf(strong) {
  return strong ? STRONG_FONT : FONT;
}

/**
 * A name as it stands on the picture: one line, cut where it is long.
 * @param {string} text
 * @param {number} [longest]
 */
export function shortLabel(text, longest = LONGEST) {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

/**
 * What a thing is called where there is room for so many letters: by its label, or else by its short name.
 * @param {NodeRow} node
 * @param {number} [longest]
 */
export function nameWithin({ label, short }, longest = LONGEST) {
  return shortLabel(label.length > longest && short !== undefined ? short : label, longest);
}

/**
 * @param {string} text
 * @param {boolean} strong
 */
function widthOf(text, strong) {
  const key = `${strong ? "b" : ""} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    measuring ??= document.createElement("canvas").getContext("2d");
    const context = /** @type {CanvasRenderingContext2D} */ (measuring);
    context.font = fontOf(strong);
    width = Math.ceil(context.measureText(text).width) + 4;
    widths.set(key, width);
  }
  return width;
}

/**
 * Place as many names as fit, in the order of the glyphs given (the most important first).
 * @param {Glyph[]} glyphs
 * @param {(id: number) => string} nameOf
 * @param {number} width
 * @param {number} height
 * @returns {Label[]}
 */
export function placeLabels(glyphs, nameOf, width, height) {
  const taken = new Boxes();
  const labels = [];
  const first = Math.min(FIRST, (width * height) / ROOM_OF_FIRST);
  glyphs.forEach(({ x, y, r, alpha }, rank) => {
    if (alpha >= 0.5 && x > -r && y > -r && x < width + r && y < height + r) taken.add(x - r, y - r, 2 * r, 2 * r, rank);
  });
  for (const [rank, glyph] of glyphs.entries()) {
    if (labels.length >= MOST) break;
    if (glyph.alpha < 0.5 || glyph.x < 0 || glyph.y < 0 || glyph.x > width || glyph.y > height) continue;
    const text = shortLabel(nameOf(glyph.id));
    if (text === "") continue;
    const across = widthOf(text, glyph.strong);
    const inside = spots(glyph, across).filter(([x, y]) => x >= 2 && y >= 2 && x + across <= width - 2 && y + HEIGHT <= height - 2);
    // A free place is best; else what matters most may cover what matters less.
    const spot = inside.find(([x, y]) => !taken.meets(x, y, across, HEIGHT, rank, Infinity))
      ?? (rank < first || glyph.strong ? inside.find(([x, y]) => !taken.meets(x, y, across, HEIGHT, rank, rank)) : undefined);
    if (!spot) continue;
    taken.add(spot[0], spot[1], across, HEIGHT, -1);
    labels.push({ id: glyph.id, text, x: spot[0], y: spot[1], width: across, height: HEIGHT, strong: glyph.strong });
  }
  return labels;
}

/**
 * The places for a name around its glyph, the best first.
 * @param {Glyph} glyph
 * @param {number} across
 * @returns {[number, number][]}
 */
function spots({ x, y, r }, across) {
  const gap = 3;
  return [
    [x - across / 2, y + r + gap],
    [x + r + gap, y - HEIGHT / 2],
    [x - across - r - gap, y - HEIGHT / 2],
    [x - across / 2, y - r - gap - HEIGHT],
    [x + r * 0.7 + gap, y + r * 0.7],
    [x - across - r * 0.7 - gap, y + r * 0.7],
    [x + r * 0.7 + gap, y - r * 0.7 - HEIGHT],
    [x - across - r * 0.7 - gap, y - r * 0.7 - HEIGHT],
  ];
}

/** Boxes in a grid, so that only those nearby are compared. */
class Boxes {
  constructor() {
    /** @type {Map<number, [number, number, number, number, number][]>} */
    this.cells = new Map();
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {number} rank of the glyph, or -1 for a name
   */
  add(x, y, width, height, rank) {
    for (const cell of this.over(x, y, width, height)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push([x, y, width, height, rank]);
      else this.cells.set(cell, [[x, y, width, height, rank]]);
    }
  }

  /**
   * Whether a name, or a glyph that comes before `before` and is not its own, is in the way.
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {number} own
   * @param {number} before
   */
  meets(x, y, width, height, own, before) {
    for (const cell of this.over(x, y, width, height)) {
      for (const box of this.cells.get(cell) ?? []) {
        if (box[4] !== own && box[4] < before && x < box[0] + box[2] && box[0] < x + width && y < box[1] + box[3] && box[1] < y + height) return true;
      }
    }
    return false;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  *over(x, y, width, height) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column += 1) {
      for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row += 1) yield column * 10_007 + row;
    }
  }
}
