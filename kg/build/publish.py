"""A plan becomes a new generation of the store, published whole."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, cast

import pyoxigraph
from pyoxigraph import RdfFormat

from kg.build.grounds import Grounds
from kg.build.manifest import Manifest
from kg.build.plan import Plan
from kg.graphs import ONTOLOGY, REFERENCE, release_graph
from kg.rules import Change, Progress, derive, derive_again, look_ahead
from kg.store import search
from kg.store.layout import Hold, telling
from kg.store.pieces import Pieces
from kg.store.writing import Writing

GRAPHS = {"ontology": ONTOLOGY, "reference": REFERENCE}

FEW = 200
"""Releases; where more change, the rules are quicker run as a whole."""


def publish(
    writing: Writing, hold: Hold | None, plan: Plan, grounds: Grounds, progress: Progress | None = None
) -> Manifest:
    """Make the state that `plan` leads to, from the one held, and let readers see it.

    Gives the manifest with its count of quads. Raises `StoreError` where the disk fails, `QueryError` for
    a rule that cannot be run; then readers go on seeing the old state.
    """
    source = hold if _is_copied(hold, plan) else None
    generation = writing.new_generation(copy=source)
    with telling(writing.path):
        store = pyoxigraph.Store(str(generation / "db"))
        if source is not None and not plan.stale and len(plan.shelves) + len(plan.dropped) <= FEW:
            quads = plan.manifest.quads
            if plan.changes_graphs:
                quads += _change(store, plan, grounds, progress)
        else:
            if progress:
                progress("loading", 0, len(plan.shelves))
            if source is not None:
                _take_out(store, plan)
            pieces = _everything(hold, plan, grounds) if source is None else _changes(plan, grounds)
            store.bulk_load(cast(IO[bytes], Pieces(pieces)), format=RdfFormat.N_QUADS)
            derive(store, grounds.rules, progress)
            quads = len(store)
        _index(generation / "search", store, plan, anew=source is None)
        store.flush()
        manifest = replace(plan.manifest, quads=quads)
        # The last reference goes, and Oxigraph closes its files before they are published.
        del store
    writing.publish(generation, manifest.to_bytes())
    return manifest


def _index(folder: Path, store: pyoxigraph.Store, plan: Plan, *, anew: bool) -> None:
    """Keep the full-text index in step with the graph: more of it for what changed, or all of it anew."""
    if anew or "reference" in plan.stale or not search.exists(folder):
        search.clear(folder)
        search.write(folder, search.of_store(store))
    elif plan.shelves:
        search.join(folder, store)
        search.write(folder, search.of_graphs(store, map(release_graph, sorted(plan.shelves))))


def _is_copied(hold: Hold | None, plan: Plan) -> bool:
    """Whether to change a copy of the state that is held, and not to load everything anew.

    What is taken out stays in Oxigraph's files until they are rewritten; beyond half, a new start is
    quicker and leaves a smaller store.
    """
    if hold is None:
        return False
    return plan.kept_quads * 2 >= plan.manifest.totals.quads


def _change(store: pyoxigraph.Store, plan: Plan, grounds: Grounds, progress: Progress | None) -> int:
    """Write what differs between the old and the new graphs of a few releases; gives by how many quads the store grew.

    Most of a release that is told otherwise stays as it was, and is not written again.
    """
    graphs = map(release_graph, sorted(plan.dropped | plan.replaced))
    lines = (plan.shelves[slug].read() for slug in sorted(plan.shelves))
    change = Change(
        old=frozenset(quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)),
        new=frozenset(quad for data in lines for quad in pyoxigraph.parse(data, format=RdfFormat.N_QUADS)),
    )
    outlook = look_ahead(store, grounds.rules, change)
    for quad in change.removed:
        store.remove(quad)
    store.extend(change.added)
    for slug in plan.dropped:
        store.remove_graph(release_graph(slug))
    return len(change.added) - len(change.removed) + derive_again(store, outlook, progress)


def _take_out(store: pyoxigraph.Store, plan: Plan) -> None:
    """Remove the graphs that change or go."""
    for slug in sorted(plan.dropped | plan.replaced):
        store.remove_graph(release_graph(slug))
    for name, graph in GRAPHS.items():
        if name in plan.stale:
            store.remove_graph(graph)


def _changes(plan: Plan, grounds: Grounds) -> Iterator[bytes]:
    """The quads of all graphs that change, but for the derived one."""
    if "ontology" in plan.stale:
        yield grounds.ontology
    if "reference" in plan.stale:
        yield grounds.reference
    for slug in sorted(plan.shelves):
        yield plan.shelves[slug].read()


def _everything(hold: Hold | None, plan: Plan, grounds: Grounds) -> Iterator[bytes]:
    """The quads of all graphs but the derived one; those of kept releases from the state that is held."""
    yield grounds.ontology
    yield grounds.reference
    if hold is not None:
        current = pyoxigraph.Store.read_only(str(hold.database))
        for slug in sorted(plan.kept):
            quads = current.quads_for_pattern(None, None, None, release_graph(slug))
            yield pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
    for slug in sorted(plan.shelves):
        yield plan.shelves[slug].read()
