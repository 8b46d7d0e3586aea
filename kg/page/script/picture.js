/** The picture of the graph to keep: PNG at twice the size, or SVG, each with the legend. */

import { oneLine, svg } from "./dom.js";
import { glyphGroup, paintGlyph } from "./glyphs.js";
import { FONT, FONT_SIZE } from "./labels.js";
import { markOf, paintScene } from "./paint.js";
import { periodOf } from "./time.js";

const SCALE = 2;
const LEGEND = 190;
const ROW = 22;

/**
 * The classes that are drawn, with how many things of each.
 * @param {Model} model
 * @param {Scene} scene
 */
function legendOf(model, scene) {
  const counts = new Map();
  for (const glyph of scene.glyphs) counts.set(model.nodes[glyph.id].category, (counts.get(model.nodes[glyph.id].category) ?? 0) + 1);
  return [...counts.keys()].sort((one, other) => one - other).map((place) => ({ category: model.categories[place], words: `${model.categories[place].label} (${counts.get(place)})` }));
}

/**
 * @param {Model} model
 * @param {Scene} scene
 * @param {Palette} colours
 * @returns {Promise<Blob>}
 */
export function pngOf(model, scene, colours) {
  const rows = legendOf(model, scene);
  const canvas = document.createElement("canvas");
  canvas.width = (scene.width + LEGEND) * SCALE;
  canvas.height = Math.max(scene.height, rows.length * ROW + 60) * SCALE;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(SCALE, SCALE);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  paintScene(context, scene, model.categories, (id) => model.nodes[id].category, colours);
  context.font = FONT;
  rows.forEach(({ category, words }, place) => {
    const y = 24 + place * ROW;
    context.save();
    context.translate(scene.width + 16, y);
    paintGlyph(context, category, 6.5, colours, false);
    context.restore();
    context.fillStyle = colours.ink;
    context.fillText(words, scene.width + 32, y);
  });
  context.fillStyle = colours.soft;
  context.fillText(newest(model), scene.width + 8, 34 + rows.length * ROW);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too big for this browser."))), "image/png"));
}

/** @param {Model} model */
function newest(model) {
  return model.about.newest ? `Releases to ${model.about.newest}` : "";
}

/**
 * @param {Model} model
 * @param {Scene} scene
 * @param {Palette} colours
 * @returns {string}
 */
export function svgOf(model, scene, colours) {
  const rows = legendOf(model, scene);
  const width = Math.round(scene.width + LEGEND);
  const height = Math.round(Math.max(scene.height, rows.length * ROW + 60));
  const picture = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, Arial, sans-serif", "font-size": FONT_SIZE },
    svg("title", {}, clean(model.about.title)),
    svg("rect", { width, height, fill: colours.paper }),
    svg("g", { class: "links" }, ...scene.lines.map((line) => lineElement(model, line, colours))),
    svg("g", { class: "things" }, ...[...scene.glyphs].reverse().map((glyph) => {
      const node = model.nodes[glyph.id];
      const category = model.categories[node.category];
      return svg("g", { class: "thing", "data-thing": glyph.id, transform: `translate(${glyph.x.toFixed(1)} ${glyph.y.toFixed(1)})`, opacity: glyph.alpha },
        svg("title", {}, clean([node.label, category.label, periodOf(node)].filter(Boolean).join(", "))), glyphGroup(category, glyph.r, colours, glyph.strong));
    })),
    svg("g", { class: "names" }, ...scene.labels.map((label) => svg("text", {
      "data-thing": label.id, x: (label.x + 2).toFixed(1), y: (label.y + label.height - 4).toFixed(1), fill: colours.ink, stroke: colours.halo, "stroke-width": 3.5,
      "paint-order": "stroke", "stroke-linejoin": "round", "font-weight": label.strong ? 600 : null,
    }, clean(label.text)))),
    svg("g", { class: "legend" }, ...rows.flatMap(({ category, words }, place) => [
      svg("g", { transform: `translate(${scene.width + 16} ${24 + place * ROW})` }, glyphGroup(category, 6.5, colours)),
      svg("text", { x: scene.width + 32, y: 28 + place * ROW, fill: colours.ink }, clean(words)),
    ]), svg("text", { x: scene.width + 8, y: 38 + rows.length * ROW, fill: colours.soft }, newest(model))));
  return new XMLSerializer().serializeToString(picture);
}

/**
 * @param {Model} model
 * @param {Line} line
 * @param {Palette} colours
 */
function lineElement(model, line, colours) {
  const words = line.link.statements.map((number) => {
    const row = model.edges[number];
    return `${model.nodes[row.from].label} ${model.relations[row.relation].label} ${model.nodes[row.to].label}`;
  });
  const marks = line.link.denied || line.link.ended ? markOf(line).map(([x1, y1, x2, y2]) => `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`).join("") : "";
  return svg("g", { class: "link", stroke: line.strong ? colours.strong : colours.link, opacity: line.alpha },
    svg("title", {}, clean([...new Set(words)].slice(0, 5).join("; "))),
    svg("line", {
      x1: line.x1.toFixed(1), y1: line.y1.toFixed(1), x2: line.x2.toFixed(1), y2: line.y2.toFixed(1), "stroke-width": line.width.toFixed(2),
      "stroke-dasharray": line.dash.length ? line.dash.join(" ") : null,
    }),
    marks && svg("path", { d: marks, "stroke-width": 1.6, fill: "none" }));
}

/**
 * Text that XML can hold: without the control characters that it bars.
 * @param {string} text
 */
function clean(text) {
  return oneLine(text).replace(/[\ufffe\uffff]/g, "");
}
