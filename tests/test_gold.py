"""The gold files that ship: valid, in agreement with themselves, and split by the rule."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from kg import loaders
from kg.evaluate.agreement import as_reading
from kg.evaluate.gold import Gold
from kg.evaluate.names import shipped
from kg.evaluate.parse import find_gold, load_gold
from kg.evaluate.run import evaluate_file
from kg.resources import resource

FOLDER = resource("data", "gold")
PATHS = find_gold([FOLDER])
TEST_FILES_OF_READOUTS = 5
SHIPPED_RELEASES_WITH_GOLD = 20
TEST_FILES_OF_SHIPPED_RELEASES = {
    "2018-12-10-human-rights-day.txt",
    "2019-04-01-lajcak-minsk-group.txt",
    "2019-10-24-judicial-ethics-sarajevo.txt",
    "2021-09-30-observer-mission-ends.txt",
    "2022-04-28-closure-monitoring-mission.txt",
}


def gold_at(path: Path) -> Gold:
    return load_gold(path, loaders.load)


@pytest.mark.parametrize("path", PATHS, ids=[path.stem[:60] for path in PATHS])
def test_gold_agrees_with_itself(path: Path) -> None:
    """Taken for a reading, a gold file scores 1 and gives none of the facts that it forbids."""
    gold = gold_at(path)
    assert gold.refused is None
    result = evaluate_file(gold, lambda release: as_reading(gold, release), shipped())
    assert [one for one in result.outcomes if one.row != "header" and one.verdict != "right"] == []
    assert result.violations == ()


@pytest.mark.parametrize("folder", ["seed", "train", "test", "traps"])
def test_every_part_is_there(folder: str) -> None:
    assert find_gold([FOLDER / folder])


def test_no_release_stands_in_two_parts() -> None:
    releases = [json.loads(path.read_text(encoding="utf-8")).get("release") for path in PATHS]
    known = [one for one in releases if one is not None]
    assert len(known) == len(set(known))


def split_of(folder: str) -> dict[str, set[str]]:
    """The names of the annotated texts of one folder, by part."""
    parts: dict[str, set[str]] = {"train": set(), "test": set()}
    for part, names in parts.items():
        for path in find_gold([FOLDER / part]):
            release = Path(json.loads(path.read_text(encoding="utf-8"))["release"])
            if release.parent == Path(folder):
                names.add(release.name)
    return parts


def test_the_split_of_the_readouts_follows_from_their_names() -> None:
    parts = split_of("releases/white-house")
    by_hash = sorted(parts["train"] | parts["test"], key=lambda name: sha256(name.encode()).hexdigest())
    assert parts["test"] == set(by_hash[:TEST_FILES_OF_READOUTS])


def test_the_split_of_the_shipped_releases_is_the_one_that_was_fixed() -> None:
    parts = split_of("releases")
    first_by_name = sorted(path.name for path in resource("data", "releases").glob("*.txt"))
    assert parts["test"] == TEST_FILES_OF_SHIPPED_RELEASES
    assert parts["train"] | parts["test"] == set(first_by_name[:SHIPPED_RELEASES_WITH_GOLD])


def test_the_traps_are_thirty_and_only_partly_annotated() -> None:
    traps = [gold_at(path) for path in find_gold([FOLDER / "traps"])]
    assert len(traps) == 30
    assert not any(gold.complete for gold in traps)


def test_the_seed_keeps_all_facts_that_are_forbidden() -> None:
    (seed,) = (gold_at(path) for path in find_gold([FOLDER / "seed"]))
    assert len(seed.forbidden) == 27
    assert seed.complete
