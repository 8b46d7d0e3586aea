"""Talks that went on in a larger circle: “their private conversation was followed by an extended meeting with the participation of the delegations”.

They are a second meeting of those who first sat alone, whom the sentence or the one before it tells of.
"""

from collections.abc import Iterator, Sequence

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.telling import telling
from kg.extract.merge import LARGER
from kg.extract.modality import DENIED
from kg.extract.view import Party, View, people_of
from kg.model import Confidence, Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_OF_LARGER = Trigger(
    r"\b(?:followed\sby|continued|proceeded|moved\son|went\son)\b",
    r"\bin\s(?:an?|the)\s(?:expanded|extended|enlarged|wider|larger)\b",
)
_WIDE = r"(?:expanded|extended|enlarged|wider|larger|broader|plenary|delegation-level)"
_TALKS = r"(?P<talks>talks|meeting|session|discussions|negotiations|consultations|conversation|round)"
_LARGER = (
    rf"\b(?:(?:was|were|is|are)\s(?:then\s|later\s)?)?followed\sby\s(?:an?\s|the\s)?(?:(?:{_WIDE}\s(?:bilateral\s)?{_TALKS})|(?P<of>talks|meeting)\s(?:of|between)\sthe(?:ir)?\s(?:two\s)?delegations)\b"
    rf"|\b(?P<on>continued|proceeded|moved\son|went\son)\s(?:(?:with|to|in|into)\s)(?:an?\s|the\s)?{_WIDE}\s(?:(?:bilateral\s)?(?:talks|meeting|session|format|composition|circle|setting))\b"
    r"|\b(?P<with>continued|went\son)\swith\sthe\sparticipation\sof\s(?:the|both|their)\s(?:two\s)?delegations\b"
)


def larger_circle(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """The second meeting of those who met, where a sentence says that their delegations joined them."""
    if view.is_title or not _OF_LARGER.stands_in(view.unquoted) or DENIED.search(view.unquoted):
        return
    match = pattern(_LARGER).search(view.unquoted)
    first = [
        one for one in told if one.category in TALK_CLASSES and not one.refers_back and len(people_of(one.parties)) > 1
    ]
    if match is None or any(one.rule == LARGER for one in told):
        return
    people = people_of(first[-1].parties) if first else []
    people = people or [Party(one, confidence=Confidence.MEDIUM) for one in view.document.together]
    factuality = first[-1].factuality if first else Factuality.HAPPENED
    if len(people) != _PAIR or factuality is not Factuality.HAPPENED or not (first or view.document.talked):
        return
    noun = next(one for one in ("talks", "of", "on", "with") if match[one])
    draft = telling(view, match, LARGER, people, factuality, match.span(noun))
    draft.roles = dict(first[-1].roles) if first else {}
    yield draft


_PAIR = 2
