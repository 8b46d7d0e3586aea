"""The way from paths to a store: what is new is read, what changed is replaced, the rest is left alone.

The result is the same, byte for byte as sorted N-Quads, as that of a build from nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.build import grounds as ground
from kg.build import inputs
from kg.build.gather import Gathered, gather
from kg.build.grounds import Parts, Progress, shipped
from kg.build.manifest import Manifest
from kg.build.plan import Plan, make_plan
from kg.build.publish import publish
from kg.errors import InputError
from kg.resources import resource
from kg.store.layout import Writing, as_folder


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: releases by what became of them, and what is in the store now.

    `refused` holds the place and the reason of each file or release that is not in the graph; `skipped`
    counts files that tell of others (README, LICENSE) and hidden ones; `facts` counts by the fact's type.
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

    @property
    def releases(self) -> int:
        """How many releases the store holds now."""
        return self.added + self.replaced + self.kept


def build(
    paths: Iterable[str | Path],
    store: str | Path,
    *,
    parts: Parts | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Make the store hold exactly the releases at `paths`, with the ontology and the reference facts.

    Without paths, the releases that ship with the package. Nothing is written where nothing changed.
    Raises `InputError`, with the store as it was, where a path is missing or not one release could be
    read; `StoreError` where the store is held by another writer, is none, or the disk is full.
    """
    given = tuple(map(_path, paths)) or (resource("data", "releases"),)
    return _run(given, as_folder(store), parts, progress, keep=False)


def add(
    paths: Iterable[str | Path],
    store: str | Path,
    *,
    parts: Parts | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Add the releases at `paths`, or replace those of the same name, and touch no others.

    Raises as `build` does.
    """
    return _run(tuple(map(_path, paths)), as_folder(store), parts, progress, keep=True)


def _path(given: str | Path) -> Path:
    if not str(given):
        raise InputError("the empty name is no path; give a file, a folder or an archive, or . for this folder")
    return Path(given)


def _run(paths: tuple[Path, ...], path: Path, parts: Parts | None, progress: Progress | None, *, keep: bool) -> Summary:
    inputs.check(paths)
    parts = parts or shipped()
    grounds = ground.load(parts)
    with Writing(path, "kg add" if keep else "kg build") as writing:
        hold = writing.hold()
        try:
            old = Manifest.from_json(hold.manifest, path) if hold else Manifest()
            gathered = gather(paths, parts, old, writing.staging, progress)
            plan = make_plan(gathered, old, grounds, keep=keep)
            written = hold is None or plan.manifest != old
            manifest = publish(writing, hold, plan, grounds, progress) if written else old
        finally:
            if hold is not None:
                hold.close()
    return _summary(plan, gathered, manifest, written=written)


def _summary(plan: Plan, gathered: Gathered, manifest: Manifest, *, written: bool) -> Summary:
    facts: Counter[str] = Counter()
    for record in manifest.releases:
        facts.update(record.facts)
    return Summary(
        added=len(plan.added),
        replaced=len(plan.replaced),
        dropped=len(plan.dropped),
        kept=len(plan.kept),
        refused=tuple(gathered.refused),
        duplicates=gathered.duplicates,
        skipped=gathered.skipped,
        facts=dict(sorted(facts.items())),
        unresolved=sum(record.unresolved for record in manifest.releases),
        quads=manifest.quads,
        written=written,
    )


__all__ = ["Parts", "Progress", "Summary", "add", "build", "shipped"]
