"""What a build will change, worked out before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.build.gather import Gathered
from kg.build.grounds import Grounds
from kg.build.manifest import Manifest, ReleaseRecord
from kg.build.reading import Shelf


@dataclass(frozen=True, slots=True)
class Plan:
    """Releases' slugs by what becomes of them, and the manifest that results.

    `shelves` has the quads of those that are added or replaced. `stale` names the grounds whose graphs
    are out of date. The manifest's count of quads is still that of the old state.
    """

    manifest: Manifest
    added: frozenset[str]
    replaced: frozenset[str]
    dropped: frozenset[str]
    shelves: dict[str, Shelf]
    stale: frozenset[str]

    @property
    def changes_graphs(self) -> bool:
        """Whether any graph changes, not only what is known about files."""
        return bool(self.added or self.replaced or self.dropped or self.stale)

    @property
    def kept(self) -> Iterator[str]:
        """The slugs of the releases that stay as they are."""
        return (slug for slug in self.manifest.releases if slug not in self.shelves)

    @property
    def kept_quads(self) -> int:
        """How many quads the releases that stay as they are have."""
        return self.manifest.totals.quads - sum(self.manifest.releases[slug].quads for slug in self.shelves)


def make_plan(gathered: Gathered, old: Manifest, grounds: Grounds, *, keep: bool) -> Plan:
    """What leads from the state `old` to what was gathered; with `keep`, all other releases stay."""
    fresh: dict[str, tuple[ReleaseRecord, Shelf]] = {
        record.slug: (record, shelf)
        for outcome in gathered.fresh.values()
        for record, shelf in outcome.releases
        if gathered.winners.get(record.slug) == outcome.file.key
    }
    records = [record for record, _ in fresh.values()]
    dropped: frozenset[str] = frozenset()
    if not keep:
        kept = [one for one in old.releases.records() if one.slug not in fresh and one.slug in gathered.winners]
        dropped = frozenset(old.releases) - {one.slug for one in kept} - fresh.keys()
        records += kept
    replaced = frozenset(slug for slug in fresh if slug in old.releases)
    manifest = replace(
        old.with_releases(records, kept=keep),
        grounds=grounds.hashes,
        files=old.files.changed(gathered.files.values(), kept=keep),
    )
    return Plan(
        manifest=manifest,
        added=frozenset(fresh.keys() - replaced),
        replaced=replaced,
        dropped=dropped,
        shelves={slug: shelf for slug, (_, shelf) in fresh.items()},
        stale=grounds.stale(old.grounds),
    )
