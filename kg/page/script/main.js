/** The page put together: one state, and the parts that follow it. */

import { aboutPanel } from "./about.js";
import { addressOf, stateOf } from "./address.js";
import { byId, count } from "./dom.js";
import { modelOf, readData } from "./data.js";
import { graphView } from "./graph.js";
import { keyboard } from "./keys.js";
import { legendView } from "./legend.js";
import { linksOf } from "./links.js";
import { overview } from "./overview.js";
import { showPanel } from "./panel.js";
import { searchBox } from "./search.js";
import { BACKBONE, initialState, isFiltered, MANY, noFilters, storeOf } from "./state.js";
import { turnTheme, whenThemeTurns } from "./theme.js";
import { showList } from "./list.js";
import { showMatrix } from "./matrix.js";
import { sharing } from "./share.js";
import { timeBar } from "./timebar.js";
import { showTimeline } from "./timeline.js";

const VIEWS = /** @type {State["view"][]} */ (["graph", "timeline", "matrix", "list"]);

/** By how many things the slider for how much is drawn goes on. */
const STEP = 10;

/** @param {Data} data */
function start(data) {
  const model = modelOf(data);
  const opening = { ...initialState(model), ...(location.hash.length > 1 ? stateOf(model, location.hash) : opened(data)) };
  const store = storeOf(model, opening);
  /** @type {import("./panel.js").Actions & {clear: () => void}} */
  const actions = {
    choose(selected) {
      const path = store.state.path;
      if (path && path.to === null && selected?.kind === "node" && selected.id !== path.from) {
        store.change({ path: { ...path, to: selected.id }, selected: null });
      } else store.change({ selected, path: selected === null || path?.to !== null ? null : path });
    },
    focusOn(id, steps = 1) {
      store.change({ focus: id, steps, selected: { kind: "node", id }, view: "graph" });
    },
    seek(path) {
      store.change({ path, focus: path?.to === null ? store.state.focus : null });
    },
    clear() {
      const { selected, path, focus } = store.state;
      if (selected || path) store.change({ selected: null, path: null });
      else if (focus !== null) store.change({ focus: null });
    },
  };
  const graph = graphView(store, actions.choose, actions.focusOn);
  const legend = legendView(store);
  const bar = timeBar(store);
  const beginning = overview(store, actions);
  aboutPanel(model);
  searchBox(model, (id) => {
    actions.choose({ kind: "node", id });
    graph.reveal(id);
    byId("panel-title")?.focus();
  });
  keyboard(store, graph, actions);

  const amount = byId("amount");
  Object.assign(amount, { min: 20, max: model.nodes.length, step: STEP });
  const leftOut = data.about.leftOut ? `; ${count(data.about.leftOut, "less important item")} left out of this page, see About` : "";
  /** @type {unknown[]} */
  let panelFor = [];
  let listFor = "";
  function follow() {
    const { state, shown } = store;
    // The panels first: the picture is drawn once it is known how much room they leave it.
    beginning.follow();
    const wanted = [state.selected, state.path, state.focus, state.steps, shown.statementCount, state.since, state.until];
    if (wanted.some((part, place) => part !== panelFor[place])) showPanel(store, actions);
    panelFor = wanted;
    showView();
    legend.follow();
    bar.follow();
    tell();
    const address = addressOf(model, state);
    history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
  }

  /** Draw the view that is open; the others wait until they are. */
  function showView() {
    const { view } = store.state;
    for (const name of VIEWS) {
      byId(`view-${name}`).hidden = name !== view;
      byId(`tab-${name}`).setAttribute("aria-selected", String(name === view));
      byId(`tab-${name}`).tabIndex = name === view ? 0 : -1;
    }
    if (view === "graph") graph.follow();
    else if (view === "timeline") showTimeline(store, actions.choose);
    else if (view === "matrix") showMatrix(store, actions.choose);
    else if (listFor !== listKey()) showList(store, actions.choose);
    if (view === "list") listFor = listKey();
  }

  const listKey = () => `${store.shown.key} ${store.state.focus} ${store.state.steps}`;

  /** How many pairs the statements join that the filters let through, drawn or not. */
  function linksListed() {
    const { shown } = store;
    return linksOf(model, shown.statementListed, shown.nodeListed).length;
  }

  /** Say in words what is shown, for all readers and for those who listen. */
  function tell() {
    const { shown, state } = store;
    // The picture may have the most important alone; the other views have all that the filters let through.
    const cutHere = state.view === "graph" || shown.listedNodes === shown.drawn.length;
    const [items, links] = cutHere ? [shown.drawn.length, shown.links.length] : [shown.listedNodes, linksListed()];
    byId("status").textContent = `${items.toLocaleString("en")} of ${count(model.nodes.length, "item")}, ${count(links, "link")} shown${leftOut}`;
    const cut = shown.ring === null && shown.drawn.length < shown.nodeCount;
    byId("more").hidden = !(cut || (model.nodes.length > MANY && shown.ring === null));
    byId("everything").textContent = state.shown === 0 ? "Fewer" : "Everything";
    amount.value = String(state.shown || model.nodes.length);
    byId("more-words").textContent = `${shown.drawn.length.toLocaleString("en")} of ${shown.nodeCount.toLocaleString("en")} shown, the most important first`;
    byId("back").hidden = state.focus === null;
    byId("nothing").hidden = shown.drawn.length > 0;
    byId("reset").hidden = !isFiltered(state);
  }

  for (const id of ["reset", "reset-all"]) byId(id).addEventListener("click", () => store.change(noFilters()));
  byId("back").addEventListener("click", () => store.change({ focus: null }));
  byId("fit").addEventListener("click", () => graph.fit());
  byId("closer").addEventListener("click", () => graph.zoom(1.3));
  byId("farther").addEventListener("click", () => graph.zoom(1 / 1.3));
  VIEWS.forEach((name, place) => {
    byId(`tab-${name}`).addEventListener("click", () => store.change({ view: name }));
    byId(`tab-${name}`).addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (!step) return;
      const next = VIEWS[(place + step + VIEWS.length) % VIEWS.length];
      store.change({ view: next });
      byId(`tab-${next}`).focus();
    });
  });
  sharing(store, graph.scene);
  amount.addEventListener("input", () => store.change({ shown: Number(amount.value) > model.nodes.length - STEP ? 0 : Number(amount.value) }));
  byId("everything").addEventListener("click", () => store.change({ shown: store.state.shown === 0 ? BACKBONE : 0 }));
  const repaint = () => {
    graph.repaint();
    legend.repaint();
    beginning.repaint();
    listFor = "";
    showView();
    showPanel(store, actions);
  };
  byId("theme").addEventListener("click", () => {
    turnTheme();
    repaint();
  });
  whenThemeTurns(repaint);
  byId("about-open").addEventListener("click", () => byId("about").showModal());
  addEventListener("hashchange", () => store.change(stateOf(model, location.hash)));

  store.listen(follow);
  follow();
  requestAnimationFrame(() => requestAnimationFrame(() => (document.body.dataset.ready = String(Math.round(performance.now())))));
}

/**
 * How the page opens where its address says nothing: around the focus that it was made for.
 * @param {Data} data
 * @returns {Partial<State>}
 */
function opened({ about }) {
  return about.focus === undefined ? {} : { focus: about.focus, selected: { kind: "node", id: about.focus }, steps: 2 };
}

readData().then(start);
