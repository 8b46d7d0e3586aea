"""What a statement that a release gives whole says in the first person: “made the following statement: “I urge …””."""

import re
from collections.abc import Iterator

from kg.extract.acts import objects, quote_speakers, reach, verbs_in
from kg.extract.view import Party, View, views_of_paragraph
from kg.model import Act, Confidence, Factuality
from kg.text.rule import Rule

_FIRST_PERSON = Rule(r"\b(?:I|[Ww]e)\b")
_ACTING = re.compile(
    r"\b(?:I|[Ww]e)\s(?:(?:also|strongly|fully|firmly|once|again|therefore|both|jointly|\w+ly|must|wish\sto|want\sto|would\slike\sto|continue\sto)\s)*$"
)
_INTRODUCING = re.compile(r"\b(?:statement|remarks|declaration|following)\b[^“”\"]{0,160}:\s*$")
_OPENING, _CLOSING = ("“", '"', "«"), ("”", '"', "»")
LONGEST = 12
"""Paragraphs that a statement has at most."""


def in_statements(view: View) -> Iterator[Act]:
    """The acts of a statement's sentence in which somebody says “I” or “we”; none where a quotation names its own speaker."""
    if not _FIRST_PERSON.stands_in(view.text):
        return
    found = sorted((*verbs_in(view.text), *verbs_in(view.text, "first_person")), key=lambda one: one.start)
    acting = [number for number, one in enumerate(found) if _ACTING.search(view.text[: one.start])]
    speakers = _made_by(view) if acting else []
    if not speakers or (view.paragraph.quotes and quote_speakers(view) is not None):
        return
    for number in acting:
        about, addressed = objects(view, view.text, found[number], reach(view.text, found, number))
        for speaker in speakers:
            yield Act(
                speaker=speaker.thing,
                act_type=found[number].verb.act_type,
                support=view.support("act.statement", Confidence.HIGH),
                about=tuple(thing for thing in about if thing != speaker.thing),
                addressed_to=tuple(addressed),
                factuality=Factuality.HAPPENED,
            )


def _made_by(view: View) -> list[Party]:
    """Who made the statement in which a sentence stands, by the paragraph that ends in “the following statement:”."""
    paragraphs = view.document.paragraphs
    index = view.paragraph.index
    for begin in range(index, max(1, index - LONGEST), -1):
        text = paragraphs[begin].text.strip()
        if begin < index and text.endswith(_CLOSING) and not paragraphs[begin + 1].text.lstrip().startswith(_OPENING):
            return []
        if text.startswith(_OPENING) and _INTRODUCING.search(paragraphs[begin - 1].text):
            introduced = views_of_paragraph(view.document, begin - 1)
            return [one for one in introduced[-1].main_subject if one.thing.kind == "person"] if introduced else []
    return []
