"""A store copied to a server, graph by graph, each compared before and after by a hash of what it means."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import NamedNode

from kg.errors import StoreError
from kg.graphs import DERIVED, RELEASES
from kg.rules import Progress
from kg.store import Store
from kg.store.canonical import canonical, digest
from kg.store.remote import RemoteStore

_BLANK = re.compile(rb"^_:| _:\S+ \.$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What became of the graphs on the server, by their names; `quads` are those that it holds now."""

    added: tuple[NamedNode, ...]
    replaced: tuple[NamedNode, ...]
    removed: tuple[NamedNode, ...]
    kept: tuple[NamedNode, ...]
    quads: int

    @property
    def changed(self) -> int:
        """How many graphs were written or removed."""
        return len(self.added) + len(self.replaced) + len(self.removed)

    @property
    def releases(self) -> tuple[int, int, int, int]:
        """How many releases were added, replaced and removed, and how many were there already."""
        added, replaced, removed, kept = (
            sum(name.value.startswith(RELEASES) for name in names)
            for names in (self.added, self.replaced, self.removed, self.kept)
        )
        return added, replaced, removed, kept


def digests(store: Store, progress: Progress | None = None) -> dict[NamedNode, str]:
    """A hash of each graph of a store, the same wherever the same is kept."""
    found = {}
    names = store.graphs()
    for number, name in enumerate(names):
        if progress:
            progress("comparing", number, len(names))
        found[name] = digest(store.dump(name))
    return found


def push(
    source: Store,
    target: RemoteStore,
    progress: Progress | None = None,
    *,
    held: Mapping[NamedNode, str] | None = None,
) -> Pushed:
    """Make the server hold the graphs of `source`, and of ours no others.

    A graph that the server holds already is left alone, so that what was cut goes on from where it stopped.
    Links that are derived come after what they rest on, and what goes, goes last: whenever it is cut, every
    release's graph is whole. `held` has the server's hashes where they are known. Raises `StoreError` where the
    server cannot be written to, and where what it holds then is not what was sent.
    """
    target.graph_store  # noqa: B018 - refuses before anything is read
    held = digests(target, progress) if held is None else held
    names = sorted(source.graphs(), key=lambda name: (name == DERIVED, name.value.startswith(RELEASES), name.value))
    added: list[NamedNode] = []
    replaced: list[NamedNode] = []
    kept: list[NamedNode] = []
    sizes: dict[NamedNode, int] = {}
    for number, name in enumerate(names):
        if progress:
            progress("pushing", number, len(names))
        triples = canonical(source.dump(name))
        if not triples:
            continue
        sizes[name] = triples.count(b"\n")
        if _BLANK.search(triples):
            raise StoreError(f"graph {name.value} has a blank node, which no two servers call the same; give it an IRI")
        wanted = sha256(triples).hexdigest()
        if held.get(name) == wanted:
            kept.append(name)
            continue
        (replaced if name in held else added).append(name)
        target.replace(name, triples)
        if digest(target.dump(name)) != wanted:
            raise _altered(target, name)
    removed = sorted(held.keys() - sizes.keys(), key=lambda name: name.value)
    for name in removed:
        target.remove(name)
    _verify(target, sizes)
    return Pushed(tuple(added), tuple(replaced), tuple(removed), tuple(kept), sum(sizes.values()))


def _verify(target: RemoteStore, sizes: Mapping[NamedNode, int]) -> None:
    """Compare the counts that the server's own queries give with what was sent."""
    counted = target.counts()
    for name in sorted(counted.keys() | sizes.keys(), key=lambda one: one.value):
        if counted.get(name, 0) != sizes.get(name, 0):
            raise _altered(target, name)


def _altered(target: RemoteStore, name: NamedNode) -> StoreError:
    return StoreError(
        f"{target.address}: graph {name.value} is not there as it was sent; does somebody else write to this "
        "server? Run it again"
    )
