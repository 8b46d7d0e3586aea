"""Parts of a network: what the releases tell, a stretch of time, some kinds, the surroundings of a thing."""

import math
import re
from collections.abc import Collection, Iterable
from dataclasses import replace

import networkx as nx

from kg.errors import ParameterError
from kg.network.model import ACTOR_CATEGORIES, EVENT_CATEGORIES, Network, Node, Origin, Period, statements
from kg.network.period import last_day, overlaps
from kg.network.read import CATEGORIES

MOST_NODES = 10_000
"""More than this no browser draws well and no reader takes in; the most important are kept."""

_GROUPS: dict[str, frozenset[str]] = {
    "actor": ACTOR_CATEGORIES,
    "event": EVENT_CATEGORIES,
    "format": frozenset({"NegotiatingFormat"}),
    "body": frozenset({"DecisionBody"}),
    "series": frozenset({"MeetingSeries"}),
    "field": frozenset({"FieldOfWork"}),
}
_WEIGHTS = {
    "Person": 1.3, "State": 1.0, "NegotiatingFormat": 1.5, "Mission": 1.2, "Conflict": 1.2,
    "DeFactoEntity": 1.1, "Institution": 1.0, "Organization": 1.0, "DecisionBody": 1.0,
    "Department": 0.8, "Instrument": 0.8, "Place": 0.5, "Region": 0.5, "Post": 0.5, "Release": 0.3,
}  # fmt: skip
_WEIGHT_OF_AN_EVENT = 0.6


def kinds_offered() -> tuple[str, ...]:
    """The words for kinds of things, groups such as `actor` and `event` first."""
    return (*_GROUPS, *sorted({_kebab(name) for name in CATEGORIES} - _GROUPS.keys()))


def categories(kinds: Iterable[str]) -> frozenset[str]:
    """The classes that words such as `person`, `format` or `event` stand for.

    Raises `ParameterError` for a word that stands for none.
    """
    words = {_kebab(name): frozenset({name}) for name in CATEGORIES} | _GROUPS
    found: set[str] = set()
    for kind in kinds:
        word = _kebab(kind.strip())
        if word not in words:
            raise ParameterError(f"no kind {kind!r}; choose among {', '.join(kinds_offered())}")
        found |= words[word]
    return frozenset(found)


def told_by_releases(graph: Network) -> Network:
    """The things that some release says something of, and all that is said among them."""
    told = {
        end
        for statement in statements(graph)
        if statement.origin is Origin.RELEASE
        for end in (statement.subject, statement.object)
    }
    return _part(graph, told)


def within(graph: Network, since: str | None, until: str | None) -> Network:
    """What was true on some day of the window, and the undated statements about the same things.

    Both dates are ISO dates of any precision and included; None leaves an end open. What has no end is known
    to have gone on up to the newest release, and no further; what has no beginning is known of its end alone.
    """
    if since is None and until is None:
        return graph
    newest: str | None = graph.graph["newest"]

    def in_window(period: Period) -> bool:
        if period.start is None:
            period = replace(period, start=period.end)
        elif period.end is None and newest is not None:
            period = replace(period, end=max(period.start, newest, key=last_day))
        return overlaps(period, since, until)

    kept = {
        end
        for statement in statements(graph)
        if statement.period.dated and in_window(statement.period)
        for end in (statement.subject, statement.object)
    }
    for iri in graph.nodes:
        node: Node = graph.nodes[iri]["node"]
        if node.status is not None and node.period.dated and in_window(node.period):
            kept.add(iri)
    part = _part(graph, kept)
    for statement in statements(part):
        if not in_window(statement.period):
            part.remove_edge(statement.subject, statement.object, statement.key)
    return part


def of_categories(graph: Network, wanted: Collection[str], always: Collection[str] = ()) -> Network:
    """The things of these classes, and those of `always` whatever their class."""
    return _part(graph, {iri for iri in graph if graph.nodes[iri]["node"].category in wanted} | set(always))


def around(graph: Network, focus: str, hops: int) -> Network:
    """The things at most so many steps from one, in either direction.

    A derived link is a step only where the event that it rests on is not itself in the graph.
    """
    steps: nx.Graph[str] = nx.Graph()
    steps.add_node(focus)
    steps.add_edges_from(
        (statement.subject, statement.object)
        for statement in statements(graph)
        if statement.basis is None or statement.basis not in graph
    )
    return _part(graph, nx.single_source_shortest_path_length(steps, focus, cutoff=hops))


def ranked(graph: Network) -> list[str]:
    """All things, the most important first: the weight of their class times how many they are joined to."""
    neighbours: nx.Graph[str] = nx.Graph()
    neighbours.add_nodes_from(graph)
    neighbours.add_edges_from((subject, object_) for subject, object_ in graph.edges() if subject != object_)

    def importance(iri: str) -> float:
        category = graph.nodes[iri]["node"].category
        weight = _WEIGHT_OF_AN_EVENT if category in EVENT_CATEGORIES else _WEIGHTS.get(category, 0.5)
        return weight * math.sqrt(neighbours.degree(iri))

    return sorted(graph, key=lambda iri: (-importance(iri), iri))


def strongest(graph: Network, most: int = MOST_NODES, always: Collection[str] = ()) -> Network:
    """The graph itself, or its `most` most important things, those of `always` first.

    `left_out` says how many went.
    """
    if len(graph) <= most:
        return graph
    kept = [iri for iri in always if iri in graph]
    kept += [iri for iri in ranked(graph) if iri not in always]
    part = _part(graph, kept[:most])
    part.graph["left_out"] = len(graph) - most
    return part


def linked(graph: Network, always: Collection[str] = ()) -> Network:
    """The graph without the things that nothing is joined to, events and those of `always` excepted."""
    return _part(
        graph,
        {
            iri
            for iri in graph
            if graph.degree(iri) or iri in always or graph.nodes[iri]["node"].category in EVENT_CATEGORIES
        },
    )


def _part(graph: Network, nodes: Iterable[str]) -> Network:
    # A copy in the order of the whole graph: a set's order would differ from run to run.
    wanted = set(nodes)
    part = Network(**graph.graph)
    part.add_nodes_from((iri, data) for iri, data in graph.nodes(data=True) if iri in wanted)
    for subject, object_, key, data in graph.edges(keys=True, data=True):
        if subject in wanted and object_ in wanted:
            part.add_edge(subject, object_, key, **data)
    return part


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower().replace("_", "-").replace(" ", "-")
