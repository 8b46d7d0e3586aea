// The query editor: Yasgui over this server's endpoint, and the library's questions as tabs of their own.
"use strict";

(() => {
  const { Yasgui } = globalThis;
  const Editor = Yasgui.default ?? Yasgui;
  const message = document.getElementById("message");
  const endpoint = new URL("/sparql", location.href).href;
  const first = 'PREFIX kg: <https://w3id.org/osce-kg/ontology#>\n'
    + 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n\n'
    + 'SELECT ?meeting ?label ?day WHERE {\n'
    + '  ?meeting a kg:Meeting ; rdfs:label ?label ; kg:startDate ?day ; kg:hasFactuality kg:happened .\n'
    + '}\nORDER BY DESC(?day)\nLIMIT 100\n';

  // Both of these ask other servers as one types.
  Editor.Yasqe.defaults.autocompleters = Editor.Yasqe.defaults.autocompleters.filter((name) => name === "variables");
  Editor.Yasqe.defaults.value = first;
  const yasgui = new Editor(document.getElementById("yasgui"), {
    requestConfig: { endpoint, corsProxy: undefined, method: "POST" },
    copyEndpointOnNewTab: false,
    persistenceId: `kg ${endpoint}`,
    endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [], renderItem: () => {} },
  });

  /** Open a question in a tab, as the query that it is with these parameters. */
  const open = async (question, parameters) => {
    message.textContent = "";
    const answer = await fetch(`/ask/${encodeURIComponent(question)}.rq${parameters ? `?${parameters}` : ""}`);
    const text = await answer.text();
    if (!answer.ok) {
      message.textContent = text;
      return;
    }
    const tab = yasgui.addTab(true, { name: question });
    tab.setQuery(text);
    document.querySelector("details.library").open = false;
  };

  // What a result names has its page here.
  const pages = { "https://w3id.org/osce-kg/id/": "/id/", "https://w3id.org/osce-kg/ontology#": "/ontology#" };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const known = link && Object.keys(pages).find((start) => link.href.startsWith(start));
    if (known) {
      event.preventDefault();
      event.stopPropagation();
      location.assign(pages[known] + link.href.slice(known.length));
    }
  }, { capture: true });

  for (const button of document.querySelectorAll("button[data-question]")) {
    button.addEventListener("click", () => open(button.dataset.question, button.dataset.parameters));
  }
  const asked = new URLSearchParams(location.search);
  const question = asked.get("ask");
  if (question) {
    asked.delete("ask");
    history.replaceState(null, "", location.pathname);
    open(question, asked.toString());
  }
})();
