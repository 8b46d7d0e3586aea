"""A plan becomes a new generation of the store, published whole."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, cast

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from kg.build import grounds as ground
from kg.build.grounds import Grounds, Progress
from kg.build.manifest import Manifest
from kg.build.plan import Plan
from kg.iris import mint
from kg.store.layout import Hold, Writing, telling
from kg.store.pieces import Pieces

GRAPHS = {"ontology": ground.ONTOLOGY, "reference": ground.REFERENCE}


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
        if source is not None:
            _take_out(store, plan)
            pieces = _changes(plan, grounds)
        else:
            pieces = _everything(hold, plan, grounds)
        if source is None or plan.changes_graphs:
            if progress:
                progress("loading", 0, len(plan.shelves))
            store.bulk_load(cast(IO[bytes], Pieces(pieces)), format=RdfFormat.N_QUADS)
            ground.derive(store, grounds.rules, progress)
        store.flush()
        manifest = replace(plan.manifest, quads=len(store))
        # The last reference goes, and Oxigraph closes its files before they are published.
        del store
    writing.publish(generation, manifest.to_json())
    return manifest


def _is_copied(hold: Hold | None, plan: Plan) -> bool:
    """Whether to change a copy of the state that is held, and not to load everything anew.

    What is taken out stays in Oxigraph's files until they are rewritten; beyond half, a new start is
    quicker and leaves a smaller store.
    """
    if hold is None:
        return False
    kept = sum(record.quads for record in plan.manifest.releases if record.slug in plan.kept)
    return kept * 2 >= sum(record.quads for record in plan.manifest.releases)


def _take_out(store: pyoxigraph.Store, plan: Plan) -> None:
    graphs = [_graph(slug) for slug in sorted(plan.dropped | plan.replaced)]
    graphs += [graph for name, graph in GRAPHS.items() if name in plan.stale]
    for graph in graphs:
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
    if hold is not None and plan.kept:
        current = pyoxigraph.Store.read_only(str(hold.database))
        for slug in sorted(plan.kept):
            quads = current.quads_for_pattern(None, None, None, _graph(slug))
            yield pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
    for slug in sorted(plan.shelves):
        yield plan.shelves[slug].read()


def _graph(slug: str) -> NamedNode:
    return mint("graph-release", slug)
