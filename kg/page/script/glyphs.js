/** One table of shapes for canvas, legend and SVG: outlines on a field from -1 to 1, and marks inside them. */

import { svg } from "./dom.js";

/** @type {Record<string, [number, number][]>} */
const CORNERS = {
  square: [[-0.82, -0.82], [0.82, -0.82], [0.82, 0.82], [-0.82, 0.82]],
  box: [[-1.15, -0.68], [1.15, -0.68], [1.15, 0.68], [-1.15, 0.68]],
  diamond: [[0, -1.15], [1.05, 0], [0, 1.15], [-1.05, 0]],
  triangle: [[0, -1.1], [1.08, 0.82], [-1.08, 0.82]],
  triangleDown: [[0, 1.1], [1.08, -0.82], [-1.08, -0.82]],
  hexagon: regular(6, 1.05, 0),
  pentagon: regular(5, 1.08, -Math.PI / 2),
  star: pointed(5, 1.25, 0.55),
};

/** How much of a shape a mark may fill without touching its outline. */
const ROOM = /** @type {Record<string, number>} */ ({ star: 0.75, triangle: 0.8, triangleDown: 0.8, diamond: 0.9 });

/**
 * @param {number} corners
 * @param {number} radius
 * @param {number} turn
 * @returns {[number, number][]}
 */
function regular(corners, radius, turn) {
  return Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (2 * Math.PI * corner) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/**
 * @param {number} points
 * @param {number} outer
 * @param {number} inner
 * @returns {[number, number][]}
 */
function pointed(points, outer, inner) {
  return Array.from({ length: 2 * points }, (_, corner) => {
    const angle = -Math.PI / 2 + (Math.PI * corner) / points;
    const radius = corner % 2 ? inner : outer;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/**
 * The outline of a shape as the commands of an SVG path, in a field from -1 to 1.
 * @param {string} shape
 */
function outline(shape) {
  const corners = CORNERS[shape];
  if (corners) return `M${corners.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join("L")}Z`;
  const [across, down] = shape === "ellipse" ? [1.2, 0.72] : [1, 1];
  return `M${-across} 0A${across} ${down} 0 1 0 ${across} 0A${across} ${down} 0 1 0 ${-across} 0Z`;
}

/**
 * The mark that tells the second, third and fourth class of one shape from the first.
 * @param {string} shape
 * @param {number} mark
 */
function inside(shape, mark) {
  const size = 0.42 * (ROOM[shape] ?? 1);
  if (mark === 0) return "";
  if (mark === 1) return `M${-size} 0A${size} ${size} 0 1 0 ${size} 0A${size} ${size} 0 1 0 ${-size} 0Z`;
  if (mark === 2) return `M${-size} ${-size * 0.4}H${size}V${size * 0.4}H${-size}Z`;
  const thin = size * 0.34;
  return `M${-thin} ${-size}H${thin}V${-thin}H${size}V${thin}H${thin}V${size}H${-thin}V${thin}H${-size}V${-thin}H${-thin}Z`;
}

/** @type {Map<string, {outline: Path2D, inside: Path2D}>} */
const paths = new Map();

/**
 * Draw the glyph of a class with its middle at the origin of the canvas, `r` from there to its edge.
 * @param {CanvasRenderingContext2D} context
 * @param {Category} category
 * @param {number} r
 * @param {Palette} palette
 * @param {boolean} strong
 */
export function paintGlyph(context, category, r, palette, strong) {
  const key = `${category.shape} ${category.mark}`;
  let path = paths.get(key);
  if (!path) {
    path = { outline: new Path2D(outline(category.shape)), inside: new Path2D(inside(category.shape, category.mark)) };
    paths.set(key, path);
  }
  context.scale(r, r);
  context.fillStyle = category.colour;
  context.fill(path.outline);
  context.lineJoin = "round";
  context.strokeStyle = strong ? palette.ink : palette.outline;
  context.lineWidth = (strong ? 2.6 : 1.1) / r;
  context.stroke(path.outline);
  if (category.mark) {
    context.fillStyle = markColour(category.colour);
    context.fill(path.inside);
  }
}

/** @type {Map<string, HTMLCanvasElement>} */
const stamps = new Map();

/**
 * Like `paintGlyph`, from a picture that is kept: quicker where there are thousands, a little less crisp.
 * @param {CanvasRenderingContext2D} context
 * @param {Category} category
 * @param {number} r
 * @param {Palette} palette
 * @param {number} ratio pixels of the device to one of the page
 */
export function stampGlyph(context, category, r, palette, ratio) {
  const size = Math.round(2 * r) / 2;
  const key = `${category.term} ${size} ${palette.dark} ${ratio}`;
  let stamp = stamps.get(key);
  if (!stamp) {
    stamp = document.createElement("canvas");
    stamp.width = stamp.height = Math.ceil((2.6 * size + 3) * ratio);
    const inner = /** @type {CanvasRenderingContext2D} */ (stamp.getContext("2d"));
    inner.translate(stamp.width / 2, stamp.height / 2);
    inner.scale(ratio, ratio);
    paintGlyph(inner, category, size, palette, false);
    stamps.set(key, stamp);
  }
  const width = stamp.width / ratio;
  context.drawImage(stamp, -width / 2, -width / 2, width, width);
}

/**
 * The glyph of a class as an SVG group with its middle at the origin.
 * @param {Category} category
 * @param {number} r
 * @param {Palette} palette
 * @param {boolean} [strong]
 * @returns {SVGGElement}
 */
export function glyphGroup(category, r, palette, strong = false) {
  return svg("g", { transform: `scale(${r.toFixed(2)})` },
    svg("path", {
      d: outline(category.shape), fill: category.colour, stroke: strong ? palette.ink : palette.outline,
      "stroke-width": ((strong ? 2.6 : 1.1) / r).toFixed(3), "stroke-linejoin": "round",
    }),
    category.mark > 0 && svg("path", { d: inside(category.shape, category.mark), fill: markColour(category.colour) }));
}

/**
 * The glyph of a class as a small picture beside its name.
 * @param {Category} category
 * @param {Palette} palette
 */
export function glyphPicture(category, palette) {
  return svg("svg", { class: "glyph", viewBox: "-10 -10 20 20", width: 18, height: 18, "aria-hidden": "true" }, glyphGroup(category, 7, palette));
}

/**
 * Black or white, whichever stands out from the fill.
 * @param {string} colour
 */
export function markColour(colour) {
  return luminance(colour) > 0.25 ? "#111111" : "#ffffff";
}

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
