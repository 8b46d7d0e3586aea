"""The store as a network of things and statements, for pages and for whoever works with networkx.

`view` gives a `networkx.MultiDiGraph` whose nodes are IRIs. Each node has the attribute `node` (a `Node`),
each edge the attribute `statement` (a `Statement`); an edge's key tells parallel statements apart.
`graph.graph` has `releases` (IRI to `ReleaseCard`), `newest` (the last day of issue, or None), `focus` (an
IRI, or None), `left_out` (how many things were too many) and `untold` (how many have a reference fact alone, and
stand only where everything is asked for).
"""

from collections.abc import Collection

from pyoxigraph import NamedNode

from kg.errors import ParameterError
from kg.iris import local_name
from kg.network import select
from kg.network.derive import derive
from kg.network.layout import layout
from kg.network.model import Evidence, Network, Node, Origin, Period, ReleaseCard, Statement
from kg.network.period import first_day, last_day
from kg.network.read import Contents, read
from kg.network.select import MOST_NODES, ranked
from kg.store import Store


def view(
    store: Store,
    *,
    focus: NamedNode | None = None,
    hops: int = 2,
    since: str | None = None,
    until: str | None = None,
    kinds: Collection[str] = (),
    everything: bool = False,
    most: int = MOST_NODES,
) -> Network:
    """What the releases tell, with what the reference facts say of the same things.

    `focus` and `hops` keep what is at most so many steps from one thing; `since` and `until` (ISO dates
    of any precision, both included) what was true then; `kinds` (such as `person`, `format`, `event`)
    some kinds of things; `everything` adds all reference facts, the releases with what they name, and what
    the rules of the store conclude. Over `most` things, the most important
    are kept. Raises `ParameterError` for a kind, date or focus that is unknown, or where nothing is left.
    """
    wanted = select.categories(kinds)
    _check_window(since, until)
    if hops < 1:
        raise ParameterError(f"{hops} steps lead nowhere; give --hops 1 or more")
    graph = network(read(store, mentions="Release" in wanted, everything=everything))
    if focus is not None and focus.value not in graph:
        raise ParameterError(
            f"{local_name(focus)} cannot be shown in the graph; give a person, a state, a format or an event"
        )
    always = () if focus is None else (focus.value,)
    if not everything:
        told = select.told_by_releases(graph)
        graph.graph["untold"] = told.graph["untold"] = len(graph) - len(told)
        graph = graph if focus is not None and focus.value not in told else told
    graph = select.within(graph, since, until)
    if wanted:
        graph = select.of_categories(graph, wanted, always)
    if focus is not None and focus.value in graph:
        graph = select.around(graph, focus.value, hops)
    if not everything:
        graph = select.linked(graph, always)
    graph = select.strongest(graph, most, always)
    graph.graph["focus"] = focus.value if focus is not None and focus.value in graph else None
    if not len(graph):
        raise ParameterError(_nothing(since, until, kinds, everything, graph.graph["newest"]))
    return graph


def network(contents: Contents) -> Network:
    """All that was read from a store as one graph, derived statements included."""
    days = [card.issued for card in contents.releases.values() if card.issued is not None]
    graph = Network(releases=dict(contents.releases), newest=max(days, default=None), focus=None, left_out=0, untold=0)
    graph.add_nodes_from((iri, {"node": node}) for iri, node in contents.nodes.items())
    _add(graph, contents.statements)
    _add(graph, tuple(derive(graph)))
    return graph


def _add(graph: Network, statements: tuple[Statement, ...]) -> None:
    for one in statements:
        graph.add_edge(one.subject, one.object, one.key, statement=one)


def _check_window(since: str | None, until: str | None) -> None:
    first = first_day(since) if since is not None else None
    last = last_day(until) if until is not None else None
    if first is not None and last is not None and first > last:
        raise ParameterError(f"--from {since} is after --to {until}; give the earlier date first")


def _nothing(since: str | None, until: str | None, kinds: Collection[str], everything: bool, newest: str | None) -> str:
    given = [f"from {since}"] if since else []
    given += [f"to {until}"] if until else []
    given += [f"of kind {' or '.join(kinds)}"] if kinds else []
    if since and newest and first_day(since) > last_day(newest):
        return f"nothing to draw {' '.join(given)}: the newest release is of {newest}; give an earlier date"
    if given:
        return f"nothing to draw {' '.join(given)}; widen the dates or name other kinds"
    if everything:
        return "nothing to draw: the store is empty; fill it with kg build"
    return "nothing to draw: no release tells of an event or an act; kg graph --all draws the reference facts"


__all__ = [
    "Evidence",
    "Network",
    "Node",
    "Origin",
    "Period",
    "ReleaseCard",
    "Statement",
    "layout",
    "network",
    "ranked",
    "view",
]
