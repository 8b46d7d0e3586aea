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
READOUTS = Path(__file__).parents[2] / "shared" / "releases" / "white-house"
TEST_FILES_OF_READOUTS = 5
SHIPPED_RELEASES_WITH_GOLD = 20


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


def test_of_readouts_that_were_free_those_are_for_testing_whose_names_hash_least() -> None:
    parts = split_of("releases/white-house")
    assert len(parts["test"]) == TEST_FILES_OF_READOUTS
    if not READOUTS.is_dir():
        pytest.skip(f"needs all the readouts, which are not here: {READOUTS.name}")
    free = {path.name for path in READOUTS.glob("*.md")} - parts["train"]
    by_hash = sorted(free, key=lambda name: sha256(name.encode()).hexdigest())
    assert parts["test"] == set(by_hash[:TEST_FILES_OF_READOUTS])


def test_of_releases_the_shipped_ones_are_for_training_and_the_ones_written_for_it_for_testing() -> None:
    first_by_name = sorted(path.name for path in resource("data", "releases").glob("*.txt"))
    assert split_of("releases") == {"train": set(first_by_name[:SHIPPED_RELEASES_WITH_GOLD]), "test": set()}
    written = {path.name for path in (FOLDER / "releases" / "written").glob("*.txt")}
    assert split_of("releases/written") == {"train": set(), "test": written}
    plain = {path.name for path in (FOLDER / "releases" / "plain").glob("*.txt")}
    assert split_of("releases/plain") == {"train": plain, "test": set()}


def test_the_traps_are_thirty_and_only_partly_annotated() -> None:
    traps = [gold_at(path) for path in find_gold([FOLDER / "traps"])]
    assert len(traps) == 30
    assert not any(gold.complete for gold in traps)


def test_the_seed_keeps_all_facts_that_are_forbidden() -> None:
    (seed,) = (gold_at(path) for path in find_gold([FOLDER / "seed"]))
    assert len(seed.forbidden) == 27
    assert seed.complete
