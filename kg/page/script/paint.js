/** A scene on a canvas. */

import { paintGlyph } from "./glyphs.js";
import { fontOf } from "./labels.js";

/** So many lines are drawn in one go: one stroke each is slow, one stroke for all is slower. */
const AT_ONCE = 120;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Line[]} lines
 * @param {Palette} colours
 * @param {boolean} [roughly] thin, whole and without marks, while a big picture moves
 */
export function paintLines(context, lines, colours, roughly = false) {
  /** @type {Map<string, Line[]>} */
  const alike = new Map();
  for (const line of lines) {
    const key = `${line.strong} ${line.alpha} ${line.dash.length ? line.dash[0] : 0} ${Math.round(line.width * 2) / 2}`;
    const group = alike.get(key);
    if (group) group.push(line);
    else alike.set(key, [line]);
  }
  for (const group of [...alike.values()].sort((one, other) => one[0].alpha - other[0].alpha)) {
    const { strong, alpha, dash, width } = group[0];
    context.globalAlpha = alpha;
    context.strokeStyle = strong ? colours.strong : colours.link;
    context.lineWidth = roughly ? 1 : Math.round(width * 2) / 2;
    context.setLineDash(roughly ? [] : dash);
    for (let start = 0; start < group.length; start += AT_ONCE) {
      context.beginPath();
      for (const line of group.slice(start, start + AT_ONCE)) {
        context.moveTo(line.x1, line.y1);
        context.lineTo(line.x2, line.y2);
      }
      context.stroke();
    }
  }
  context.setLineDash([]);
  if (!roughly) for (const group of alike.values()) paintMarks(context, group, colours);
  context.globalAlpha = 1;
}

/**
 * A cross in the middle of what was denied, a bar across what has ended.
 * @param {CanvasRenderingContext2D} context
 * @param {Line[]} group lines that are drawn alike
 * @param {Palette} colours
 */
function paintMarks(context, group, colours) {
  const marked = group.filter(({ link }) => link.denied || link.ended);
  if (!marked.length) return;
  context.globalAlpha = group[0].alpha;
  context.strokeStyle = group[0].strong ? colours.strong : colours.link;
  context.lineWidth = 1.6;
  context.beginPath();
  for (const [x1, y1, x2, y2] of marked.flatMap(markOf)) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

/**
 * The strokes of a line's mark.
 * @param {Line} line
 * @returns {[number, number, number, number][]}
 */
export function markOf(line) {
  const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1) || 1;
  const [x, y] = [(line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2];
  const [alongX, alongY] = [((line.x2 - line.x1) / length) * 4.5, ((line.y2 - line.y1) / length) * 4.5];
  if (!line.link.denied) return [[x - alongY, y + alongX, x + alongY, y - alongX]];
  return [
    [x - alongX - alongY, y - alongY + alongX, x + alongX + alongY, y + alongY - alongX],
    [x - alongX + alongY, y - alongY - alongX, x + alongX - alongY, y + alongY + alongX],
  ];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Label[]} labels
 * @param {Palette} colours
 */
export function paintLabels(context, labels, colours) {
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  for (const label of labels) {
    context.font = fontOf(label.strong);
    context.strokeStyle = colours.halo;
    context.strokeText(label.text, label.x + 2, label.y + label.height / 2);
    context.fillStyle = colours.ink;
    context.fillText(label.text, label.x + 2, label.y + label.height / 2);
  }
}

/**
 * The whole scene, on a canvas whose unit is a pixel of the scene.
 * @param {CanvasRenderingContext2D} context
 * @param {Scene} scene
 * @param {Category[]} categories
 * @param {(id: number) => number} categoryOf
 * @param {Palette} colours
 */
export function paintScene(context, scene, categories, categoryOf, colours) {
  paintLines(context, scene.lines, colours);
  for (const glyph of [...scene.glyphs].reverse()) {
    context.save();
    context.globalAlpha = glyph.alpha;
    context.translate(glyph.x, glyph.y);
    paintGlyph(context, categories[categoryOf(glyph.id)], glyph.r, colours, glyph.strong);
    context.restore();
  }
  paintLabels(context, scene.labels, colours);
}
