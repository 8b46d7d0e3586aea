"""Models of the user's own add names to the unresolved, and nothing else."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kg import extract
from kg.cli.main import run
from kg.errors import InputError
from kg.extract.neural import GLINER_LABELS, ModelNames, Name, extractor, gliner_names, spacy_names
from kg.loaders import load
from kg.model import Fact, Unresolved

PAGE = (
    b"VIENNA, 3 March 2020 - OSCE Secretary General Thomas Greminger came today. With him was zorblatt quux of Frobland."
    b"\n\nThe quux family of Frobland was absent.\n"
)
UNKNOWN = [("zorblatt quux", "Person"), ("Frobland", "State"), ("Frobland", "State")]


def read(*more: extract.Extractor) -> list[Fact]:
    return list(extract.read(load("page.txt", PAGE)[0], more).facts)


def found(rule: str, *more: extract.Extractor) -> list[tuple[str, str]]:
    """The names that the rule found, each at its place and within its sentence; what else is read stays as it was."""
    release = load("page.txt", PAGE)[0]
    facts = read(*more)
    names = [fact for fact in facts if isinstance(fact, Unresolved) and fact.support.rule == rule]
    assert [fact for fact in facts if fact not in names] == read()
    for fact in names:
        assert fact.span.of(release.text) == fact.name
        assert fact.support.evidence[0].covers(fact.span)
    return [(fact.name, fact.expected) for fact in names]


@pytest.fixture(scope="module")
def spacy_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spacy = pytest.importorskip("spacy", reason="spaCy is an extra")
    pipeline = spacy.blank("en")
    labels = {"zorblatt quux": "PERSON", "Frobland": "GPE", "Thomas Greminger": "PERSON", "absent": "MOOD"}
    patterns = [{"label": label, "pattern": words} for words, label in labels.items()]
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    path = tmp_path_factory.mktemp("models") / "model"
    pipeline.to_disk(path)
    return path


def test_a_spacy_pipeline_adds_the_names_that_nothing_else_knows(spacy_model: Path) -> None:
    import spacy

    assert found("mine", spacy_names(spacy.load(spacy_model), "mine")) == UNKNOWN
    assert found(f"spacy:{spacy_model}", extractor(f"spacy:{spacy_model}")) == UNKNOWN


class Gliner:
    """Answers as a GLiNER model does, from a list."""

    def __init__(self, words: Mapping[str, tuple[str, float]]) -> None:
        self.words = words

    def predict_entities(self, text: str, labels: list[str], threshold: float) -> Iterable[Mapping[str, Any]]:
        assert labels == list(GLINER_LABELS)
        return [
            {
                "start": text.index(word),
                "end": text.index(word) + len(word),
                "text": word,
                "label": label,
                "score": score,
            }
            for word, (label, score) in self.words.items()
            if word in text and score >= threshold
        ]


def test_a_gliner_model_adds_the_names_that_it_is_sure_of() -> None:
    model = Gliner(
        {
            "zorblatt quux": ("person", 0.9),
            "Frobland": ("country", 0.8),
            "Thomas Greminger": ("person", 0.99),
            "absent": ("city or region", 0.2),
            "family": ("pet", 0.9),
        }
    )
    assert found("mine", gliner_names(model, "mine")) == UNKNOWN
    assert ("absent", "Place") in found("mine", gliner_names(model, "mine", threshold=0.1))


def test_offsets_that_lead_nowhere_and_names_in_names_are_passed_over() -> None:
    places = [(-1, 3), (5, 5), (7, 3), (0, 10_000)]

    def find(text: str) -> list[Name]:
        start = text.find("zorblatt quux")
        inside = [Name(start, start + 13, "Person"), Name(start + 9, start + 13, "Person")] if start >= 0 else []
        return [*(Name(*place, "Person") for place in places), *inside]

    assert found("mine", ModelNames(find, "mine")) == UNKNOWN[:1]


def test_the_command_lists_them(spacy_model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE)
    store = str(tmp_path / "store")
    assert run(["build", str(tmp_path / "page.txt"), "--spacy-model", str(spacy_model), "--store", store]) == 0
    capsys.readouterr()
    assert run(["unresolved", "--store", store, "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert "Frobland,2,1,State," in out
    assert "zorblatt quux,1,1,Person," in out


def test_a_model_that_is_not_there_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="spaCy"):
        extractor("spacy:no_such_model")
    with pytest.raises(InputError, match="no such folder; give the folder of a GLiNER model"):
        extractor("gliner:nowhere")
    for option in ("--spacy-model", "--gliner-model"):
        assert run(["build", option, "nowhere"]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_spacy_model_that_is_damaged_is_said_in_one_line(tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="spaCy is an extra")
    (tmp_path / "meta.json").write_text('{"lang": "en", "pipeline": ["nothing"]}')
    (tmp_path / "config.cfg").write_text('[nlp]\nlang = en\npipeline = ["nothing"]\n[components]\n')
    with pytest.raises(InputError, match="cannot be loaded"):
        extractor(f"spacy:{tmp_path}")


def test_a_name_that_the_rules_list_already_is_listed_once() -> None:
    page = b"VIENNA, 3 March 2020 - The course in Vienna was opened today by Zorblatt Quux.\n"
    release = load("page.txt", page)[0]
    listed = list(extract.read(release).of_type(Unresolved))
    assert [fact.name for fact in listed] == ["Zorblatt Quux"]
    model = gliner_names(Gliner({"Quux": ("person", 0.9), "course": ("conference or meeting", 0.9)}), "mine")
    more = [fact.name for fact in extract.read(release, (model, model)).of_type(Unresolved)]
    assert more == ["Zorblatt Quux", "course"]
