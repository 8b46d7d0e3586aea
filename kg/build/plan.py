"""What a build will change, worked out before anything is written."""

from dataclasses import dataclass

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
    kept: frozenset[str]
    added: frozenset[str]
    replaced: frozenset[str]
    dropped: frozenset[str]
    shelves: dict[str, Shelf]
    stale: frozenset[str]

    @property
    def changes_graphs(self) -> bool:
        """Whether any graph changes, not only what is known about files."""
        return bool(self.added or self.replaced or self.dropped or self.stale)


def make_plan(gathered: Gathered, old: Manifest, grounds: Grounds, *, keep: bool) -> Plan:
    """What leads from the state `old` to what was gathered; with `keep`, all other releases stay."""
    held = {record.slug: record for record in old.releases}
    fresh: dict[str, tuple[ReleaseRecord, Shelf]] = {
        record.slug: (record, shelf)
        for outcome in gathered.fresh.values()
        for record, shelf in outcome.releases
        if gathered.winners.get(record.slug) == outcome.file.key
    }
    kept = {slug for slug in held if slug not in fresh and (keep or slug in gathered.winners)}
    records = {slug: held[slug] for slug in kept} | {slug: record for slug, (record, _) in fresh.items()}
    files = ({record.key: record for record in old.files} if keep else {}) | gathered.files
    hashes = grounds.hashes
    return Plan(
        manifest=Manifest(
            grounds=hashes,
            files=tuple(files[key] for key in sorted(files)),
            releases=tuple(records[slug] for slug in sorted(records)),
            quads=old.quads,
        ),
        kept=frozenset(kept),
        added=frozenset(fresh.keys() - held.keys()),
        replaced=frozenset(fresh.keys() & held.keys()),
        dropped=frozenset(held.keys() - records.keys()),
        shelves={slug: shelf for slug, (_, shelf) in fresh.items()},
        stale=frozenset(name for name, digest in hashes.items() if old.grounds.get(name) != digest),
    )
