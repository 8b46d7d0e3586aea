/** The graph on vis-network: its canvas, its camera and its nodes; links and names are drawn by this page. */

import { byId } from "./dom.js";
import { paintGlyph, stampGlyph } from "./glyphs.js";
import { paintLabels, paintLines } from "./paint.js";
import { radialPlaces } from "./radial.js";
import { fitted, placeOf, sceneOf } from "./scene.js";
import { palette, still } from "./theme.js";
import { tipFor } from "./tip.js";
import { waysShown } from "./paths.js";

const REACH = 7;
const TOUCH = 16;
/** From so many things or links on, drawing takes its time, and short cuts are taken. */
const CROWD = 1200;
/** Where the picture is this much narrower than high, it is turned: it is laid out wide. */
const UPRIGHT = 0.85;
/** How much wider or higher than it was laid out a picture may be drawn. */
const STRETCH = 2.2;
const WHOLE = "whole";
/** Milliseconds after the last turn of the wheel at which the picture is at rest again. */
const REST = 160;

/**
 * @typedef {object} GraphView
 * @property {() => void} follow draw what the state now says
 * @property {() => void} repaint draw again, as after a turn of the theme
 * @property {() => void} fit show all that is drawn
 * @property {(factor: number) => void} zoom
 * @property {() => Scene} scene the picture as it now is
 * @property {(id: number) => void} reveal bring a thing into view
 * @property {() => Map<number, Point> | null} places
 */

/**
 * @param {Store} store
 * @param {(selected: Selected) => void} choose
 * @param {(id: number) => void} focusOn
 * @returns {GraphView}
 */
