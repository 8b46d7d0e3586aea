"""What a statement that a release gives whole says in the first person: “made the following statement: “I urge …””."""

import re
from collections.abc import Iterator

from kg.extract.acts import Found, objects, quote_speakers, reach, verbs_in
from kg.extract.makers import made_by
from kg.extract.view import Party, View
from kg.model import Act, Confidence, Factuality
from kg.text.rule import Rule

_FIRST_PERSON = Rule(r"\b(?:I|[Ww]e)\b")
_ACTING = re.compile(
    r"\b(?:I|[Ww]e)\s(?:(?:also|strongly|fully|firmly|once|again|therefore|both|jointly|have|has|\w+ly|must|wish\sto|want\sto|would\slike\sto|continue\sto)\s)*$"
)


def in_statements(view: View) -> Iterator[Act]:
    """The acts of a statement's sentence in which somebody says “I” or “we”; none where a quotation names its own speaker."""
    if not _FIRST_PERSON.stands_in(view.text):
        return
    found = sorted((*verbs_in(view.text), *verbs_in(view.text, "first_person")), key=lambda one: one.start)
    acting = [number for number, one in enumerate(found) if _ACTING.search(view.text[: one.start])]
    speakers = made_by(view) if acting else []
    if not speakers or (view.paragraph.quotes and quote_speakers(view) is not None):
        return
    for number in acting:
        about, addressed = objects(view, view.text, found[number], reach(view.text, found, number))
        for speaker in _all_of_us(view, found[number], speakers):
            yield Act(
                speaker=speaker.thing,
                act_type=found[number].verb.act_type,
                support=view.support("act.statement", Confidence.HIGH),
                about=tuple(thing for thing in about if thing != speaker.thing),
                addressed_to=tuple(addressed),
                factuality=Factuality.HAPPENED,
            )


_WE_AGREED = re.compile(r"\b[Ww]e\s(?:\w+\s){0,2}$")


def _all_of_us(view: View, verb: Found, speakers: list[Party]) -> list[Party]:
    """The speakers of an act: “we agreed”, said of talks just told, is of all who sat there, whoever says so."""
    together = view.document.together
    if verb.verb.act_type != "agreed" or not _WE_AGREED.search(view.text, 0, verb.start):
        return speakers
    if len(speakers) != 1 or speakers[0].thing not in together:
        return speakers
    return [*speakers, *(Party(one) for one in together if one != speakers[0].thing)]
