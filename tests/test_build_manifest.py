"""The manifest: what is known of files and releases, found and changed without reading it all."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build.manifest import FileKey, FileRecord, Manifest, ReleaseRecord, Totals
from kg.errors import StoreError

NAMES = ["a", "ab", "a b", 'a"b', "a,b", "ä", "z\n", "\u2028", "", "["]


def record(slug: str, chance: random.Random) -> ReleaseRecord:
    facts = {name: chance.randrange(1, 4) for name in chance.sample(["Act", "Event", "Mention"], chance.randrange(4))}
    return ReleaseRecord(slug, FileKey(slug, "0" * 64, "https://example.org/é"), "1", len(slug), len(facts), facts)


def test_any_history_gives_the_manifest_of_what_is_left() -> None:
    chance = random.Random(7)
    held: dict[str, ReleaseRecord] = {}
    manifest = Manifest()
    for _ in range(200):
        come = [record(slug, chance) for slug in chance.sample(NAMES, chance.randrange(4))]
        kept = chance.random() < 0.9
        held = (held if kept else {}) | {one.slug: one for one in come}
        manifest = manifest.with_releases(come, kept=kept)
        assert manifest == Manifest().with_releases(held.values())
        assert {one.slug: one for one in manifest.releases.records()} == held
        assert {slug: manifest.releases.get(slug) for slug in NAMES} == {slug: held.get(slug) for slug in NAMES}
        assert set(manifest.releases) == held.keys()
        assert manifest.totals.quads == sum(one.quads for one in held.values())
        assert manifest.totals.unresolved == sum(one.unresolved for one in held.values())
        counts = {name: sum(one.facts.get(name, 0) for one in held.values()) for name in ("Act", "Event", "Mention")}
        assert manifest.totals.facts == {name: count for name, count in counts.items() if count}


def test_it_is_read_as_it_was_written() -> None:
    chance = random.Random(8)
    files = [
        FileRecord(FileKey(name, "1" * 64), "1", (name, "other"))
        if name
        else FileRecord(FileKey("", ""), "2", (), "no")
        for name in NAMES
    ]
    empty = Manifest()
    manifest = replace(
        empty.with_releases([record(name, chance) for name in NAMES]),
        grounds={"rules": "x"},
        files=empty.files.changed(files),
        quads=12,
    )
    data = manifest.to_bytes()
    again = Manifest.from_bytes(data, Path("store"))
    assert again == manifest
    assert again.to_bytes() == data
    assert {again.files[one.key] for one in files} == set(files)
    assert FileKey("a", "2" * 64) not in again.files
    assert Manifest.from_bytes(empty.to_bytes(), Path("store")) == empty


@pytest.mark.parametrize("data", [b"", b"{}\n", b"[]\n", b'[{"grounds": {}}]\n', b"\xff\n", b"[1]\n"])
def test_a_damaged_one_is_told(data: bytes) -> None:
    with pytest.raises(StoreError, match=r"^store: its manifest is damaged"):
        Manifest.from_bytes(data, Path("store"))


def test_totals_of_nothing() -> None:
    one = record("ab", random.Random(1))
    assert Totals().changed([], [one]).changed([one], []) == Totals(facts={})
