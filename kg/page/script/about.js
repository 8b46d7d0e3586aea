/** What the page is, how new it is, who may use it and how to cite it. */

import { byId, count, h, name, webLink } from "./dom.js";
import { spoken } from "./time.js";

const KEYS = [
  ["/", "search"], ["← ↑ → ↓", "on the graph: to the thing that lies that way"], ["Enter", "open what is chosen"],
  ["+ - 0", "closer, farther, everything in sight"], ["Esc", "back by one step: the choice, the path, the focus"], ["?", "this list"],
];

/** @param {Model} model */
export function aboutPanel(model) {
  const { about, nodes, edges, releases } = model;
  const newest = about.newest ? spoken(about.newest) : "not known";
  const citation = `${about.title}. Made with osce-kg ${about.version} from ${count(about.releases, "press release")}${about.newest ? `, the newest of ${newest}` : ""}.`;
  byId("about-body").replaceChildren(
    h("dl", {},
      ...entry("Newest release", newest),
      ...entry("Releases in the store", about.releases.toLocaleString("en")),
      ...entry("Releases cited here", releases.length.toLocaleString("en")),
      ...entry("On this page", `${count(nodes.length, "thing")}, ${count(edges.length, "statement")}`),
      ...(about.leftOut ? entry("Left out", `${count(about.leftOut, "less important thing")}, more than a page can draw; to see them, make a page of a part: kg graph --focus NAME, --from DATE --to DATE or --kind KIND`) : []),
      ...(about.untold ? entry("Not on this page", `${count(about.untold, "thing")} that no release tells of, and what rules conclude; kg graph --all draws them, too`) : []),
      ...entry("Made with", `osce-kg ${about.version}, networkx, igraph, pyvis and its vis-network (Apache-2.0 or MIT)`),
      ...entry("Licence", `${about.licence} for the page; quotations belong to the publishers of the releases`)),
    h("h3", {}, "How to cite"),
    h("p", { class: "cite", id: "citation" }, name(citation)),
    h("h3", {}, "How to read it"),
    h("p", {}, "Each link is a bundle of statements, and each statement has the sentence that it was read from, or the source of a reference fact. A plan is never counted as a meeting; what is presupposed is told in passing, as already known. Dotted links are derived: they stand for meetings that are not drawn themselves. Texts were read by rules, which err at times: look at the sentence before you rely on a statement."),
    h("h3", { id: "keys" }, "Keys"),
    h("dl", {}, ...KEYS.flatMap(([keys, words]) => [h("dt", {}, ...keys.split(" ").map((key) => h("kbd", {}, key))), h("dd", {}, words)])),
    h("p", {}, "The page needs no network. ", webLink("https://w3id.org/osce-kg/ontology#", "The terms"), " are those of the osce-kg ontology."));
}

/**
 * @param {string} term
 * @param {string} text
 */
function entry(term, text) {
  return [h("dt", {}, term), h("dd", {}, name(text))];
}
