"""A spaCy model of the user's adds names to the unresolved, and nothing else."""

from pathlib import Path

import pytest

from kg import extract
from kg.errors import InputError
from kg.extract.neural import SpacyNames
from kg.loaders import load
from kg.model import Unresolved

PAGE = b"VIENNA, 3 March 2020 - OSCE Secretary General Thomas Greminger met Zorblatt Quux today.\n"


def test_names_that_only_the_model_finds_are_listed(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is an extra")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "PERSON", "pattern": "Zorblatt Quux"}, {"label": "PERSON", "pattern": "Thomas Greminger"}]
    )
    pipeline.to_disk(tmp_path / "model")
    release = load("page.txt", PAGE)[0]
    reading = extract.read(release, (SpacyNames(str(tmp_path / "model")),))
    found = [fact.name for fact in reading.of_type(Unresolved) if fact.support.rule.startswith("spacy:")]
    assert "Thomas Greminger" not in found
    assert set(found) <= {"Zorblatt Quux"}


def test_a_model_that_is_not_there_is_said_in_one_line() -> None:
    release = load("page.txt", PAGE)[0]
    with pytest.raises(InputError, match="spaCy"):
        extract.read(release, (SpacyNames("no_such_model"),))
