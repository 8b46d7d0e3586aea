"""Optional extractors: names that a model of the user's own finds and that no list knows.

They add to `kg unresolved` what should be added to `data/`; they never make a fact, since a model shows no rule
that a reader could check. `osce-kg[neural]` brings spaCy, `osce-kg[gliner]` GLiNER; models are the user's to install,
and nothing is fetched.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from kg.errors import InputError
from kg.model import Confidence, Fact, Support, Unresolved
from kg.text.cover import Cover
from kg.text.document import Document

SPACY, GLINER = "spacy", "gliner"
SPACY_LABELS = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "State",
    "LOC": "Place",
    "FAC": "Place",
    "EVENT": "Event",
}
"""What the labels of spaCy's own models stand for."""
GLINER_LABELS = {
    "person": "Person",
    "organization": "Organization",
    "country": "State",
    "city or region": "Place",
    "conference or meeting": "Event",
}
"""The labels that a GLiNER model is asked for, and what they stand for."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a model found: where in the text that it was given, and the class that it may be of."""

    start: int
    end: int
    expected: str


Finder = Callable[[str], Iterable[Name]]
"""Finds names in a text."""


class GlinerModel(Protocol):
    """What is asked of a GLiNER model, and of anything that is to stand in for one."""

    def predict_entities(self, text: str, labels: list[str], threshold: float) -> Iterable[Mapping[str, Any]]:
        """The entities of these labels: `start`, `end` and `label` of each, offsets counting characters."""


class ModelNames:
    """The names that a finder finds where nothing is known, sentence by sentence; usable as an `Extractor`.

    `rule` is the name that the unresolved carry.
    """

    def __init__(self, find: Finder, rule: str) -> None:
        self.find = find
        self.rule = rule

    def __call__(self, document: Document) -> Iterator[Fact]:
        """The document's unknown names, each with its sentence."""
        for paragraph, items in zip(document.paragraphs, document.items, strict=True):
            known = Cover(len(paragraph.text), items)
            for sentence in paragraph.sentences:
                words = paragraph.text[sentence.start : sentence.end]
                for name in self.find(words):
                    if not 0 <= name.start < name.end <= len(words) or not words[name.start : name.end].strip():
                        continue
                    start, end = sentence.start + name.start, sentence.start + name.end
                    if known.free(start, end):
                        known.take(start, end)
                        support = Support((sentence.span,), self.rule, Confidence.LOW)
                        span = paragraph.source(start, end)
                        yield Unresolved(paragraph.text[start:end], name.expected, span, support)


def spacy_names(pipeline: Callable[[str], Any], rule: str) -> ModelNames:
    """The names of a spaCy pipeline, such as `spacy.blank("en")` with an entity ruler."""

    def find(text: str) -> Iterator[Name]:
        for entity in pipeline(text).ents:
            if entity.label_ in SPACY_LABELS:
                yield Name(entity.start_char, entity.end_char, SPACY_LABELS[entity.label_])

    return ModelNames(find, rule)


def gliner_names(model: GlinerModel, rule: str, threshold: float = 0.5) -> ModelNames:
    """The names of a GLiNER model that it is at least so sure of."""

    def find(text: str) -> Iterator[Name]:
        for entity in model.predict_entities(text, list(GLINER_LABELS), threshold=threshold):
            if entity["label"] in GLINER_LABELS:
                yield Name(entity["start"], entity["end"], GLINER_LABELS[entity["label"]])

    return ModelNames(find, rule)


@cache
def extractor(model: str) -> ModelNames:
    """The extractor of `spacy:NAME` or `gliner:FOLDER`; raises `InputError` where it cannot be loaded."""
    kind, _, name = model.partition(":")
    return spacy_names(_spacy(name), model) if kind == SPACY else gliner_names(_gliner(name), model)


def _spacy(name: str) -> Callable[[str], Any]:
    try:
        import spacy
    except ImportError:
        raise InputError("spaCy is not installed: pip install 'osce-kg[neural]' brings it") from None
    try:
        model: Callable[[str], Any] = spacy.load(name)
        return model
    except OSError:
        raise InputError(f"no spaCy model {name!r} is installed; spaCy's own documentation tells how") from None
    except (ValueError, ImportError) as error:
        raise InputError(f"the spaCy model {name!r} cannot be loaded: {_first_line(error)}") from None


def _gliner(name: str) -> GlinerModel:
    if not Path(name).is_dir():
        raise InputError(f"{name}: no such folder; give the folder of a GLiNER model that you have")
    try:
        from gliner import GLiNER
    except ImportError:
        raise InputError("GLiNER is not installed: pip install 'osce-kg[gliner]' brings it") from None
    try:
        model: GlinerModel = GLiNER.from_pretrained(name, local_files_only=True)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise InputError(f"{name}: no GLiNER model that can be loaded: {_first_line(error)}") from None
    return model


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)[:200]
