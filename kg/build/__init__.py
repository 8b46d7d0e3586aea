"""The way from paths to a store: what is new is read, what changed is replaced, the rest is left alone.

The result is the same, byte for byte as sorted N-Quads, as that of a build from nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.build import grounds as ground
from kg.build import inputs
from kg.build.gather import Gathered, gather
from kg.build.grounds import Grounds, Parts, shipped
from kg.build.manifest import Manifest
from kg.build.places import Given
from kg.build.plan import Plan, make_plan
from kg.build.publish import publish
from kg.build.reading import Engine, in_processes
from kg.errors import InputError
from kg.resources import resource
from kg.rules import Progress
from kg.store import is_address
from kg.store.writing import Writing


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: releases by what became of them, and what is in the store now.

    `refused` holds the place and the reason of each file or release that is not in the graph; `skipped`
    counts files that tell of others (README, LICENSE) and hidden ones, `aside` the sources, earlier versions and
    indexes of harvests; `facts` counts by the fact's type.
    """

    added: int
    replaced: int
    dropped: int
    kept: int
    refused: tuple[tuple[str, str], ...]
    duplicates: int
    skipped: int
    facts: Mapping[str, int]
    unresolved: int
    quads: int
    written: bool
    aside: int = 0

    @property
    def releases(self) -> int:
        """How many releases the store holds now."""
        return self.added + self.replaced + self.kept


def build(
    paths: Iterable[Given],
    store: str | Path,
    *,
    parts: Parts | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
    pages: Iterable[str] = (),
) -> Summary:
    """Make the store hold exactly the releases at `paths`, with the ontology and the reference facts.

    A path that is text with `://` in it is an address, such as `s3://bucket/releases`; `kg.build.addresses` tells of
    them. Without paths, the releases that ship with the package. Nothing is written where nothing changed. The bytes
    are the same whatever `engine` reads with; without one, a process for each core. `pages` picks those of web-crawl
    archives by patterns for host and path, as `www.osce.org/*`. `store` is a folder or a server's address;
    `kg.build.remote` tells how a server is written to. Raises `InputError`, with the store as it was, where a path is
    missing or not one release could be read; `StoreError` where the store is held by another writer, is none, or the
    disk is full.
    """
    given = tuple(map(_path, paths)) or (resource("data", "releases"),)
    return _run(given, tuple(pages), store, parts, engine, progress, keep=False)


def add(
    paths: Iterable[Given],
    store: str | Path,
    *,
    parts: Parts | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
    pages: Iterable[str] = (),
) -> Summary:
    """Add the releases at `paths`, or replace those of the same name, and touch no others.

    Raises as `build` does.
    """
    return _run(tuple(map(_path, paths)), tuple(pages), store, parts, engine, progress, keep=True)


def _path(given: Given) -> Given:
    if not str(given):
        raise InputError("the empty name is no path; give a file, a folder or an archive, or . for this folder")
    return given


def _run(
    paths: tuple[Given, ...],
    pages: tuple[str, ...],
    store: str | Path,
    parts: Parts | None,
    engine: Engine | None,
    progress: Progress | None,
    *,
    keep: bool,
) -> Summary:
    inputs.check(paths)
    engine = engine or in_processes()
    parts = parts or shipped()
    command = "kg add" if keep else "kg build"
    if not is_address(store):
        with Writing(Path(store), command) as writing:
            return _write(paths, pages, writing, parts, engine, None, progress, keep=keep)
    # A client for HTTP is imported only where one is needed.
    from kg.build.remote import writing_to

    grounds = ground.load(parts)
    with writing_to(str(store), command) as server:
        held = server.pull(grounds, progress) if keep else None
        summary = _write(paths, pages, server.writing, parts, engine, grounds, progress, keep=keep)
        pushed = server.push(held, progress)
    # What the mirror had before is no news; what the server had is.
    added, replaced, dropped, kept = pushed.releases
    return replace(summary, added=added, replaced=replaced, dropped=dropped, kept=kept, written=pushed.changed > 0)


def _write(
    paths: tuple[Given, ...],
    pages: tuple[str, ...],
    writing: Writing,
    parts: Parts,
    engine: Engine,
    grounds: Grounds | None,
    progress: Progress | None,
    *,
    keep: bool,
) -> Summary:
    hold = writing.hold()
    try:
        old = Manifest.from_bytes(hold.manifest, writing.path) if hold else Manifest()
        # Before anything is read, so that what is wrong with them is told at once.
        grounds = grounds or ground.load(parts, old.grounds)
        gathered = gather(paths, pages, parts, old, writing.staging, engine, progress)
        plan = make_plan(gathered, old, grounds, keep=keep)
        written = hold is None or plan.manifest != old
        manifest = publish(writing, hold, plan, grounds, progress) if written else old
    finally:
        if hold is not None:
            hold.close()
    return _summary(plan, gathered, manifest, written=written)


def _summary(plan: Plan, gathered: Gathered, manifest: Manifest, *, written: bool) -> Summary:
    return Summary(
        added=len(plan.added),
        replaced=len(plan.replaced),
        dropped=len(plan.dropped),
        kept=len(manifest.releases) - len(plan.shelves),
        refused=tuple(gathered.refused),
        duplicates=gathered.duplicates,
        skipped=gathered.skipped,
        facts=dict(manifest.totals.facts),
        unresolved=manifest.totals.unresolved,
        quads=manifest.quads,
        written=written,
        aside=gathered.aside,
    )


__all__ = ["Engine", "Parts", "Progress", "Summary", "add", "build", "in_processes", "shipped"]