export function graphView(store, choose, focusOn) {
  const { model } = store;
  const container = byId("canvas");
  const nodes = new (/** @type {any} */ (vis)).DataSet([]);
  /** @type {Set<number>} */
  const known = new Set();
  /** @type {Map<number, Point> | null} */
  let places = null;
  let placedFor = "";
  /** @type {Scene} */
  let scene = { width: 0, height: 0, glyphs: [], lines: [], labels: [] };
  /** @type {Map<number, Glyph>} */
  let glyphs = new Map();
  /** @type {number | null} */
  let hovered = null;
  let moved = false;
  let moving = false;
  let resting = 0;
  let colours = palette();

  /** @param {{ctx: CanvasRenderingContext2D, id: number, x: number, y: number}} part */
  function ctxRenderer({ ctx, id, x, y }) {
    const glyph = glyphs.get(id);
    const scale = network.getScale();
    const size = glyph ? (2.4 * glyph.r) / scale : 1;
    return {
      drawNode() {
        if (!glyph) return;
        ctx.globalAlpha = glyph.alpha;
        ctx.translate(x, y);
        ctx.scale(1 / scale, 1 / scale);
        const category = model.categories[model.nodes[id].category];
        if (glyph.strong || glyphs.size < CROWD) paintGlyph(ctx, category, glyph.r, colours, glyph.strong);
        else stampGlyph(ctx, category, glyph.r, colours, devicePixelRatio);
      },
      nodeDimensions: { width: size, height: size },
    };
  }

  const network = new vis.Network(container, { nodes, edges: [] }, {
    ...model.options,
    autoResize: false,
    nodes: { shape: "custom", ctxRenderer, physics: false, chosen: false },
    interaction: { selectable: false, hover: false, dragNodes: false, keyboard: false, tooltipDelay: 1e9, hideEdgesOnDrag: false },
  });

  /** Draw in the next frame, once however often it is asked for: vis-network's own redraw() draws at once. */
  function redraw() {
    network.body.emitter.emit("_requestRedraw");
  }

  function camera() {
    const { x, y } = network.getViewPosition();
    return { x, y, scale: network.getScale(), width: container.clientWidth, height: container.clientHeight };
  }

  function paintNow() {
    return sceneOf(model, store.state, store.shown, places, camera(), { hovered, ways: waysShown(store) });
  }

  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    scene = paintNow();
    glyphs = new Map(scene.glyphs.map((glyph) => [glyph.id, glyph]));
    onScreen(context, () => paintLines(context, scene.lines, colours, moving && scene.lines.length > 2 * CROWD));
  });
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    onScreen(context, () => paintLabels(context, scene.labels, colours));
    container.dataset.drawn = String(scene.glyphs.length);
  });

  /**
   * Draw in pixels of the screen instead of the network's own units.
   * @param {CanvasRenderingContext2D} context
   * @param {() => void} draw
   */
  function onScreen(context, draw) {
    const ratio = context.canvas.width / Math.max(context.canvas.clientWidth, 1);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
    context.restore();
  }

  /**
   * The drawn thing or link nearest to a point, or null.
   * @param {Point} point
   * @param {number} reach
   * @returns {Selected}
   */
  function at(point, reach) {
    let [best, nearest] = [-1, Infinity];
    for (const glyph of scene.glyphs) {
      const distance = Math.hypot(glyph.x - point.x, glyph.y - point.y) - glyph.r;
      if (distance < nearest && distance <= reach) [best, nearest] = [glyph.id, distance];
    }
    if (best >= 0) return { kind: "node", id: best };
    for (const label of scene.labels) {
      if (point.x >= label.x && point.x <= label.x + label.width && point.y >= label.y && point.y <= label.y + label.height) return { kind: "node", id: label.id };
    }
    return linkAt(point, reach);
  }

  /**
   * @param {Point} point
   * @param {number} reach
   * @returns {Selected}
   */
  function linkAt(point, reach) {
    /** @type {Line | null} */
    let best = null;
    let nearest = reach;
    for (const line of scene.lines) {
      if (line.alpha < 0.2) continue;
      const distance = distanceTo(line, point);
      if (distance <= nearest) [best, nearest] = [line, distance];
    }
    return best ? { kind: "link", a: best.link.a, b: best.link.b } : null;
  }

  network.on("click", ({ pointer, event }) => {
    moved = true;
    choose(at(pointer.DOM, event?.pointerType === "touch" ? TOUCH : REACH));
  });
  network.on("doubleClick", ({ pointer }) => {
    const found = at(pointer.DOM, REACH);
    if (found?.kind === "node") focusOn(found.id);
  });
  network.on("dragStart", () => (moved = moving = true));
  network.on("dragEnd", () => rest(0));
  network.on("zoom", () => {
    moved = moving = true;
    rest(REST);
  });

  /**
   * Draw the picture in full once it no longer moves.
   * @param {number} wait
   */
  function rest(wait) {
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      moving = false;
      redraw();
    }, wait);
  }

  const showTip = tipFor(store);
  let waiting = false;
  container.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (waiting || event.buttons || event.pointerType === "touch") return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      hover(event);
    });
  });
  container.addEventListener("pointerleave", () => leave());

  /** @param {PointerEvent} event */
  function hover(event) {
    const box = container.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const found = at(point, REACH);
    container.style.cursor = found ? "pointer" : "grab";
    const id = found?.kind === "node" ? found.id : null;
    showTip(found, point, box);
    if (id === hovered) return;
    hovered = id;
    redraw();
  }

  function leave() {
    showTip(null, { x: 0, y: 0 }, { width: 0, height: 0 });
    if (hovered === null) return;
    hovered = null;
    redraw();
  }

  /** Hand vis-network what it has not had yet, and tell it which of all that to draw. */
  function follow() {
    const { shown, state } = store;
    const aspect = Math.round((10 * container.clientWidth) / Math.max(container.clientHeight, 1)) / 10;
    // A picture that the reader has moved keeps its shape when a panel opens beside it.
    const whole = moved && placedFor.startsWith(WHOLE) ? placedFor : `${WHOLE} ${aspect}`;
    const key = shown.ring ? `${state.focus} ${state.steps} ${aspect} ${shown.drawn.join()}` : whole;
    if (key !== placedFor) {
      placedFor = key;
      places = shown.ring ? radialPlaces(model, shown, /** @type {number} */ (state.focus), aspect) : stretched(model, aspect);
      moved = false;
    }
    const fresh = shown.drawn.filter((id) => !known.has(id));
    if (fresh.length) {
      nodes.add(fresh.map((id) => ({ id, ...pick(placeOf(model, places, id)) })));
      for (const id of fresh) known.add(id);
    }
    for (const id of shown.drawn) Object.assign(network.body.nodes[id], pick(placeOf(model, places, id)));
    network.body.nodeIndices = [...shown.drawn].reverse();
    if (hovered !== null && !shown.isDrawn[hovered]) hovered = null;
    if (!moved) fit(false);
    redraw();
  }

  /** @param {boolean} [animated] */
  function fit(animated = true) {
    const view = fitted(store.shown.drawn.map((id) => placeOf(model, places, id)), container.clientWidth, container.clientHeight);
    moved = false;
    network.moveTo({ position: { x: view.x, y: view.y }, scale: view.scale, animation: animated && !still() ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
  }

  /** @param {number} factor */
  function zoom(factor) {
    moved = true;
    network.moveTo({ scale: network.getScale() * factor, animation: still() ? false : { duration: 120, easingFunction: "linear" } });
  }

  /** @param {number} id */
  function reveal(id) {
    if (!store.shown.isDrawn[id]) return;
    const glyph = sceneOf(model, store.state, store.shown, places, camera()).glyphs.find((one) => one.id === id);
    const view = camera();
    if (!glyph || (glyph.x > 30 && glyph.y > 30 && glyph.x < view.width - 30 && glyph.y < view.height - 30)) return;
    moved = true;
    network.moveTo({ position: pick(placeOf(model, places, id)), animation: still() ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
  }

  new ResizeObserver(() => {
    if (container.clientWidth === 0) return;
    network.canvas.setSize();
    follow();
  }).observe(container);

  return {
    follow, fit, zoom, reveal,
    repaint() {
      colours = palette();
      redraw();
    },
    scene: paintNow,
    places: () => places,
  };
}

/**
 * @param {Point} place
 * @returns {Point}
 */
function pick({ x, y }) {
  return { x, y };
}

/**
 * All places drawn wider or higher, so that they fill a canvas of this width to its height; on a screen that is
 * held upright, their sides are changed first.
 * @param {Model} model
 * @param {number} aspect
 * @returns {Map<number, Point>}
 */
function stretched({ nodes }, aspect) {
  const upright = aspect < UPRIGHT;
  const places = nodes.map(({ x, y }) => (upright ? { x: y, y: x } : { x, y }));
  const length = (/** @type {number[]} */ values) => values.reduce((most, value) => Math.max(most, value), -Infinity) - values.reduce((least, value) => Math.min(least, value), Infinity) || 1;
  const own = length(places.map(({ x }) => x)) / length(places.map(({ y }) => y));
  const wider = Math.sqrt(Math.min(Math.max(aspect / own, 1 / STRETCH), STRETCH));
  return new Map(places.map(({ x, y }, id) => [id, { x: x * wider, y: y / wider }]));
}

/**
 * @param {Line} line
 * @param {Point} point
 */
function distanceTo(line, point) {
  const [across, down] = [line.x2 - line.x1, line.y2 - line.y1];
  const along = Math.min(Math.max(((point.x - line.x1) * across + (point.y - line.y1) * down) / (across * across + down * down || 1), 0), 1);
  return Math.hypot(line.x1 + along * across - point.x, line.y1 + along * down - point.y);
}
