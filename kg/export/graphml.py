"""The graph as GraphML, for networkx, Gephi, yEd and other programs for networks.

Nodes are things, edges the statements that join two of them, as `kg graph` draws them, reference facts included.
The attributes of both are named in `NODE` and `EDGE`; what is not known is left out. Dates are ISO dates of any
precision, lists are joined by `; `.
"""

import re
from typing import IO

import networkx as nx

from kg.network import Network, Node, Statement, network
from kg.network.read import read
from kg.store import Store

NODE = ("label", "class", "aliases", "start", "end", "factuality", "verified", "wikidata")
"""Of a thing; its id is its IRI. Only events have a factuality."""

EDGE = (
    "label", "relation", "detail", "start", "end", "factuality", "origin", "confidence",
    "release", "issued", "quote", "cited", "rule", "fact",
)  # fmt: skip
"""Of a statement. `relation` is the ontology's term (or `satIn`, for an actor in a format's meeting), `label` the
same in words; `origin` is release, reference or derived; `release`, `issued` and `quote` are of the releases that
bear it out, the first of them first; `cited` is what a curated statement rests on."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(store: Store, output: IO[bytes]) -> None:
    """Write the whole network of a store as GraphML, edges numbered in the order of their ends and keys."""
    nx.write_graphml_xml(attributed(network(read(store))), output)


def attributed(graph: Network) -> Network:
    """The network with plain texts for attributes, sorted by the things' IRIs and the statements' keys."""
    plain = Network()
    for iri in sorted(graph):
        plain.add_node(iri, **_node(graph.nodes[iri]["node"]))
    statements: list[Statement] = [data["statement"] for _, _, data in graph.edges(data=True)]
    for number, one in enumerate(sorted(statements, key=lambda one: (one.subject, one.object, one.key, one.origin))):
        plain.add_edge(one.subject, one.object, f"e{number}", **_edge(one, graph))
    return plain


def _node(node: Node) -> dict[str, str]:
    told = {
        "label": node.label,
        "class": node.category,
        "aliases": "; ".join(node.aliases),
        "start": node.period.start,
        "end": node.period.end,
        "factuality": node.status,
        "verified": "true" if node.verified else "false",
        "wikidata": "; ".join(node.same_as),
    }
    return _known(told)


def _edge(one: Statement, graph: Network) -> dict[str, str]:
    releases = list(dict.fromkeys(evidence.release for evidence in one.evidence))
    cards = graph.graph["releases"]
    return _known(
        {
            "label": re.sub(r"(?<=[a-z])(?=[A-Z])", " ", one.relation).lower().removeprefix("act-").replace("-", " "),
            "relation": one.relation,
            "detail": one.detail,
            "start": one.period.start,
            "end": one.period.end,
            "factuality": one.status,
            "origin": one.origin.value,
            "confidence": one.confidence,
            "release": "; ".join(releases),
            "issued": "; ".join((cards[iri].issued or "") if iri in cards else "" for iri in releases),
            "quote": one.evidence[0].quote if one.evidence else None,
            "cited": "; ".join(one.sources),
            "rule": "; ".join(one.rules),
            "fact": one.fact,
        }
    )


def _known(told: dict[str, str | None]) -> dict[str, str]:
    return {name: _NOT_IN_XML.sub(" ", text) for name, text in told.items() if text}
