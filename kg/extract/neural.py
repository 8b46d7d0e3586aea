"""An optional extractor: names that a spaCy model of the user's own finds and that no list knows.

It adds to `kg unresolved` what should be added to `data/`; it never makes a fact, since a model shows no rule
that a reader could check. spaCy comes with `pip install 'osce-kg[neural]'`; models are the user's to install.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Confidence, Fact, Support, Unresolved
from kg.text.cover import Cover
from kg.text.resolve import Document

if TYPE_CHECKING:
    from spacy.language import Language

EXPECTED = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "State",
    "LOC": "Place",
    "FAC": "Place",
    "EVENT": "Event",
}


@cache
def _model(name: str) -> "Language":
    try:
        import spacy
    except ImportError:
        raise InputError("spaCy is not installed: pip install 'osce-kg[neural]' brings it") from None
    try:
        return spacy.load(name)
    except OSError:
        raise InputError(f"no spaCy model {name!r} is installed; spaCy's own documentation tells how") from None


class SpacyNames:
    """The names that one spaCy model finds where nothing is known; usable as an `Extractor`.

    Raises `InputError` when it is used and spaCy or the model is not installed.
    """

    def __init__(self, model: str) -> None:
        self.model = model

    def __call__(self, document: Document) -> Iterator[Fact]:
        """The document's unknown names, each with its sentence and the model's name as the rule."""
        pipeline = _model(self.model)
        for paragraph, items in zip(document.paragraphs, document.items, strict=True):
            known = Cover(len(paragraph.text), items)
            for entity in pipeline(paragraph.text).ents:
                expected = EXPECTED.get(entity.label_)
                if expected is None or not known.free(entity.start_char, entity.end_char):
                    continue
                evidence = (paragraph.sentence_at(entity.start_char).span,)
                support = Support(evidence, f"spacy:{self.model}", Confidence.LOW)
                span = paragraph.source(entity.start_char, entity.end_char)
                yield Unresolved(entity.text, expected, span, support)
