"""Builds that end on a server: in a folder beside, as any build, and from there graph by graph to the server.

The folder is a mirror in the user's cache. It knows what need not be read again, and holds a lock while somebody
writes. The server alone says what is in the store: before releases are added, what it holds otherwise is taken
from it. A mirror that is deleted costs time, and no fact.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path
from pyoxigraph import NamedNode

from kg.build.grounds import Grounds
from kg.build.manifest import FileKey, Manifest, ReleaseRecord
from kg.build.plan import Plan
from kg.build.publish import publish
from kg.build.reading import Shelf
from kg.graphs import RELEASES
from kg.rules import Progress
from kg.store.local import LocalStore
from kg.store.push import Pushed, digests, push
from kg.store.remote import RemoteStore
from kg.store.writing import Writing
from kg.terms import KG, RDF

TAKEN_FROM_SERVER = FileKey("", "")
"""Stands for the file of a release that somebody else has put on the server; no file is ever this one."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that is written to, and the mirror's lock that is held meanwhile."""

    store: RemoteStore
    writing: Writing

    def pull(self, grounds: Grounds, progress: Progress | None = None) -> Mapping[NamedNode, str]:
        """Make the mirror's releases those of the server; gives the hashes of what the server holds."""
        held = digests(self.store, progress)
        theirs = {name: value for name, value in held.items() if name.value.startswith(RELEASES)}
        hold = self.writing.hold()
        try:
            mine = _mirrored(self.writing.path) if hold else {}
            if mine != theirs:
                old = Manifest.from_bytes(hold.manifest, self.writing.path) if hold else Manifest()
                changed = {name for name, value in theirs.items() if mine.get(name) != value}
                plan = self._plan(old, grounds, changed, frozenset(_slug(name) for name in theirs))
                publish(self.writing, hold, plan, grounds, progress)
        finally:
            if hold is not None:
                hold.close()
        return held

    def push(self, held: Mapping[NamedNode, str] | None = None, progress: Progress | None = None) -> Pushed:
        """Make the server hold what the mirror does."""
        with LocalStore(self.writing.path) as mirror:
            return push(mirror, self.store, progress, held=held)

    def _plan(self, old: Manifest, grounds: Grounds, changed: set[NamedNode], slugs: frozenset[str]) -> Plan:
        """What leads from the mirror's state to the server's releases; the ontology and the rest stay ours."""
        shelves, records = {}, {}
        for name in sorted(changed, key=lambda one: one.value):
            slug = _slug(name)
            shelves[slug], records[slug] = self._taken(name)
        before = frozenset(old.releases)
        kept = (old.releases[slug] for slug in slugs - records.keys())
        return Plan(
            manifest=replace(old, grounds=grounds.hashes).with_releases([*kept, *records.values()], kept=False),
            added=frozenset(records.keys() - before),
            replaced=frozenset(records.keys() & before),
            dropped=before - slugs,
            shelves=shelves,
            stale=grounds.stale(old.grounds),
        )

    def _taken(self, name: NamedNode) -> tuple[Shelf, ReleaseRecord]:
        """A release's graph as the server has it, on a shelf of its own."""
        lines = self.store.dump(name).splitlines()
        end = f" {name} .".encode()
        nquads = b"".join(line.removesuffix(b" .") + end + b"\n" for line in lines)
        path = self.writing.staging() / f"{sha256(name.value.encode()).hexdigest()[:32]}.taken.nq"
        path.write_bytes(nquads)
        unresolved = sum(line.endswith(f"{RDF.type} {KG.UnresolvedName} .".encode()) for line in lines)
        record = ReleaseRecord(_slug(name), TAKEN_FROM_SERVER, "", len(lines), unresolved)
        return Shelf(path, 0, len(nquads)), record


def mirror(address: str) -> Path:
    """The folder in which builds for the server at `address` are made."""
    return user_cache_path("osce-kg") / "servers" / sha256(address.encode()).hexdigest()[:16]


@contextmanager
def writing_to(address: str, command: str) -> Iterator[Server]:
    """The server at `address`, with the lock of its mirror.

    Raises `StoreError` where it cannot be reached or written to, and where somebody else here writes to it.
    """
    with RemoteStore(address) as store:
        store.graph_store  # noqa: B018 - refuses before anything is read
        with Writing(mirror(store.address), f"{command} --store {store.address}") as writing:
            writing.begin()
            yield Server(store, writing)


def _mirrored(path: Path) -> dict[NamedNode, str]:
    with LocalStore(path) as store:
        return {name: value for name, value in digests(store).items() if name.value.startswith(RELEASES)}


def _slug(graph: NamedNode) -> str:
    return graph.value.removeprefix(RELEASES)
