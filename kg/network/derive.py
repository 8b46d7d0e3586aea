"""What follows from who took part in what: who sat together, and who took part in a format's meetings."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from kg.network.model import ACTOR_CATEGORIES, Evidence, Network, Node, Origin, Statement

SITTINGS = frozenset({"Meeting", "Call"})
MOST_AT_ONE_TABLE = 30
"""Above so many participants, having been in one hall says little, and the pairs would be thousands."""

MET = "metWith"
SAT_IN = "satIn"


def derive(graph: Network) -> Iterator[Statement]:
    """The derived statements of a network, each resting on one meeting or call that happened.

    Two actors who took part in it are joined by `metWith`; each of them is joined by `satIn` to every
    format that it was held in. What was planned, called for or denied gives nothing.
    """
    for event in sorted(iri for iri, data in graph.nodes(data=True) if _sat(data["node"])):
        actors = _evidence_by(graph.in_edges(event, data="statement"), "hasParticipant", 0)
        formats = _evidence_by(graph.out_edges(event, data="statement"), "inFormat", 1)
        actors = {
            iri: evidence for iri, evidence in actors.items() if graph.nodes[iri]["node"].category in ACTOR_CATEGORIES
        }
        if len(actors) <= MOST_AT_ONE_TABLE:
            for one, other in combinations(sorted(actors), 2):
                yield _derived(graph, event, MET, (one, other), actors[one] | actors[other])
        for actor, format_ in product(sorted(actors), sorted(formats)):
            if actor != format_:
                yield _derived(graph, event, SAT_IN, (actor, format_), actors[actor] | formats[format_])


def _evidence_by(
    edges: Iterable[tuple[str, str, Statement]], relation: str, end: int
) -> dict[str, frozenset[Evidence]]:
    """What is joined to an event by one relation as having happened, with the evidence for that."""
    found: dict[str, frozenset[Evidence]] = {}
    for subject, object_, statement in edges:
        if statement.relation == relation and statement.status == "happened":
            iri = (subject, object_)[end]
            found[iri] = found.get(iri, frozenset()) | frozenset(statement.evidence)
    return found


def _derived(
    graph: Network, event: str, relation: str, ends: tuple[str, str], evidence: frozenset[Evidence]
) -> Statement:
    node: Node = graph.nodes[event]["node"]
    return Statement(
        fact=event,
        subject=ends[0],
        object=ends[1],
        relation=relation,
        origin=Origin.DERIVED,
        detail=node.label,
        period=node.period,
        evidence=tuple(sorted(evidence)),
        basis=event,
    )


def _sat(node: object) -> bool:
    return getattr(node, "category", None) in SITTINGS and getattr(node, "status", None) == "happened"
