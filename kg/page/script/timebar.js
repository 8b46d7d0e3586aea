/** The time range: two sliders, two dates to type, and a histogram of what is said of when. */

import { byId, count, svg } from "./dom.js";
import { dayOf, isDated, isoDay, spoken } from "./time.js";

const BARS = 80;
const HEIGHT = 34;

/**
 * @param {Store} store
 * @returns {{follow: () => void}}
 */
export function timeBar(store) {
  const { model } = store;
  const { firstDay, lastDay } = model;
  const [fromSlider, toSlider, fromDate, toDate] = ["since", "until", "since-date", "until-date"].map(byId);
  for (const slider of [fromSlider, toSlider]) Object.assign(slider, { min: firstDay, max: lastDay, step: 1 });
  for (const field of [fromDate, toDate]) Object.assign(field, { min: isoDay(firstDay), max: isoDay(lastDay) });
  const undated = byId("undated");
  byId("undated-count").textContent = model.edges.filter((row) => !isDated(row)).length.toLocaleString("en");
  const bars = histogram(model, byId("histogram"));

  // At its end, a slider leaves time open: what lies beyond the axis belongs to the whole.
  fromSlider.addEventListener("input", () => set(Number(fromSlider.value), store.state.until, "since"));
  toSlider.addEventListener("input", () => set(store.state.since, Number(toSlider.value), "until"));
  fromDate.addEventListener("change", () => set(dayOf(fromDate.value), store.state.until, "since"));
  toDate.addEventListener("change", () => set(store.state.since, dayOf(toDate.value), "until"));
  undated.addEventListener("change", () => store.change({ undated: undated.checked }));
  byId("all-time").addEventListener("click", () => store.change({ since: null, until: null, undated: true }));

  /**
   * @param {number | null} since
   * @param {number | null} until
   * @param {"since" | "until"} changed
   */
  function set(since, until, changed) {
    if (since !== null) since = since <= firstDay ? null : Math.min(since, lastDay);
    if (until !== null) until = until >= lastDay ? null : Math.max(until, firstDay);
    if ((since ?? firstDay) > (until ?? lastDay)) {
      if (changed === "since") until = since;
      else since = until;
    }
    store.change({ since, until });
  }

  function follow() {
    const { since, until } = store.state;
    fromSlider.value = String(since ?? firstDay);
    toSlider.value = String(until ?? lastDay);
    fromDate.value = isoDay(since ?? firstDay);
    toDate.value = isoDay(until ?? lastDay);
    fromSlider.setAttribute("aria-valuetext", spoken(fromDate.value));
    toSlider.setAttribute("aria-valuetext", spoken(toDate.value));
    undated.checked = store.state.undated;
    bars.follow(since ?? -Infinity, until ?? Infinity);
  }

  return { follow };
}

/**
 * Bars for how many dated statements begin in each part of the axis; heights by the square root, so that a
 * quiet year beside a busy one can still be seen.
 * @param {Model} model
 * @param {SVGElement} picture
 */
function histogram(model, picture) {
  const span = model.lastDay - model.firstDay + 1;
  const counts = new Array(BARS).fill(0);
  for (const row of model.edges) {
    if (row.origin !== "release" || !isDated(row)) continue;
    const place = Math.floor(((/** @type {number} */ (row.start ?? row.end) - model.firstDay) / span) * BARS);
    if (place >= 0 && place < BARS) counts[place] += 1;
  }
  const most = Math.sqrt(Math.max(...counts, 1));
  picture.setAttribute("viewBox", `0 0 ${BARS * 10} ${HEIGHT}`);
  const bars = counts.map((number, place) => {
    const height = number ? Math.max((Math.sqrt(number) / most) * HEIGHT, 2) : 0;
    const first = model.firstDay + Math.floor((place * span) / BARS);
    const bar = svg("rect", { x: place * 10 + 1, y: HEIGHT - height, width: 8, height },
      svg("title", {}, `${count(number, "statement")} from ${spoken(isoDay(first))}`));
    picture.append(bar);
    return { bar, first, last: model.firstDay + Math.floor(((place + 1) * span) / BARS) - 1 };
  });
  return {
    /**
     * @param {number} since
     * @param {number} until
     */
    follow(since, until) {
      for (const { bar, first, last } of bars) bar.classList.toggle("out", last < since || first > until);
    },
  };
}
