/** Keeping and sending: the address of the view, the picture, the data, the print. */

import { byId, count } from "./dom.js";
import { pngOf, svgOf } from "./picture.js";
import { csvOf, turtleOf } from "./tables.js";
import { palette } from "./theme.js";

/** Milliseconds for which the reader is told what was done. */
const SEEN = 4000;

/**
 * @param {Store} store
 * @param {() => Scene} scene
 */
export function sharing(store, scene) {
  let hiding = 0;
  const say = (/** @type {string} */ words) => {
    const said = byId("said");
    said.textContent = words;
    said.classList.add("seen");
    clearTimeout(hiding);
    hiding = window.setTimeout(() => said.classList.remove("seen"), SEEN);
  };
  const save = (/** @type {Blob} */ blob, /** @type {string} */ name) => {
    const address = URL.createObjectURL(blob);
    const link = document.createElement("a");
    Object.assign(link, { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say(`Saved ${name}`);
  };
  const text = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type: `${type};charset=utf-8` });
  /** @type {Record<string, () => void | Promise<void>>} */
  const actions = {
    link: () => copied(location.href).then((done) => say(done ? "The address of this view is copied" : "Copy the address from the address bar")),
    png: async () => save(await pngOf(store.model, scene(), palette()), "graph.png"),
    svg: () => save(text(svgOf(store.model, scene(), palette()), "image/svg+xml"), "graph.svg"),
    csv: () => save(text(csvOf(store), "text/csv"), "statements.csv"),
    turtle: () => save(text(turtleOf(store), "text/turtle"), "graph.ttl"),
    print: () => print(),
  };
  byId("share").addEventListener("toggle", () => {
    // The tables have all that the filters let through, however little of it is drawn.
    for (const [name, format] of [["csv", "CSV"], ["turtle", "Turtle"]]) byId(`share-${name}`).textContent = `${count(store.shown.listedStatements, "statement")} (${format})`;
  });
  for (const [name, action] of Object.entries(actions)) {
    byId(`share-${name}`).addEventListener("click", () => {
      byId("share").open = false;
      void action();
    });
  }
}

/**
 * Whether the text could be put on the clipboard; an offline file is at times not let.
 * @param {string} content
 */
async function copied(content) {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = content;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
