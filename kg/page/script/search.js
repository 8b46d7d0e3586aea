/** The search box: by any name, without accents or letter case, the most important first. */

import { byId, count, h, name } from "./dom.js";
import { glyphPicture } from "./glyphs.js";
import { palette } from "./theme.js";
import { periodOf, withoutDate } from "./time.js";

const MOST = 12;
/** Letters that no decomposition folds. */
const LETTERS = /** @type {Record<string, string>} */ ({ ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ħ: "h", ə: "e", "’": "'", "ʼ": "'" });

/**
 * A name as it is searched for: lower case, no accents.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łøđðþßæœıħə’ʼ]/g, (letter) => LETTERS[letter]);
}

/**
 * @param {Model} model
 * @returns {(words: string) => {id: number, as: string | null}[]}
 */
export function searcher(model) {
  const names = model.nodes.flatMap((node) => [node.label, ...(node.aliases ?? [])].map((text, place) => ({ id: node.id, text: folded(text), as: place ? text : null })));
  return (words) => {
    const wanted = folded(words).split(/\s+/).filter(Boolean);
    if (!wanted.length) return [];
    /** @type {Map<number, {id: number, as: string | null, score: number}>} */
    const found = new Map();
    for (const entry of names) {
      const score = scoreOf(entry.text, wanted);
      if (score < 0) continue;
      const known = found.get(entry.id);
      if (!known || score + Number(entry.as !== null) < known.score) found.set(entry.id, { id: entry.id, as: entry.as, score: score + Number(entry.as !== null) });
    }
    return [...found.values()].sort((one, other) => one.score - other.score || one.id - other.id);
  };
}

/**
 * How well a name fits: 0 for the whole, 2 for its start, 4 for the start of words, 6 for anything; -1 for not.
 * @param {string} text
 * @param {string[]} wanted
 */
function scoreOf(text, wanted) {
  if (!wanted.every((word) => text.includes(word))) return -1;
  const whole = wanted.join(" ");
  if (text === whole) return 0;
  if (text.startsWith(whole)) return 2;
  return wanted.every((word) => text.startsWith(word) || text.includes(` ${word}`) || text.includes(`-${word}`)) ? 4 : 6;
}

/**
 * @param {Model} model
 * @param {(id: number) => void} choose
 */
export function searchBox(model, choose) {
  const input = byId("search");
  const list = byId("results");
  const find = searcher(model);
  /** @type {{id: number, as: string | null}[]} */
  let results = [];
  let current = -1;

  function show() {
    const all = find(input.value);
    results = all.slice(0, MOST);
    current = results.length ? 0 : -1;
    list.replaceChildren(...results.map((result, place) => option(result, place)));
    if (input.value.trim() && !results.length) list.append(h("li", { class: "none" }, "Nothing here has this name."));
    if (all.length > MOST) list.append(h("li", { class: "none" }, `and ${count(all.length - MOST, "more", "more")}; type on`));
    open(input.value.trim() !== "");
    mark();
  }

  /**
   * @param {{id: number, as: string | null}} result
   * @param {number} place
   */
  function option({ id, as }, place) {
    const node = model.nodes[id];
    const category = model.categories[node.category];
    const about = [category.label, periodOf(node), as && `also “${as}”`].filter(Boolean).join(" · ");
    return h("li", { role: "option", id: `result-${place}`, "aria-selected": "false", onpointerdown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => take(place) },
      glyphPicture(category, palette()), h("span", {}, name(withoutDate(node.label)), h("small", {}, about)));
  }

  function mark() {
    [...list.querySelectorAll("[role=option]")].forEach((row, place) => row.setAttribute("aria-selected", String(place === current)));
    if (current >= 0) input.setAttribute("aria-activedescendant", `result-${current}`);
    else input.removeAttribute("aria-activedescendant");
    list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} wide */
  function open(wide) {
    list.hidden = !wide;
    input.setAttribute("aria-expanded", String(wide));
  }

  /** @param {number} place */
  function take(place) {
    const result = results[place];
    if (!result) return;
    input.value = "";
    open(false);
    choose(result.id);
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.value && show());
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") {
      input.value = "";
      open(false);
      input.blur();
    } else if (event.key === "Enter") take(current);
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && results.length) {
      current = (current + (event.key === "ArrowDown" ? 1 : -1) + results.length) % results.length;
      event.preventDefault();
      mark();
    } else return;
    event.stopPropagation();
  });
}
